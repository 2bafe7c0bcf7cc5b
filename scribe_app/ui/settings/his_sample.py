"""A made-up note, written as a layout writes it, with what each field counts."""

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.layout import Layout, excess, note_layout, section_layout
from scribe_app.domain.note import Episode, Note, Section

translate = QCoreApplication.translate


def preview(layout: Layout) -> str:
    """Return the whole sample note and, under it, how long each field is."""
    episode = _episode()
    whole = note_layout(Note(episodes=(episode,)), layout).replace("\r\n", "\n")
    return f"{whole}\n\n{_counts(episode, layout)}"


def _counts(episode: Episode, layout: Layout) -> str:
    fields = {part: section_layout(episode.text(part), layout, part) for part in Section}
    counts = "  ".join(f"{part.letter} {_count(field, layout)}" for part, field in fields.items())
    return translate("Settings", "Characters: %1").replace("%1", counts)


def _count(field: str, layout: Layout) -> str:
    if not layout.longest:
        return str(len(field))
    over = f" (+{excess(field, layout)})" if excess(field, layout) else ""
    return f"{len(field)}/{layout.longest}{over}"


def _episode() -> Episode:
    right = translate("Sample", "Right tonsil red, no pus.")
    temperature = translate("Sample", "Temp 37.2 °C")
    dose = translate("Sample", "Paracetamol 500 mg, at most 4 times a day.")
    back = translate("Sample", "Back if ≥ 1 week.")
    return Episode(
        translate("Sample", "Sore throat for 2 weeks, mostly on the right. No fever."),
        f"{right}\n{temperature}",
        translate("Sample", "Viral pharyngitis"),
        f"{dose}\n{back}",
    )
