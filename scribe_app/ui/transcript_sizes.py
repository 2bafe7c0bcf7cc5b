"""The measures of a row of the conversation, in pixels of the drawing."""

MARGIN = 16
TIME_WIDTH = 44
GAP = 10
ROW_PADDING = 5
LINE = 21
SIGN = 20
