"""How a note is written for a patient record system (HIS): every field, and the note whole."""

import re
import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scribe_app.domain.note import Episode, Note, Section, is_heading

_DECIMAL = re.compile(r"(?<![\d.,:/-])(\d+)\.(\d{1,2})(?![\d.,:/-])")
"""A number with a point and one or two decimals; no date, time, version or thousands."""

_PLAIN = str.maketrans(
    {
        "°": "", "µ": "mc", "μ": "mc", "≥": ">=", "≤": "<=", "±": "+/-", "×": "x", "÷": "/",
        "→": "->", "←": "<-", "–": "-", "—": "-", "−": "-", "\u2011": "-", "‘": "'", "’": "'",
        "\u201a": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "…": "...", "•": "-",
        "·": "-", "€": "EUR", "£": "GBP", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE",
        "ø": "o", "Ø": "O", "ð": "d", "þ": "th", "ł": "l", "Ł": "L", "\u0131": "i",
        "½": "1/2", "¼": "1/4", "¾": "3/4", "\u2044": "/",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """What a HIS wants; the defaults are the plain layout that any program takes.

    `markers` stand before S, O, E and P, in the whole note and, with `marked`, in single fields;
    `joined` puts a section of the whole note on one line. `width` wraps at so many characters and
    `longest` is what a field takes, in characters (0: no limit for either). `decimal_comma` writes
    37,2 for 37.2; `ascii_only` folds every other character; `windows_lines` ends lines with CR LF.
    """

    markers: tuple[str, str, str, str] = ("S:", "O:", "E:", "P:")
    marked: bool = False
    joined: bool = True
    width: int = 0
    longest: int = 0
    decimal_comma: bool = False
    ascii_only: bool = False
    windows_lines: bool = False


PLAIN = Layout()

PRESETS: Mapping[str, Layout] = MappingProxyType(
    {
        "generic": PLAIN,
        "promedico": Layout(decimal_comma=True),
        "bricks": Layout(decimal_comma=True),
        "medicom": Layout(decimal_comma=True, windows_lines=True),
        "microhis": Layout(decimal_comma=True, windows_lines=True),
        "own": PLAIN,
    }
)
"""Where to begin. No maker publishes what its fields take: width and length are the user's."""


def section_layout(text: str, layout: Layout = PLAIN, section: Section | None = None) -> str:
    """Return one field as it is copied: no blank edges; empty for an empty one.

    With `section` it carries that section's marker where the layout wants one.
    """
    body = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if body and section is not None and layout.marked:
        body = f"{_marker(section, layout)} {body}".strip()
    return _finished(body, layout)


def note_layout(note: Note, layout: Layout = PLAIN) -> str:
    """Return the whole note as it is copied, a section a line and episodes an empty line apart."""
    whole = "\n\n".join(_episode(episode, layout) for episode in note.episodes)
    return _finished(whole, layout)


def excess(field: str, layout: Layout) -> int:
    """Return how many characters a copied field is longer than the HIS takes; 0 where it fits."""
    return max(0, len(field) - layout.longest) if layout.longest else 0


def _episode(episode: Episode, layout: Layout) -> str:
    return "\n".join(_marked(part, episode.text(part), layout) for part in Section)


def _marked(section: Section, text: str, layout: Layout) -> str:
    if layout.joined:
        return f"{_marker(section, layout)} {_one_line(text)}".strip()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join(filter(None, [_marker(section, layout), *lines]))


def _marker(section: Section, layout: Layout) -> str:
    return layout.markers[tuple(Section).index(section)]


def _one_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    ended = [_ended(line) for line in lines[:-1]]
    return " ".join(ended + lines[-1:])


def _ended(line: str) -> str:
    if line[-1] in ".,:;!?":
        return line
    return f"{line}:" if is_heading(line) else f"{line}."


def _finished(text: str, layout: Layout) -> str:
    if layout.decimal_comma:
        text = _DECIMAL.sub(r"\1,\2", text)
    if layout.ascii_only:
        text = ascii_text(text)
    if layout.width:
        text = "\n".join(_wrapped(line, layout.width) for line in text.split("\n"))
    return text.replace("\n", "\r\n") if layout.windows_lines else text


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    return textwrap.fill(line, width, break_on_hyphens=False, replace_whitespace=False)


def ascii_text(text: str) -> str:
    """Return text in ASCII: accents dropped, signs spelled, anything else as a question mark."""
    spelled = unicodedata.normalize("NFC", text).translate(_PLAIN)
    folded = unicodedata.normalize("NFKD", spelled)
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return bare.encode("ascii", "replace").decode()
