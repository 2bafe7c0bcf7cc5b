"""A quiet line for what went wrong or must be known: one sentence, at most one thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from scribe_app.domain.keeping import VaultState
from scribe_app.domain.session import Phase
from scribe_app.ui import keeping_words, microphone_words
from scribe_app.ui.announce import alert
from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.labels import plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.plain import brief
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.domain.faults import Fault
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate


class Action(Enum):
    """What the banner's one button does."""

    DISMISS = auto()
    TRY_AGAIN = auto()
    SETTINGS = auto()
    CHOOSE = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence and its action; one that is calm only tells how things are."""

    sentence: str
    action: Action
    calm: bool = False


def notice_of(snapshot: Snapshot, *, settable: bool = False) -> Notice | None:
    """Return what the banner says for a snapshot, if anything; a fault goes first.

    What keeps sound from being recorded or stored goes before that. `settable` says whether
    there are settings to open.
    """
    if sentence := microphone_words.trouble(snapshot):
        return Notice(sentence, Action.DISMISS)
    if sentence := keeping_words.urgent(snapshot.keeping):
        return Notice(sentence, Action.DISMISS)
    fault = snapshot.fault
    if fault is not None:
        at_rest = snapshot.state.phase in (Phase.IDLE, Phase.REVIEW)
        return Notice(fault.sentence, _action(fault, at_rest=at_rest, settable=settable))
    if sentence := keeping_words.remark(snapshot.keeping):
        return Notice(sentence, Action.DISMISS)
    if sentence := microphone_words.remark(snapshot):
        return Notice(sentence, Action.DISMISS)
    if sentence := microphone_words.elsewhere(snapshot):
        return Notice(sentence, Action.DISMISS, calm=True)
    return _vault_notice(snapshot, settable=settable)


def _vault_notice(snapshot: Snapshot, *, settable: bool) -> Notice | None:
    """Return what is said of who holds the key of recordings: asked once, and never waited for."""
    match snapshot.vault:
        case VaultState.UNDECIDED if settable:
            sentence = translate(
                "Banner",
                "This computer has no keyring: choose whether recordings survive the end of "
                "Scribe. Until then they do not.",
            )
            return Notice(sentence, Action.CHOOSE)
        case VaultState.LOCKED if settable:
            sentence = translate("Banner", "Enter your passphrase to open earlier recordings.")
            return Notice(sentence, Action.OPEN)
        case VaultState.PASSPHRASE:
            return None  # what was begun in memory is kept with the rest by now
        case _ if snapshot.sealed_in_memory:
            sentence = translate(
                "Banner",
                "No keyring: this consultation cannot be opened again once Scribe is closed.",
            )
            return Notice(sentence, Action.DISMISS)
    return None


def _action(fault: Fault, *, at_rest: bool, settable: bool) -> Action:
    from scribe_app.domain.faults import FaultKind

    in_settings = (FaultKind.AUTH, FaultKind.ENTITLEMENT, FaultKind.CONFIGURATION)
    if settable and fault.kind in in_settings:
        return Action.SETTINGS
    again = fault.kind is FaultKind.DEVICE and fault.retryable and at_rest
    return Action.TRY_AGAIN if again else Action.DISMISS


class Banner(QFrame):
    """Shown under the ledger; it comes and goes without taking the focus."""

    tryAgainAsked = Signal()
    settingsAsked = Signal(str)
    vaultAsked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("faultBanner")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._theme = theme
        self._notice: Notice | None = None
        self._label = plain_label(theme, "", size=13, wrap=True)
        self.button = PillButton(theme, Kind.GHOST)
        self.button.setObjectName("bannerButton")
        self.button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(42), theme.px(6), theme.px(16), theme.px(6))
        row.setSpacing(theme.px(12))
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        theme.changed.connect(self.update)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice; one that was dismissed stays away until another takes its place."""
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is not None:
            self._show(notice)

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def minimumSizeHint(self) -> QSize:
        """Return a height for the button."""
        return QSize(self._theme.px(200), self._theme.px(50))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the sign."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        calm = self._notice is not None and self._notice.calm
        fill(painter, self.rect(), t.accent_soft if calm else t.warn_soft)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), t.line)
        side = px(16)
        box = QRectF(px(16), (self.height() - side) / 2, side, side)
        icon, colour = (Icon.MICROPHONE, t.accent) if calm else (Icon.WARN, t.warn)
        paint_icon(painter, icon, box, colour)

    def _show(self, notice: Notice) -> None:
        from scribe_app.ui.fault_words import in_our_language

        sentence = brief(in_our_language(notice.sentence), 300)
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.show_as(_word(notice.action))
        self.update()
        alert(self)

    def _act(self) -> None:
        self.hide()
        match self._notice:
            case Notice(action=Action.TRY_AGAIN):
                self.tryAgainAsked.emit()
            case Notice(sentence, Action.SETTINGS):
                self.settingsAsked.emit(sentence)
            case Notice(action=Action.CHOOSE | Action.OPEN):
                self.vaultAsked.emit()


def _word(action: Action) -> str:
    match action:
        case Action.TRY_AGAIN:
            return translate("Banner", "Try again")
        case Action.SETTINGS:
            return translate("Banner", "Settings")
        case Action.CHOOSE:
            return translate("Banner", "Choose")
        case Action.OPEN:
            return translate("Banner", "Enter it")
        case Action.DISMISS:
            return translate("Banner", "Close")
