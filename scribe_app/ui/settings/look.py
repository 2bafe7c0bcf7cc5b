"""The dialog's stylesheet: its surfaces, boxes to type in and to choose from."""

from scribe_app.ui.box_look import box_rules
from scribe_app.ui.theme import Theme
from scribe_app.ui.tokens import Tokens


def stylesheet(theme: Theme) -> str:
    """Return the stylesheet for the theme as it is now."""
    t = {name: getattr(theme.tokens, name).name() for name in Tokens.__slots__}
    boxes = box_rules(theme, ("#settingsDialog QLineEdit", "#settingsDialog QComboBox"))
    return f"""
#settingsDialog, #settingsFoot {{ background: {t["pane"]}; }}
#settingsFoot {{ border-top: 1px solid {t["line"]}; }}
#settingsSide {{ background: {t["bg"]}; border-right: 1px solid {t["line"]}; }}
#settingsDialog QScrollArea, #settingsPage {{ background: {t["pane"]}; border: 0; }}
#settingsDialog QListWidget {{ background: transparent; border: 0; outline: 0; }}
{boxes}
#settingsDialog QProgressBar {{ background: {t["line"]}; border: 0; border-radius: 3px; }}
#settingsDialog QProgressBar::chunk {{ background: {t["accent"]}; border-radius: 3px; }}
#settingsDialog QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0;
  background: transparent; }}
#settingsDialog QPlainTextEdit {{ background: {t["bg"]}; color: {t["ink"]};
  border: 1px solid {t["line"]}; border-radius: {theme.px(6)}px; padding: {theme.px(6)}px; }}
#settingsDialog QPlainTextEdit:focus {{ border: 2px solid {t["focus"]}; }}
#settingsDialog QComboBox::drop-down {{ border: 0; width: {theme.px(28)}px; }}
#settingsDialog QComboBox::down-arrow {{ image: none; }}
"""
