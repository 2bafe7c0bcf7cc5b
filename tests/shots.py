"""Pictures of the window in its states, looks and languages: `python -m tests.shots`."""

import html
import os
import sys
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.keeping import Keeping, VaultState
from scribe_app.domain.note import Section
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.main_window import MainWindow
from tests import shots_sessions, shots_settings
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import BUILT_IN, JABRA, ScriptedDesk, ScriptedMicrophones
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.fixtures.settling import settle

FOLDER = Path(__file__).resolve().parents[1] / "build" / "shots"
FAULT = Fault(FaultKind.DEVICE, True, "The microphone is in use by another program.")
REFUSED = Fault(
    FaultKind.AUTH, False, "Reiger Spraak refused the credentials; check them in the settings."
)
STATES: dict[str, Snapshot] = {
    "idle": made_up.IDLE,
    "starting": made_up.STARTING,
    "recording": made_up.RECORDING,
    "no-signal": made_up.NO_SIGNAL,
    "microphone-gone": made_up.MICROPHONE_GONE,
    "microphone-other": made_up.MICROPHONE_OTHER,
    "microphone-quiet": made_up.MICROPHONE_QUIET,
    "reconnecting": made_up.RECONNECTING,
    "paused": made_up.PAUSED,
    "private": made_up.PRIVATE,
    "disk-full": replace(made_up.RECORDING, keeping=Keeping.MEMORY_FULL),
    "no-keyring": replace(made_up.RECORDING, vault=VaultState.UNDECIDED, sealed_in_memory=True),
    "disk-low": replace(made_up.RECORDING, keeping=Keeping.VERY_LOW),
    "second-place": replace(made_up.RECORDING, keeping=Keeping.SECOND),
    "finishing": made_up.FINISHING,
    "drafting": made_up.DRAFTING,
    "review": made_up.REVIEW,
    "to-check": made_up.TO_CHECK,
    "fault": replace(made_up.IDLE, fault=FAULT),
    "refused": replace(made_up.IDLE, fault=REFUSED),
    "speakers": made_up.SPEAKERS,
    "first-words": made_up.FIRST_WORDS,
}


def shoot(
    name: str,
    snapshot: Snapshot,
    *,
    theme: str = "light",
    language: str = "nl",
    size: tuple[int, int] = (1280, 800),
    extra: str = "",
) -> Path:
    """Render one window and return where its picture is."""
    desk = ScriptedDesk()
    desk.loudness, desk.seconds = 0.2, snapshot.ledger.captured
    microphones = ScriptedMicrophones(JABRA, BUILT_IN)
    window = MainWindow(
        desk,
        microphones,
        language=language,
        theme=theme,
        preferences=ScriptedPreferences(),
    )
    window.resize(*size)
    window.show()
    desk.say(snapshot)
    settle()
    if extra == "cursor":
        edit = window.note.cards[Section.PLAN].edit
        window.activateWindow()
        edit.setFocus()
        window.note.copy_section(Section.SUBJECTIVE)
    elif extra == "keys":
        window.show_keys()
    elif extra == "engine":
        window.top.vendor.click()
    elif extra == "forget":
        window.privacy.ask()
    elif extra == "speaker":
        window.transcript.speakers.chips[1].click()
    settle()
    path = FOLDER / f"{name}.png"
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, 52)
    return path


def shoot_all(application: QApplication) -> list[Path]:
    """Render every picture."""
    made = []
    for theme in ("light", "dark"):
        for language in ("nl", "en", "fr"):
            for state, snapshot in STATES.items():
                if language != "fr" or state in ("recording", "review"):
                    name = f"{state}-{theme}-{language}"
                    made.append(shoot(name, snapshot, theme=theme, language=language))
        made.append(shoot(f"cursor-{theme}", made_up.REVIEW, theme=theme, extra="cursor"))
        made.append(shoot(f"keys-{theme}", made_up.REVIEW, theme=theme, extra="keys"))
        made.append(shoot(f"engine-{theme}", made_up.REVIEW, theme=theme, extra="engine"))
        made.append(shoot(f"forget-{theme}", made_up.RECORDING, theme=theme, extra="forget"))
        made.append(shoot(f"naming-{theme}", made_up.SPEAKERS, theme=theme, extra="speaker"))
    for state in ("recording", "review", "fault", "speakers", "microphone-other"):
        made.append(shoot(f"{state}-1024x640", STATES[state], size=(1024, 640)))
    made.append(shoot("review-1024x640-fr", made_up.REVIEW, size=(1024, 640), language="fr"))
    large = QFont(application.font())
    large.setPixelSize(28)
    application.setFont(large)
    for state in ("idle", "recording", "review", "speakers", "microphone-gone"):
        made.append(shoot(f"{state}-200-percent", STATES[state]))
    return made


def write_index(pictures: list[Path]) -> Path:
    """Write a page that shows every picture with its name."""
    figures = "\n".join(
        f'<figure><img src="{html.escape(p.name)}" width="640"><figcaption>{html.escape(p.stem)}'
        "</figcaption></figure>"
        for p in pictures
    )
    page = FOLDER / "index.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Scribe</title>\n{figures}\n', "utf-8"
    )
    return page


def main() -> None:
    """Make the folder, the pictures and the page."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    font = application.font()
    pictures = shoot_all(application)
    application.setFont(font)
    pictures += shots_sessions.shoot_all(application, FOLDER)
    print(write_index(pictures + shots_settings.shoot_all(application, FOLDER)))


if __name__ == "__main__":
    main()
