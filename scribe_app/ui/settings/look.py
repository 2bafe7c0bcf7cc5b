"""The dialog's stylesheet: boxes to type in and to choose from."""

from scribe_app.ui.theme import Theme
from scribe_app.ui.tokens import Tokens


def stylesheet(theme: Theme) -> str:
    """Return the stylesheet for the theme as it is now."""
    t = {name: getattr(theme.tokens, name).name() for name in Tokens.__slots__}
    px = theme.px
    return f"""
#settingsDialog, #settingsFoot {{ background: {t["pane"]}; }}
#settingsFoot {{ border-top: 1px solid {t["line"]}; }}
#settingsSide {{ background: {t["bg"]}; border-right: 1px solid {t["line"]}; }}
#settingsDialog QScrollArea, #settingsPage {{ background: {t["pane"]}; border: 0; }}
#settingsDialog QListWidget {{ background: transparent; border: 0; outline: 0; }}
#settingsDialog QLineEdit, #settingsDialog QComboBox {{ background: {t["raised"]};
  color: {t["ink"]}; border: 1px solid {t["edge"]}; border-radius: {px(6)}px;
  padding: 0 {px(10)}px; min-height: {px(34)}px; placeholder-text-color: {t["faint"]};
  selection-background-color: {t["accent_soft"]}; selection-color: {t["ink"]}; }}
#settingsDialog QLineEdit:focus, #settingsDialog QComboBox:focus {{
  border: 2px solid {t["focus"]}; padding: 0 {px(10) - 1}px; min-height: {px(34) - 2}px; }}
#settingsDialog QLineEdit:disabled, #settingsDialog QComboBox:disabled {{
  background: {t["bg"]}; color: {t["faint"]}; border-color: {t["line"]}; }}
#settingsDialog QComboBox QLineEdit {{ border: 0; padding: 0; min-height: 0;
  background: transparent; }}
#settingsDialog QComboBox::drop-down {{ border: 0; width: {px(28)}px; }}
#settingsDialog QComboBox::down-arrow {{ image: none; }}
"""
