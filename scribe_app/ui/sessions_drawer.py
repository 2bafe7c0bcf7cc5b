"""The drawer of consultations: opens beside the work, asks in its own place, stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.ports.archive import Archive, Entry, Standing
from scribe_app.ui.announce import announce
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, heading, plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.session_words import title
from scribe_app.ui.sessions_list import SessionsList
from scribe_app.ui.surface import fill

if TYPE_CHECKING:
    from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
WIDTH = 380
"""Pixels of the drawing."""

_ROOMY = 400


class SessionsDrawer(QFrame):
    """Enter opens, Delete asks before it discards, Escape goes back."""

    openAsked = Signal(str)
    finishAsked = Signal(str)
    discardAsked = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sessionsDrawer")
        self.setAccessibleName(translate("Sessions", "Consultations"))
        self._theme, self._language = theme, language
        self._busy = False
        self._doomed: Entry | None = None
        self.list = SessionsList(theme, language)
        self.list.setAccessibleName(translate("Sessions", "Consultations, the newest first"))
        self.close_button = self._button("sessionsClose", Kind.SMALL, self.hide)
        self.open_button = self._button("sessionsOpen", Kind.PRIMARY, self._open)
        self.finish_button = self._button("sessionsFinish", Kind.GHOST, self._finish)
        self.discard_button = self._button("sessionsDiscard", Kind.GHOST, self._ask)
        self.sure_button = self._button("sessionsSure", Kind.RECORDING, self._discard)
        self.keep_button = self._button("sessionsKeep", Kind.GHOST, self._keep)
        self.remark = plain_label(theme, "", Ink.SOFT, 12, wrap=True)
        self.question = plain_label(theme, "", Ink.INK, 13, wrap=True)
        self._say()
        self._build()
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.list.itemActivated.connect(lambda _item: self._open())
        theme.changed.connect(self.update)
        self.hide()

    def show_archive(self, archive: Archive, name: Callable[[str], str], *, busy: bool) -> None:
        """Show what is on the disk; while `busy` nothing of it can be opened."""
        self._busy = busy
        self.list.show_entries(archive.entries, name)
        self._tell(archive)
        if self._doomed is not None and self._doomed.id not in {e.id for e in archive.entries}:
            self._keep()
        self._chosen()

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Discard on Delete, close on Escape; a question that is open is answered first."""
        match event.key():
            case Qt.Key.Key_Escape if self._doomed is not None:
                self._keep()
            case Qt.Key.Key_Escape:
                self.hide()
            case Qt.Key.Key_Delete:
                self._ask()
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget an open question, and say that the drawer is closed."""
        super().hideEvent(event)
        self._keep()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and its edge."""
        painter, t = QPainter(self), self._theme.tokens
        fill(painter, self.rect(), t.pane)
        fill(painter, QRect(self.width() - 1, 0, 1, self.height()), t.edge)

    # --- what is asked ---------------------------------------------------------------------------

    def _open(self) -> None:
        entry = self.list.chosen
        if entry is not None and self.open_button.isEnabled():
            self.openAsked.emit(entry.id)

    def _finish(self) -> None:
        if self.list.chosen is not None:
            self.finishAsked.emit(self.list.chosen.id)

    def _ask(self) -> None:
        entry = self.list.chosen
        if entry is None:
            return
        self._doomed = entry
        words = translate(
            "Sessions",
            "Discard the consultation of %1? Its sound, transcript and note are destroyed for "
            "good; this cannot be undone.",
        ).replace("%1", title(entry, self._language))
        self.question.setText(words)
        self._swap()
        announce(self, words)
        self.keep_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _discard(self) -> None:
        doomed = self._doomed
        self._keep()
        if doomed is not None:
            self.discardAsked.emit(doomed.id)

    def _keep(self) -> None:
        asked, self._doomed = self._doomed is not None, None
        self._swap()
        if asked and self.isVisible():
            self.take_focus()

    # --- what is shown ---------------------------------------------------------------------------

    def _chosen(self) -> None:
        entry = self.list.chosen
        readable = entry is not None and entry.standing is not Standing.UNREADABLE
        switch(self.open_button, on=readable and not self._busy)
        switch(self.finish_button, on=entry is not None and entry.is_offered and not self._busy)
        switch(self.discard_button, on=entry is not None)

    def _tell(self, archive: Archive) -> None:
        if not archive.entries:
            words = (
                translate("Sessions", "Recorded consultations stand here until they are discarded.")
                if archive.looked
                else translate("Sessions", "Looking…")
            )
        elif self._busy:
            words = translate("Sessions", "A consultation is open; another opens after it.")
        elif archive.discarded and not archive.cleared:
            words = translate("Sessions", "Discarded; a file in use goes at the next start.")
        else:
            words = ""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))

    def _swap(self) -> None:
        asking = self._doomed is not None
        for button in (self.open_button, self.finish_button, self.discard_button):
            button.setVisible(not asking)
        for button in (self.sure_button, self.keep_button):
            button.setVisible(asking)
        self.question.setVisible(asking)
        # Where the text is large, the question needs the room; it names what it is about.
        self.list.setVisible(not asking or self.height() >= self._theme.px(_ROOMY))

    def _say(self) -> None:
        self.close_button.show_as(translate("Sessions", "Close"), cap=Keys.SESSIONS.cap)
        self.open_button.show_as(translate("Sessions", "Open"), cap="↵")
        self.finish_button.show_as(translate("Sessions", "Finish"))
        self.discard_button.show_as(translate("Sessions", "Discard"), cap="Del")
        self.sure_button.show_as(translate("Sessions", "Discard for good"), icon=Icon.WARN)
        self.keep_button.show_as(translate("Sessions", "Keep it"), cap="Esc")

    def _button(self, name: str, kind: Kind, asked: Callable[[], object]) -> PillButton:
        button = PillButton(self._theme, kind)
        button.setObjectName(name)
        button.clicked.connect(lambda: asked())
        return button

    def _build(self) -> None:
        px, column = self._theme.px, QVBoxLayout(self)
        column.setContentsMargins(0, px(12), px(2), px(12))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(14), 0)
        head.addWidget(heading(self._theme, translate("Sessions", "Consultations")))
        head.addStretch(1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(16), 0, px(14), 0)
        foot.setSpacing(px(8))
        foot.addWidget(self.remark)
        foot.addWidget(self.question)
        for pair in (
            (self.open_button, self.finish_button, self.discard_button),
            (self.sure_button, self.keep_button),
        ):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            for each in pair:
                row.addWidget(each)
            row.addStretch(1)
            foot.addLayout(row)
        column.addLayout(foot)
        self._swap()
