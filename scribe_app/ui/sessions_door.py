"""The way to the consultations on the disk: offers the unfinished, opens the drawer of them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from scribe_app.domain.session import Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from scribe_app.domain.commands import Command
    from scribe_app.ports.desk import Snapshot
    from scribe_app.ui.recovery_row import RecoveryRow
    from scribe_app.ui.sessions_drawer import SessionsDrawer
    from scribe_app.ui.theme import Theme


class SessionsDoor(QObject):
    """Its row and its drawer are made when they are first needed, never for the first frame."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        submit: Callable[[Command], None],
        engine_name: Callable[[str], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._language, self._window = theme, language, window
        self._submit, self._engine_name = submit, engine_name
        self._shown: Snapshot | None = None
        self._back: QWidget | None = None
        self._put_off: frozenset[str] = frozenset()
        self._room: QVBoxLayout | None = None
        self._beside: QWidget | None = None
        self.row: RecoveryRow | None = None
        self.drawer: SessionsDrawer | None = None

    def settle(self, room: QVBoxLayout, beside: QWidget) -> None:
        """Take the column in which the row stands, over the part that the drawer covers."""
        self._room, self._beside = room, beside

    def look(self) -> None:
        """Have the disk looked at; what is found comes with a snapshot."""
        from scribe_app.domain.commands import ListSessions

        self._submit(ListSessions())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer what is unfinished while nobody is recorded, and show the list where it is open."""
        self._shown = snapshot
        self._offer(snapshot)
        if self.drawer is not None and self.drawer.isVisible():
            self._fill(self.drawer, snapshot)

    def toggle(self) -> None:
        """Open the drawer, or close it."""
        from scribe_app.ports.desk import Snapshot

        if self.drawer is not None and self.drawer.isVisible():
            self.drawer.hide()
            return
        if self.drawer is None:
            self.drawer = self._made_drawer()
        self._back = QApplication.focusWidget()
        self.look()
        self._fill(self.drawer, self._shown or Snapshot())
        self.place()
        self.drawer.show()
        self.drawer.raise_()
        self.drawer.take_focus()

    def show_list(self) -> None:
        """Open the drawer, unless it is open."""
        if self.drawer is None or not self.drawer.isVisible():
            self.toggle()

    @property
    def is_busy(self) -> bool:
        """Return whether somebody is being recorded, or the end of it is being worked on."""
        return self._shown is not None and self._is_busy(self._shown)

    def finish(self) -> None:
        """Finish what is offered: one in the window, several out of sight."""
        from scribe_app.domain.commands import FinishLater, OpenSession

        if self._shown is None or self._is_busy(self._shown):
            return
        ids = self._ids()
        if len(ids) == 1:
            self._submit(OpenSession(ids[0], finish=True))
        elif ids:
            self._submit(FinishLater(ids))
            self.show_list()  # which shows how the queue gets on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the drawer with the part it covers."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.place()
        return False

    def place(self) -> None:
        """Keep the drawer over the part it covers."""
        if self.drawer is None or self._beside is None:
            return
        from scribe_app.ui.sessions_drawer import WIDTH

        beside = self._beside
        corner = beside.mapTo(self._window, beside.rect().topLeft())
        wide = max(self._theme.px(WIDTH), self.drawer.minimumSizeHint().width())
        self.drawer.setGeometry(corner.x(), corner.y(), min(wide, beside.width()), beside.height())

    # --- parts -----------------------------------------------------------------------------------

    def _ids(self) -> tuple[str, ...]:
        """Return what is offered, else what was put off."""
        if self._shown is None or not self._has_offers(self._shown):
            return ()
        from scribe_app.ui.offers import offer_of

        offer = offer_of(self._shown, self._put_off, self._language)
        offer = offer or offer_of(self._shown, frozenset(), self._language)
        return offer.ids if offer else ()

    def _has_offers(self, snapshot: Snapshot) -> bool:
        """Return whether there can be one; nearly always there is none, and nothing to import."""
        return bool(snapshot.ledger.unconfirmed or snapshot.archive.offered)

    def _is_busy(self, snapshot: Snapshot) -> bool:
        return not snapshot.resumed and snapshot.state.phase not in (Phase.IDLE, Phase.REVIEW)

    def _offer(self, snapshot: Snapshot) -> None:
        offer = None
        if self._has_offers(snapshot):
            from scribe_app.ui.offers import offer_of

            offer = offer_of(snapshot, self._put_off, self._language)
        if offer is None:
            if self.row is not None:
                self.row.hide()
            return
        self.row = self.row or self._made_row()
        self.row.offer(offer.sentence, offer.brief, several=len(offer.ids) > 1)

    def _later(self) -> None:
        """Offer these no more in this run; the list has them."""
        self._put_off |= frozenset(self._ids())
        if self._shown is not None:
            self._offer(self._shown)

    def _fill(self, drawer: SessionsDrawer, snapshot: Snapshot) -> None:
        drawer.show_archive(snapshot.archive, self._engine_name, busy=self._is_busy(snapshot))

    def _made_row(self) -> RecoveryRow:
        from scribe_app.ui.recovery_row import RecoveryRow

        row = RecoveryRow(self._theme)
        row.finishAsked.connect(self.finish)
        row.listAsked.connect(self.toggle)
        row.putOff.connect(self._later)
        if self._room is not None:
            self._room.insertWidget(self._room.count() - 1, row)
        return row

    def _made_drawer(self) -> SessionsDrawer:
        from scribe_app.domain.commands import DiscardSession, OpenSession
        from scribe_app.ui.sessions_drawer import SessionsDrawer

        drawer = SessionsDrawer(self._theme, self._language, self._window)
        drawer.openAsked.connect(lambda each: self._leave_with(OpenSession(each)))
        drawer.finishAsked.connect(lambda each: self._leave_with(OpenSession(each, finish=True)))
        drawer.discardAsked.connect(lambda each: self._submit(DiscardSession(each)))
        drawer.closed.connect(self._give_back)
        if self._beside is not None:
            self._beside.installEventFilter(self)
        return drawer

    def _leave_with(self, command: Command) -> None:
        self._submit(command)
        if self.drawer is not None:
            self.drawer.hide()

    def _give_back(self) -> None:
        back, self._back = self._back, None
        if back is not None and back.isVisible() and back.isEnabled():
            back.setFocus(Qt.FocusReason.ShortcutFocusReason)
