"""A row of the transcript as text to lay out: cleaned, cut where it would freeze, and formatted."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPixmap, QTextCharFormat, QTextLayout, QTextOption

from scribe_app.domain.transcript import Status, Utterance
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_marks import MarkRow
from scribe_app.ui.transcript_sizes import LINE, SIGN

translate = QCoreApplication.translate

LONGEST = 20_000
_LONGEST_WORD = 200
_ENDLESS = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")
# Control characters, and those that turn the direction of what follows them.
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
ELLIPSIS = "…"
_LONGEST_NAME = 24
_COUNTED = re.compile(r"speaker[_ ](\d{1,3})", re.IGNORECASE)
_NO_NAMES: Mapping[str, str] = MappingProxyType({})


def shown(text: str) -> str:
    """Return a text as it is painted; what is copied stays whole."""
    cut = text[:LONGEST] + ELLIPSIS if len(text) > LONGEST else text
    return _ENDLESS.sub(rf"\1{ELLIPSIS}", _UNSEEN.sub(" ", cut))


def speaker_name(speaker: str | None, names: Mapping[str, str] = _NO_NAMES) -> str:
    """Return what a speaker is called: as the clinician says, else the vendor's own label.

    It is in the window's language where the role is known.
    """
    label = (speaker or "").strip()
    label = names.get(label, label)
    match label.lower():
        case "":
            return ""
        case "doctor" | "arts" | "dokter" | "clinician" | "médecin" | "medecin":
            return translate("Transcript", "Doctor")
        case "patient" | "patiënt":
            return translate("Transcript", "Patient")
        case "relative" | "naaste" | "proche":
            return translate("Transcript", "Relative")
    if counted := _COUNTED.fullmatch(label):
        return translate("Transcript", "Speaker %1").replace("%1", str(int(counted[1]) + 1))
    return shown(label)[:_LONGEST_NAME]


def copied(utterances: list[Utterance], names: Mapping[str, str] = _NO_NAMES) -> str:
    """Return utterances as plain text, one a line."""
    lines = ((speaker_name(each.speaker, names), each.text) for each in utterances)
    return "\n".join(f"{name}: {text}" if name else text for name, text in lines)


class RowLayout:
    """One laid-out row; `height` is that of its text, `text_start` where the words begin.

    A settled row keeps the `picture` it was painted as.
    """

    def __init__(
        self,
        theme: Theme,
        utterance: Utterance,
        width: float,
        names: Mapping[str, str] = _NO_NAMES,
    ) -> None:
        label = speaker_name(utterance.speaker, names)
        body = shown(utterance.text)
        if utterance.status is Status.PARTIAL and not body.endswith(ELLIPSIS):
            body += ELLIPSIS
        self.text_start = len(label) + 2 if label else 0
        self.text_length = len(body)
        text = f"{label}  {body}" if label else body
        if utterance.status is Status.UNCONFIRMED:
            unconfirmed = translate("Transcript", "unconfirmed")
            text += f"  ({unconfirmed})"
        self.indent = theme.px(SIGN) if isinstance(utterance, MarkRow) else 0
        self.picture: QPixmap | None = None
        self.layout = QTextLayout(text, theme.font())
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_wrapping())
        self.layout.setFormats(self._formats(theme, utterance, label, len(text)))
        self.height = self._lay_out(theme, width - self.indent)

    def _formats(
        self, theme: Theme, utterance: Utterance, name: str, length: int
    ) -> list[QTextLayout.FormatRange]:
        t, label = theme.tokens, len(name)
        lead = QTextCharFormat()
        lead.setFont(theme.font(12, bold=True))
        is_doctor = name == translate("Transcript", "Doctor")
        lead.setForeground(t.accent if is_doctor else t.soft)
        words = QTextCharFormat()
        settled = utterance.status is Status.FINAL and not isinstance(utterance, MarkRow)
        words.setForeground(t.ink if settled else t.faint)
        words.setFontItalic(not settled)
        return [span(0, label, lead), span(label, length - label, words)]

    def _lay_out(self, theme: Theme, width: float) -> float:
        y, step = 0.0, theme.px(LINE)
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            y += step
        self.layout.endLayout()
        return max(y, step)


def span(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a format for a stretch of text."""
    stretch = QTextLayout.FormatRange()
    stretch.start, stretch.length, stretch.format = start, length, style
    return stretch


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
