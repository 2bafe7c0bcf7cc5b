"""`scribe-app demo`: a sample consultation, played as if it were being spoken."""

import argparse
import locale
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scribe_app.app.display import has_display
from scribe_app.app.exit_codes import code_for
from scribe_app.app.follow import TextFollower
from scribe_app.app.glance import LANGUAGES, glance
from scribe_app.app.gui import Stage, Works
from scribe_app.app.resources import sample
from scribe_app.domain.commands import Start
from scribe_app.domain.layout import note_layout
from scribe_app.domain.session import Phase
from scribe_app.ports.audio import AudioSource, InputDevice
from scribe_app.ports.desk import Snapshot

if TYPE_CHECKING:
    from scribe_app.engine.engine import Engine
    from scribe_app.ui.main_window import MainWindow


_SAMPLE_NAMES = {
    "nl": "Voorbeeldconsult",
    "en": "Sample consultation",
    "fr": "Consultation d'exemple",
}


def run(arguments: argparse.Namespace) -> int:
    """Play the sample in a window; without a display offscreen, printing what it would show."""
    look = glance(arguments.profile)
    language = arguments.language or look.language or _system_language()
    with tempfile.TemporaryDirectory(prefix="scribe-demo-") as folder:
        stage = Stage(
            lambda: Works(_engine(arguments, language, Path(folder))),
            language,
            look.theme,
            SampleMicrophones(language, arguments.pace),
            first=Start(),
        )
        if has_display():
            return stage.run()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return Offscreen(stage, arguments.screenshot).run()


def _system_language() -> str:
    """Return the system's language where there is a sample in it, else English."""
    spoken = (locale.getlocale()[0] or "")[:2].lower()
    return spoken if spoken in LANGUAGES else "en"


def _engine(arguments: argparse.Namespace, language: str, folder: Path) -> "Engine":
    """Return the window's own engine; only its ears are a file and its log leaves no trace."""
    from scribe_app.app.choosing import Wishes
    from scribe_app.app.wiring import Workshop
    from scribe_app.system.keyring_secrets import MemorySecrets
    from scribe_app.system.paths import profile

    place = replace(profile(arguments.profile), sessions=folder, second=None)
    secrets = MemorySecrets()
    secrets.persistent = True  # the key lives as long as the log it opens: both end with the demo
    workshop = Workshop(place, Wishes(language=language), secrets)
    return workshop.engine(SampleMicrophones(language, arguments.pace).open)


class SampleMicrophones:
    """One microphone, in front of which the sample consultation is held."""

    def __init__(self, language: str, pace: float) -> None:
        self._language = language
        self._pace = pace

    def list(self) -> tuple[InputDevice, ...]:
        """Return the sample, as the picker shows it."""
        return (InputDevice("sample", _SAMPLE_NAMES[self._language], True, 24_000, 1),)

    def open(self, device_id: str) -> AudioSource:
        """Return the sample as a source."""
        from scribe_app.system.audio_file import AudioFile

        return AudioFile(sample(self._language), pace=self._pace)


class Offscreen:
    """Shows the demo where there is no screen: prints it, and saves a picture of the window."""

    def __init__(self, stage: Stage, picture: Path) -> None:
        self._stage = stage
        self._picture = picture
        self._text = TextFollower(sys.stdout)
        self._snapshot = Snapshot()
        self._done = False

    def run(self) -> int:
        """Run to the note and return the exit status."""
        status = self._stage.run(self._shown)
        fault = self._snapshot.fault
        if fault is None:
            return status
        sys.stderr.write(f"scribe-app: {fault.sentence}\n")
        return code_for(fault.kind)

    def _shown(self, window: "MainWindow") -> None:
        from PySide6.QtCore import QTimer

        from scribe_app.ui.bridge import Feed

        self._window = window
        self._feed = Feed(self._stage.desk, window)
        self._feed.arrived.connect(self._arrived)
        self._later = QTimer(window, singleShot=True, interval=500)
        self._later.timeout.connect(self._finish)

    def _arrived(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        phase = snapshot.state.phase
        done = phase is Phase.REVIEW or (phase is Phase.IDLE and snapshot.fault is not None)
        transcript = snapshot.consultation.transcript
        self._text.show(transcript.finals, "", done=done)
        if done and not self._done:
            self._done = True
            self._later.start()  # once the window has painted the note as well

    def _finish(self) -> None:
        try:
            self._print_note()
            self._save_picture()
        finally:
            self._feed.close()
            self._window.close()

    def _save_picture(self) -> None:
        try:
            self._picture.parent.mkdir(parents=True, exist_ok=True)
            saved = self._window.grab().save(str(self._picture))
        except OSError:
            saved = False
        if saved:
            sys.stdout.write(f"\nA picture of the window: {self._picture}\n")
        else:
            sys.stderr.write(f"scribe-app: {self._picture.name} cannot be written there.\n")

    def _print_note(self) -> None:
        ledger = self._snapshot.ledger
        sys.stdout.write("\n" + note_layout(self._snapshot.consultation.note) + "\n")
        sys.stdout.write(
            f"\nrecorded {ledger.captured:.1f} s, on disk {ledger.stored:.1f} s, "
            f"transcribed {ledger.covered:.1f} s, missing {ledger.unconfirmed:.1f} s\n"
        )
