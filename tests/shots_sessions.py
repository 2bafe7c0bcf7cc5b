"""Pictures of what is offered and of the drawer of consultations; `tests.shots` makes them all."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from scribe_app.ports.desk import Snapshot
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import archives
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import BUILT_IN, JABRA, ScriptedDesk, ScriptedMicrophones
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.fixtures.settling import settle

OFFERED = replace(made_up.IDLE, archive=archives.ONE)
SEVERAL = replace(made_up.REVIEW, archive=archives.ALL)


def shoot(
    folder: Path,
    name: str,
    snapshot: Snapshot,
    *,
    drawer: str = "",
    theme: str = "light",
    language: str = "nl",
    size: tuple[int, int] = (1280, 800),
) -> Path:
    """Render one window; `drawer` is "open" or "asking"."""
    desk = ScriptedDesk()
    window = MainWindow(
        desk,
        ScriptedMicrophones(JABRA, BUILT_IN),
        language=language,
        theme=theme,
        preferences=ScriptedPreferences(),
    )
    window.resize(*size)
    window.show()
    desk.say(snapshot)
    settle()
    if drawer:
        window.activateWindow()
        window.sessions.toggle()
    if drawer == "asking" and window.sessions.drawer is not None:
        window.sessions.drawer.discard_button.click()
    settle()
    path = folder / f"sessions-{name}.png"
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)
    return path


def shoot_all(application: QApplication, folder: Path) -> list[Path]:
    """Render every picture."""
    made = []
    for theme in ("light", "dark"):
        made.append(shoot(folder, f"offered-{theme}", OFFERED, theme=theme))
        made.append(shoot(folder, f"several-{theme}", SEVERAL, theme=theme))
        made.append(shoot(folder, f"drawer-{theme}", SEVERAL, drawer="open", theme=theme))
        made.append(shoot(folder, f"asking-{theme}", SEVERAL, drawer="asking", theme=theme))
    made.append(shoot(folder, "drawer-fr", SEVERAL, drawer="open", language="fr"))
    made.append(
        shoot(folder, "drawer-en-1024", SEVERAL, drawer="open", language="en", size=(1024, 640))
    )
    empty = replace(made_up.IDLE, archive=archives.NONE)
    made.append(shoot(folder, "empty", empty, drawer="open"))
    font, large = application.font(), QFont(application.font())
    large.setPixelSize(28)
    application.setFont(large)
    made.append(shoot(folder, "offered-200", OFFERED))
    made.append(shoot(folder, "drawer-200", SEVERAL, drawer="asking"))
    application.setFont(font)
    return made
