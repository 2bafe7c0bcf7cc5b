"""The colours of the window, once for light and once for dark; nothing else names a colour."""

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by what they are for; every text colour reads at 4.5:1 on every surface it meets."""

    bg: QColor
    pane: QColor
    raised: QColor
    line: QColor
    ink: QColor
    soft: QColor
    faint: QColor
    accent: QColor
    accent_ink: QColor
    accent_soft: QColor
    rec: QColor
    rec_ink: QColor
    rec_soft: QColor
    warn: QColor
    warn_soft: QColor
    ok: QColor
    evidence: QColor
    select: QColor
    focus: QColor
    edge: QColor


def _tokens(**colours: str) -> Tokens:
    return Tokens(**{field.name: QColor(colours[field.name]) for field in fields(Tokens)})


def light() -> Tokens:
    """Return the light tokens."""
    return _tokens(
        bg="#f5f6f8",
        pane="#ffffff",
        raised="#ffffff",
        line="#e2e5ea",
        ink="#1b2430",
        soft="#566271",
        faint="#5f6a78",
        accent="#0b6e6e",
        accent_ink="#ffffff",
        accent_soft="#d5ebe9",
        rec="#c4303a",
        rec_ink="#ffffff",
        rec_soft="#fdebec",
        warn="#835500",
        warn_soft="#fff3d6",
        ok="#1f7a45",
        evidence="#fff1b8",
        select="#e3edfa",
        focus="#1d6fd8",
        edge="#8792a0",
    )


def dark() -> Tokens:
    """Return the dark tokens."""
    return _tokens(
        bg="#15191f",
        pane="#1c2129",
        raised="#232a34",
        line="#323b47",
        ink="#e8ecf1",
        soft="#a9b4c1",
        faint="#98a4b2",
        accent="#4fc3bd",
        accent_ink="#08211f",
        accent_soft="#1d4645",
        rec="#ff6b73",
        rec_ink="#2a0a0c",
        rec_soft="#3d2023",
        warn="#ffcf70",
        warn_soft="#3a3018",
        ok="#6fd39a",
        evidence="#574810",
        select="#24344a",
        focus="#6aa8ff",
        edge="#6f7c8b",
    )


def contrast(text: QColor, surface: QColor) -> float:
    """Return the WCAG 2 contrast ratio of two opaque colours, 1 to 21."""
    lighter, darker = sorted((_luminance(text), _luminance(surface)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
