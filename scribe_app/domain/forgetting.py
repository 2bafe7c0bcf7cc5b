"""What stays of a consultation when a stretch of it is forgotten, in its events and its fold."""

from dataclasses import dataclass, replace

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.information import Information
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.note_folding import Writing, rewritten
from scribe_app.domain.spans import Spans
from scribe_app.domain.transcript import Utterance


@dataclass(frozen=True, slots=True)
class Erasure:
    """A stretch in seconds, the utterances that reach into it and the lines drafted from them.

    A line is an episode, a section and its text.
    """

    since: float
    until: float
    utterances: frozenset[str] = frozenset()
    lines: frozenset[tuple[int, Section, str]] = frozenset()

    def kept(self, event: ev.Event) -> ev.Event | None:
        """Return what stays of an event that was recorded before, None when nothing does.

        Folding what stays, and then `Forgotten`, makes what folding everything and then
        `Forgotten` makes.
        """
        match event:
            case Information():
                return event.outside(self.since, self.until, self.utterances)
            case ev.NoteDraft() | ev.SectionEdited():
                return self.written(event)
            case _:
                return self.late(event)

    def written(self, event: Writing) -> Writing | None:
        """Return what stays of a draft or of an edit that was made before."""
        if isinstance(event, ev.NoteDraft):
            return self.draft(event)
        return replace(event, text=self.text(event.episode, event.section, event.text))

    def late(self, event: ev.Event) -> ev.Event | None:
        """Return what stays of an event that comes after it was asked, None when nothing does.

        A vendor cannot unhear: the words of that stretch, and its notes and findings, which may
        rest on them, are turned away. Our own are made from what is left.
        """
        match event:
            case ev.Partial(utterance):
                return ev.Partial(utterance.without(self.since, self.until))
            case ev.Final(utterance):
                return self._final(event, utterance)
            case Information():
                return event.without_vendors()
            case ev.InformationReplaced() | ev.NoteDraft(Note(Origin.VENDOR)):
                return None
            case _:
                return event

    def draft(self, draft: ev.NoteDraft) -> ev.NoteDraft | None:
        """Return what stays of a draft that was made before, None for a vendor's."""
        if draft.note.origin is Origin.VENDOR:
            return None
        if draft.note.origin is Origin.ON_DEVICE and not any(map(self.rests, draft.evidence)):
            return draft
        evidence = tuple(each for each in draft.evidence if not self.rests(each))
        said = {(each.episode, each.section, each.text.strip()) for each in evidence}
        episodes = tuple(_only(said, at, each) for at, each in enumerate(draft.note.episodes))
        return ev.NoteDraft(replace(draft.note, episodes=episodes), evidence)

    def text(self, episode: int, section: Section, text: str) -> str:
        """Return a section without the lines that rest on the stretch; what was typed stays."""
        lines = text.split("\n")
        kept = [line for line in lines if (episode, section, line.strip()) not in self.lines]
        return text if len(kept) == len(lines) else "\n".join(kept)

    def rests(self, evidence: Evidence) -> bool:
        """Return whether a line comes from something said in the stretch."""
        return not self.utterances.isdisjoint(evidence.utterances)

    def _final(self, event: ev.Final, utterance: Utterance) -> ev.Final:
        kept = utterance.without(self.since, self.until)
        if kept is utterance:
            return event
        if kept.text:
            return ev.Final(kept)
        # Nothing is told of it but how far the vendor had come: the stretch counts as covered.
        end = max(utterance.end, self.until)
        return ev.Final(Utterance(utterance.id, end, end, ""))


def late(event: ev.Event, forgotten: Spans) -> ev.Event | None:
    """Return what stays of an event that comes after stretches were forgotten, None for nothing."""
    kept: ev.Event | None = event
    for since, until in forgotten.parts:
        kept = kept and Erasure(since, until).late(kept)
    return kept


def erasure_of(consultation: Consultation, since: float, until: float) -> Erasure:
    """Return what has to go when a stretch, in seconds, is forgotten."""
    transcript = consultation.transcript
    touched = frozenset(
        each.id for each in transcript.utterances if each.without(since, until) is not each
    )
    erasure = Erasure(since, until, touched)
    drafted = [e for draft in consultation.drafts for e in draft.evidence]
    lines = frozenset(
        (each.episode, each.section, each.text.strip())
        for each in (*drafted, *consultation.evidence)
        if erasure.rests(each)
    )
    return replace(erasure, lines=lines)


def forgotten(consultation: Consultation, since: float, until: float) -> Consultation:
    """Return the consultation without a stretch, in seconds, and all that rests on it."""
    erasure = erasure_of(consultation, since, until)
    written = [kept for each in consultation.written if (kept := erasure.written(each)) is not None]
    return replace(
        rewritten(consultation, written),
        transcript=consultation.transcript.outside(since, until),
        information=consultation.information.outside(since, until, erasure.utterances),
        covered=consultation.covered.plus(since, until),
        forgotten=consultation.forgotten.plus(since, until),
    )


def _only(said: set[tuple[int, Section, str]], index: int, episode: Episode) -> Episode:
    """Return an episode's lines that are said; where any goes, its title and code go as well."""
    kept = episode
    for part in Section:
        lines = episode.text(part).split("\n")
        left = [line for line in lines if not line.strip() or (index, part, line.strip()) in said]
        kept = kept.with_text(part, "\n".join(left)) if len(left) < len(lines) else kept
    return kept if kept == episode else replace(kept, title="", coding="")
