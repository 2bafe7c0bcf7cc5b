"""The one stylesheet: only what the palette and the painted widgets cannot say."""

from collections.abc import Callable

from scribe_app.ui.tokens import Tokens


def stylesheet(tokens: Tokens, px: Callable[[float], int]) -> str:
    """Return the stylesheet for a set of tokens; `px` turns the drawing's pixels into real ones."""
    t = {name: getattr(tokens, name).name() for name in Tokens.__slots__}
    return f"""
QToolTip {{ color: {t["ink"]}; background: {t["pane"]}; border: 1px solid {t["line"]};
  padding: {px(4)}px {px(8)}px; }}
QScrollBar:vertical {{ background: transparent; width: {px(10)}px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {t["edge"]}; min-height: {px(32)}px;
  border-radius: {px(3)}px; margin: {px(2)}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {t["line"]}; }}
QComboBox QAbstractItemView {{ background: {t["pane"]}; color: {t["ink"]};
  border: 1px solid {t["line"]}; padding: {px(4)}px; outline: 0;
  selection-background-color: {t["accent_soft"]}; selection-color: {t["ink"]}; }}
"""
