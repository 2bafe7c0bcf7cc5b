"""The window: puts the panes together, sends what was asked to the desk, shows what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from scribe_app.domain.note import Section
from scribe_app.domain.session import Phase
from scribe_app.ui import translations
from scribe_app.ui.banner import Banner, notice_of
from scribe_app.ui.columns import Columns
from scribe_app.ui.feed import Feed
from scribe_app.ui.import_door import ImportDoor
from scribe_app.ui.ledger_strip import LedgerStrip
from scribe_app.ui.note_pane import NotePane
from scribe_app.ui.privacy import Privacy
from scribe_app.ui.record_controls import STARTABLE, STOPPABLE, asked_of
from scribe_app.ui.screen import come_forward, keep_on_screen
from scribe_app.ui.sessions_door import SessionsDoor
from scribe_app.ui.settings_door import SettingsDoor
from scribe_app.ui.shortcuts import bind_dialog, bind_window
from scribe_app.ui.sidebar import Sidebar
from scribe_app.ui.theme import Theme
from scribe_app.ui.top_bar import TopBar
from scribe_app.ui.transcript_pane import TranscriptPane
from scribe_app.ui.waiting import keeping, waiting

if TYPE_CHECKING:
    from scribe_app.domain.commands import Command
    from scribe_app.domain.information import Measurement
    from scribe_app.ports.audio import Microphones
    from scribe_app.ports.desk import Desk, Snapshot
    from scribe_app.ports.preferences import PreferenceDesk, Preferences
    from scribe_app.ui.popover import Popovers

translate = QCoreApplication.translate


class MainWindow(QMainWindow):
    """The consultation, its note and everything beside it; works from 1024 x 640 on."""

    painted = Signal()
    summoned = Signal()

    def __init__(
        self,
        desk: Desk,
        microphones: Microphones,
        *,
        language: str = "nl",
        theme: str = "system",
        preferences: PreferenceDesk | None = None,
    ) -> None:
        super().__init__()
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            raise TypeError("a QApplication comes first")
        self._desk, self._was_painted = desk, False
        self._shown: Snapshot | None = None
        self._panels: Popovers | None = None
        self._language = translations.install(application, language)
        self.theme = Theme(application, theme)
        self.settings = SettingsDoor(self.theme, microphones, self)
        self.sessions = SessionsDoor(
            self.theme, self._language, self.submit, self.settings.engine_name, self
        )
        self.imports = ImportDoor(self.submit, self.sessions, self)
        self._make(desk, microphones)
        self._build()
        self._connect()
        bind_window(self)
        self.feed = Feed(desk, self)
        self.feed.arrived.connect(self.show_snapshot)
        if preferences is not None:
            self.set_preferences(preferences)

    # --- what is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; each part touches only what changed."""
        snapshot = keeping(self._shown, snapshot)
        if snapshot.number != self.number:
            self._begin_anew()
        self._shown = snapshot
        self.top.show_snapshot(snapshot)
        self.ledger.show_ledger(snapshot.ledger)
        self.banner.show_notice(notice_of(snapshot, settable=self.settings.desk is not None))
        consultation = snapshot.consultation
        self.privacy.show_snapshot(snapshot)
        self.transcript.show_consultation(consultation)
        self.transcript.view.show_tail(waiting(snapshot, self._language))
        self.note.show_consultation(consultation)
        self.note.show_review(snapshot.review)
        self.sidebar.omissions.show_omissions(snapshot.review.omissions)
        self._show_information()
        self.sessions.show_snapshot(snapshot)

    @property
    def number(self) -> int:
        """Return the number of the consultation that is shown; 0 before the first."""
        return self._shown.number if self._shown else 0

    @property
    def phase(self) -> Phase:
        """Return the phase that is shown."""
        return self._shown.state.phase if self._shown else Phase.IDLE

    # --- what is asked ---------------------------------------------------------------------------

    def toggle_recording(self) -> None:
        """Record, or stop; what the button shows changes when the recorder says so."""
        from scribe_app.domain.commands import Start, Stop

        phase = asked_of(self._shown)
        if phase in STOPPABLE:
            self.submit(Stop())
        elif phase in STARTABLE:
            self.submit(Start(self.top.microphone.device_id))

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        from scribe_app.domain.commands import Pause, Resume

        match self.phase:
            case Phase.RECORDING | Phase.PRIVATE:
                self._desk.submit(Pause())
            case Phase.PAUSED:
                self._desk.submit(Resume())

    def draft(self) -> None:
        """Ask for a note from what was said so far."""
        from scribe_app.domain.commands import DraftNote

        if self.phase is not Phase.IDLE:
            self.submit(DraftNote())

    def submit(self, command: Command) -> None:
        """Ask for something that may end this consultation: what was typed goes first."""
        self.note.documents.flush()
        self._desk.submit(command)

    def set_preferences(self, preferences: PreferenceDesk) -> None:
        """Take the desk of the settings, from any thread, as soon as there is one."""
        self.settings.unlock(preferences)

    def name_speaker(self, speaker: str, name: str) -> None:
        """Say who a speaker is; an empty name takes it back."""
        from scribe_app.domain.commands import NameSpeaker

        self._desk.submit(NameSpeaker(speaker, name))

    def insert_measurements(self, measurements: tuple[Measurement, ...]) -> None:
        """Put measurements in O of the open episode, as one line."""
        if measurements:
            said = frozenset(each.utterance for each in measurements)
            self.note.add_line(Section.OBJECTIVE, self._objective_line(*measurements), said)
            self._show_information()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Send what was typed last, and listen no more."""
        self.note.documents.flush()
        self.settings.close()
        self.feed.close()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the first frame was painted; ask for the microphones only then."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_first_frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Close what floats: its place is gone."""
        super().resizeEvent(event)
        if self._panels is not None:
            self._panels.hide()
        self.privacy.hide_panel()

    # --- parts -----------------------------------------------------------------------------------

    def _begin_anew(self) -> None:
        # What was typed before the first recording belongs to it; later, to the one before.
        self.note.reset(keep_typed=self.number == 0)
        self.sidebar.omissions.reset()
        self.transcript.view.clear_selection()
        self.transcript.view.highlight(frozenset())
        self.transcript.view.to_newest()

    def _show_information(self) -> None:
        if self._shown is not None:
            information = self._shown.consultation.information
            self.sidebar.show_information(information, self._is_in_objective)

    def _is_in_objective(self, measurement: Measurement) -> bool:
        return self.note.holds(Section.OBJECTIVE, self._objective_line(measurement))

    def _objective_line(self, *measurements: Measurement) -> str:
        from scribe_app.domain.wording import objective_line

        spoken = self._shown.consultation.language if self._shown else ""
        return objective_line(measurements, spoken or self._language)

    def _show_evidence(self, utterances: frozenset[str]) -> None:
        is_live = self.phase in STOPPABLE
        self.transcript.view.highlight(utterances, scroll=not is_live)

    def _after_first_frame(self) -> None:
        self.painted.emit()
        self.theme.dress()
        keep_on_screen(self)
        self.top.microphone.refresh()
        self.sessions.look()

    def show_keys(self) -> None:
        """Show or hide the panel of keys."""
        corner = QPoint(self.width() - 16, self.columns.y() + self.theme.px(16))
        self._popovers().show_keys(corner)

    def _show_remark(self) -> None:
        chip = self.top.vendor
        corner = chip.mapTo(self, QPoint(chip.width(), chip.height() + 6))
        settable = self.settings.desk is not None
        self._popovers().show_remark(chip.text(), chip.remark, corner, settable=settable)

    def _settings_came(self) -> None:
        self.top.settings.setEnabled(True)
        if self.settings.desk is not None:
            self._prefer(self.settings.desk.load())
        if self._shown is not None:
            self.banner.show_notice(notice_of(self._shown, settable=True))

    def _prefer(self, kept: Preferences) -> None:
        self.top.microphone.prefer(kept.microphone)
        self.note.write_as(kept.layout)

    def _popovers(self) -> Popovers:
        if self._panels is None:
            from scribe_app.ui.popover import Popovers

            self._panels = Popovers(self.theme, self, self.settings.open)
        return self._panels

    def _make(self, desk: Desk, microphones: Microphones) -> None:
        self.top = TopBar(self.theme, desk, microphones, self._language)
        self.ledger = LedgerStrip(self.theme, self._language)
        self.banner = Banner(self.theme)
        self.transcript = TranscriptPane(self.theme, self._language)
        self.note = NotePane(self.theme, desk.submit)
        self.privacy = Privacy(
            self.theme, self._language, self.transcript, desk.submit, self.note.documents.flush
        )
        self.sidebar = Sidebar(self.theme)
        self.columns = Columns(self.theme, self.transcript, self.note, self.sidebar)

    def _build(self) -> None:
        self.setWindowTitle("Scribe")
        self.setObjectName("mainWindow")
        self.setAccessibleName("Scribe")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top, self.ledger, self.banner):
            column.addWidget(part)
        column.addWidget(self.columns, 1)
        self.setCentralWidget(page)
        self.sessions.settle(column, self.columns)
        self.setMinimumSize(800, 480)
        self.resize(1280, 800)
        self.top.record.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.top.record.clicked.connect(self.toggle_recording)
        self.top.pause.clicked.connect(self.toggle_pause)
        self.top.vendor.clicked.connect(self._show_remark)
        self.summoned.connect(lambda: come_forward(self), Qt.ConnectionType.QueuedConnection)
        self.top.sessions.clicked.connect(self.sessions.toggle)
        self.top.settings.clicked.connect(lambda: self.settings.open())
        self.banner.tryAgainAsked.connect(self.toggle_recording)
        self.banner.settingsAsked.connect(self.settings.open)
        self.banner.vaultAsked.connect(self.settings.open_vault)
        self.settings.unlocked.connect(self._settings_came)
        self.settings.opened.connect(lambda: bind_dialog(self))
        self.settings.saved.connect(self._prefer)
        self.transcript.speakerNamed.connect(self.name_speaker)
        self.note.bar.draftAsked.connect(self.draft)
        self.note.evidenceWanted.connect(self._show_evidence)
        self.note.typed.connect(self._show_information)
        self.sidebar.insertAsked.connect(self.insert_measurements)
        self.sidebar.omissions.addAsked.connect(self.note.add_omission)
        self.sidebar.omissions.evidenceWanted.connect(self._show_evidence)
