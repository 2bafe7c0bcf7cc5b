"""Codings and resources beside the note: who said so, and which site a link goes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from scribe_app.ui.cards import Card, CardList
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.plain import brief
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.domain.information import Coding, Resource

translate = QCoreApplication.translate


class CodingsView(CardList):
    """Cards of codes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "codingsView",
            translate("Information", "Codings"),
            translate("Information", "Codes for what was discussed come here."),
            parent,
        )
        self._codings: tuple[Coding, ...] = ()

    def show_codings(self, codings: tuple[Coding, ...]) -> None:
        """Show codings, and who gave them when that is one."""
        if codings == self._codings:
            return
        self._codings = codings
        sources = {each.source for each in codings if each.source}
        remark = brief(sources.pop(), 24) if len(sources) == 1 else ""
        self.show_cards([self._card(each) for each in codings], remark)

    def _card(self, coding: Coding) -> QWidget:
        card = Card(self.theme)
        code = brief(f"{coding.system.upper()} {coding.code}", 40)
        label = plain_label(self.theme, code, Ink.ACCENT, 12, bold=True)
        card.column.addWidget(label)
        words = plain_label(self.theme, brief(coding.description), size=13, wrap=True)
        card.column.addWidget(words)
        for each in (label, words):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.setAccessibleName(f"{code} {brief(coding.description)}")
        return card


class ResourcesView(CardList):
    """Cards of links; only a web address can be opened, and its site is always shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "resourcesView",
            translate("Information", "Resources"),
            translate("Information", "Guidelines and leaflets that fit come here."),
            parent,
        )
        self._resources: tuple[Resource, ...] = ()

    def show_resources(self, resources: tuple[Resource, ...]) -> None:
        """Show resources."""
        if resources != self._resources:
            self._resources = resources
            self.show_cards([self._card(each) for each in resources])

    def _card(self, resource: Resource) -> QWidget:
        host = site(resource.link)
        words = brief(resource.description) or brief(resource.origin) or host
        name = f"{words}, {host or brief(resource.origin)}"
        card = LinkCard(self.theme, resource.link, name) if host else Card(self.theme)
        ink = Ink.ACCENT if host else Ink.INK
        card.column.addWidget(plain_label(self.theme, words, ink, 13, wrap=True))
        card.column.addWidget(plain_label(self.theme, host or brief(resource.origin), Ink.SOFT, 12))
        card.setAccessibleName(name)
        return card


class LinkCard(Card):
    """A card that opens its address in the browser; an unseen button makes it reachable by Tab."""

    def __init__(self, theme: Theme, link: str, name: str) -> None:
        super().__init__(theme)
        self._button = LinkButton(theme, self)
        self._button.setAccessibleName(name)
        self._button.clicked.connect(lambda: _open(link))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button over the whole card."""
        self._button.setGeometry(self.rect())
        self._button.raise_()


class LinkButton(QPushButton):
    """A button that shows nothing but the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ring while it has the focus."""
        if self.hasFocus():
            painter, radius = QPainter(self), self._theme.px(8)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.tokens.focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _open(link: str) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl(link))


def site(link: str) -> str:
    """Return the site of a web address, or nothing for anything else."""
    from PySide6.QtCore import QUrl

    url = QUrl(link, QUrl.ParsingMode.StrictMode)
    is_web = url.isValid() and url.scheme() in ("https", "http") and not url.userInfo()
    return url.host()[:80] if is_web else ""
