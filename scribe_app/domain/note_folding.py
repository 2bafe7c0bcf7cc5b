"""The note as drafts and the clinician's edits make it, one after another."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scribe_app.domain.consultation import Consultation
from scribe_app.domain.events import NoteDraft, SectionEdited
from scribe_app.domain.merging import merged_episodes
from scribe_app.domain.note import Episode, Evidence, Note, Section

Writing = NoteDraft | SectionEdited


def drafted(consultation: Consultation, draft: NoteDraft) -> Consultation:
    """Take a draft as a version and show what it changed, but where the clinician typed."""
    ours, theirs = consultation.note.episodes, draft.note.episodes or (Episode(),)
    base = consultation.drafted or (Episode(),)
    episodes, places = merged_episodes(base, ours, theirs)
    put = [*base, *[Episode()] * (len(episodes) - len(base))]
    for at, place in places.items():
        put[place] = theirs[at]
    moved = (replace(e, episode=places.get(e.episode, e.episode)) for e in draft.evidence)
    return replace(
        consultation,
        note=Note(draft.note.origin, episodes),
        evidence=_standing((*moved, *consultation.evidence), episodes),
        drafts=(*consultation.drafts, draft),
        drafted=tuple(put[: len(episodes)]),
        written=(*consultation.written, draft),
    )


def edited(consultation: Consultation, edit: SectionEdited) -> Consultation:
    """Take the clinician's text for a section; nobody overwrites it."""
    episodes = list(consultation.note.episodes)
    while len(episodes) <= edit.episode:
        episodes.append(Episode())
    episodes[edit.episode] = episodes[edit.episode].with_text(edit.section, edit.text)
    return replace(
        consultation,
        note=Note(consultation.note.origin, tuple(episodes)),
        typed={**consultation.typed, (edit.episode, edit.section): edit.text},
        written=_with(consultation.written, edit),
    )


def rewritten(consultation: Consultation, written: Iterable[Writing]) -> Consultation:
    """Return the consultation with the note that other drafts and edits make."""
    blank = Consultation()
    consultation = replace(
        consultation,
        note=blank.note,
        evidence=blank.evidence,
        drafts=blank.drafts,
        typed=blank.typed,
        drafted=blank.drafted,
        written=blank.written,
    )
    for each in written:
        match each:
            case NoteDraft():
                consultation = drafted(consultation, each)
            case SectionEdited():
                consultation = edited(consultation, each)
    return consultation


def _with(written: Sequence[Writing], edit: SectionEdited) -> tuple[Writing, ...]:
    """Add an edit; between two drafts only the last one of a field counts."""
    for at in range(len(written) - 1, -1, -1):
        each = written[at]
        if isinstance(each, NoteDraft):
            break
        if (each.episode, each.section) == (edit.episode, edit.section):
            return (*written[:at], edit, *written[at + 1 :])
    return (*written, edit)


def _standing(evidence: Iterable[Evidence], episodes: Sequence[Episode]) -> tuple[Evidence, ...]:
    """Return what speaks for a line that stands in the note; the first for each line."""
    lines = {
        (at, part, line.strip())
        for at, episode in enumerate(episodes)
        for part in Section
        for line in episode.text(part).split("\n")
    }
    found: dict[tuple[int, Section, str], Evidence] = {}
    for each in evidence:
        key = (each.episode, each.section, each.text.strip())
        if key in lines:
            found.setdefault(key, each)
    return tuple(found.values())
