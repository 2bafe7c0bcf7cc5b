"""One section's editor: plain text that grows with its lines, a bar saying where each is from."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from scribe_app.ui.line_marks import LineMark, Marks, Source
from scribe_app.ui.plain import breakable
from scribe_app.ui.theme import Theme

_BAR_ROOM = 12


class SectionEdit(QPlainTextEdit):
    """An editor without a scroll bar of its own; the pane around it scrolls."""

    evidenceWanted = Signal(object)
    focused = Signal(bool)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(theme.px(_BAR_ROOM), 0, 0, 0)
        self._theme, self._marks = theme, Marks()
        self._bar = _Bar(self)
        self.updateRequest.connect(lambda *_: self._bar.update())
        self.cursorPositionChanged.connect(self._ask_evidence)
        self.textChanged.connect(self.updateGeometry)
        theme.changed.connect(self._bar.update)

    def show_document(self, document: QTextDocument) -> None:
        """Edit another field's document."""
        if document is not self.document():
            self.setDocument(document)
            self.updateGeometry()

    def show_marks(self, marks: Marks) -> None:
        """Show where the lines come from."""
        self._marks = marks
        self._bar.update()
        if self.hasFocus():
            self._ask_evidence()

    def lines(self) -> Iterator[tuple[QRectF, LineMark]]:
        """Yield each line's place, in the editor's pixels, and its mark."""
        block = self.firstVisibleBlock()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > self.height():
                break
            yield box, self._marks.of(block.text())
            block = block.next()

    def sizeHint(self) -> QSize:
        """Return the height of all lines, at least one."""
        block, height = self.document().firstBlock(), 0.0
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        line = QFontMetricsF(self._theme.font()).lineSpacing()
        return QSize(self._theme.px(160), round(max(height, line)) + self._theme.px(4))

    def minimumSizeHint(self) -> QSize:
        """Return the same height: no line is hidden."""
        return QSize(self._theme.px(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._bar.setGeometry(0, 0, self._theme.px(_BAR_ROOM), self.height())
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, as a key would."""
        cursor = QTextCursor(self.document().findBlockByNumber(line))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the pane scroll."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the card, and the evidence of the line under the cursor."""
        super().focusInEvent(event)
        self.focused.emit(True)
        self._ask_evidence()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus off the card."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; a file that is dropped here is the window's, and its path no note."""
        files = any(url.isLocalFile() for url in source.urls())
        return not files and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, broken where an endless word would freeze the window."""
        plain = QMimeData()
        plain.setText(breakable(source.text()))
        super().insertFromMimeData(plain)

    def _ask_evidence(self) -> None:
        if self.hasFocus():
            mark = self._marks.of(self.textCursor().block().text())
            self.evidenceWanted.emit(mark.utterances)

    @property
    def theme(self) -> Theme:
        """Return the look."""
        return self._theme


@contextmanager
def cursors_kept(edits: Iterable[SectionEdit]) -> Iterator[None]:
    """Keep every cursor before what is put in at its place by somebody else."""
    kept = [(edit, edit.textCursor(), edit.textCursor().hasSelection()) for edit in edits]
    for _, cursor, _ in kept:
        cursor.setKeepPositionOnInsert(True)
    yield
    for edit, cursor, selects in kept:
        cursor.setKeepPositionOnInsert(False)
        if not selects:
            cursor.setPosition(cursor.position())  # the anchor does not keep its place
        if cursor.position() != edit.textCursor().position():
            edit.setTextCursor(cursor)


class _Bar(QWidget):
    """The margin with the bars: solid said, dashed typed, dotted check, broad and broken wrong."""

    def __init__(self, edit: SectionEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, px, t = QPainter(self), self._edit.theme.px, self._edit.theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, mark in self._edit.lines():
            top, bottom = box.top() + px(3), box.bottom() - px(3)
            match mark.source:
                case Source.SAID:
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(t.accent)
                    painter.drawRoundedRect(QRectF(0, top, px(3), bottom - top), 1.5, 1.5)
                case Source.TYPED:
                    painter.setPen(_pen(t.edge, px(1), (3, 3)))
                    painter.drawLine(px(1), round(top), px(1), round(bottom))
                case Source.CHECK:
                    painter.setPen(_pen(t.warn, px(3), (1, 1)))
                    painter.drawLine(px(1), round(top), px(1), round(bottom))
                case Source.WRONG:
                    painter.setPen(_pen(t.rec, px(4), (2, 0.6)))
                    painter.drawLine(px(2), round(top), px(2), round(bottom))
                case Source.BLANK:
                    pass


def _pen(colour: QColor, width: float, dashes: tuple[float, float]) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(dashes)
    return pen
