"""A consultation is a fold over its events; nothing else changes it."""

from collections.abc import Iterable
from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_seconds
from scribe_app.domain.consultation import Consultation, Epoch
from scribe_app.domain.forgetting import erasure_of, forgotten
from scribe_app.domain.information import Information
from scribe_app.domain.note_folding import drafted, edited
from scribe_app.domain.transcript import Transcript, Utterance


def fold(consultation: Consultation, event: ev.Event) -> Consultation:
    """Return the consultation after one event."""
    match event:
        case ev.Partial(utterance):
            return _heard(consultation, consultation.transcript.with_partial(utterance))
        case ev.Final(utterance):
            return _finalised(consultation, utterance)
        case ev.Retracted(utterance_id):
            return _heard(consultation, consultation.transcript.without(utterance_id))
        case ev.SpeakerRevised(utterance_id, speaker):
            return _heard(consultation, consultation.transcript.spoken_by(utterance_id, speaker))
        case ev.Progress(until, since):
            return replace(consultation, covered=consultation.covered.plus(since, until))
        case Information():
            return replace(consultation, information=consultation.information.merged(event))
        case ev.InformationReplaced(newer):
            ours = consultation.information.without_vendors()
            return replace(consultation, information=ours.merged(newer))
        case ev.NoteDraft():
            return drafted(consultation, event)
        case ev.SectionEdited():
            return edited(consultation, event)
        case ev.Ended():
            return _heard(consultation, consultation.transcript.promoted())
        case ev.Unsettled(since, until):
            return replace(consultation, covered=consultation.covered.minus(since, until))
        case ev.EpochOpened(number, vendor, model, start, name):
            epoch = Epoch(number, vendor, model, start, name)
            return replace(consultation, epochs=(*consultation.epochs, epoch))
        case ev.SpeakerNamed(speaker, name):
            kept = tuple(pair for pair in consultation.speakers if pair[0] != speaker)
            named = (*kept, (speaker, name)) if name else kept
            return replace(consultation, speakers=named)
        case ev.RecordingStarted(source, language):
            return replace(consultation, source=source, language=language)
        case ev.Gap(at_sample, samples) if samples:
            return _silent(consultation, to_seconds(at_sample), to_seconds(at_sample + samples))
        case ev.PrivateBegan(at_sample):
            moments = (*consultation.private, to_seconds(at_sample))
            return replace(consultation, private=moments)
        case ev.Forgotten(from_sample, to_sample):
            return forgotten(consultation, to_seconds(from_sample), to_seconds(to_sample))
        case ev.RecordingStopped(at_sample):
            return replace(consultation, captured_samples=at_sample)
        case _:
            return consultation


def folded(events: Iterable[ev.Event]) -> Consultation:
    """Return the consultation that a whole log of events makes."""
    consultation = Consultation()
    for event in events:
        consultation = fold(consultation, event)
    return consultation


def _silent(consultation: Consultation, start: float, end: float) -> Consultation:
    """Mark a stretch without sound, which nobody has to be asked about."""
    return replace(
        consultation,
        missing=consultation.missing.plus(start, end),
        covered=consultation.covered.plus(start, end),
    )


def cleansed(events: Iterable[ev.Event]) -> list[ev.Event | None]:
    """Return what should stand in the place of each event of a log, None for nothing.

    It differs from what stands there only when what was asked to be forgotten is half done.
    """
    consultation, kept = Consultation(), list[ev.Event | None]()
    for event in events:
        if isinstance(event, ev.Forgotten):
            stretch = (to_seconds(event.from_sample), to_seconds(event.to_sample))
            erasure = erasure_of(consultation, *stretch)
            kept = [each and erasure.kept(each) for each in kept]
        kept.append(event)
        consultation = fold(consultation, event)
    return kept


def _heard(consultation: Consultation, transcript: Transcript) -> Consultation:
    return replace(consultation, transcript=transcript)


def _finalised(consultation: Consultation, final: Utterance) -> Consultation:
    # A vendor settles what it was given up to the end of what it says for good.
    since = consultation.epoch_start(final.id)
    return replace(
        consultation,
        transcript=consultation.transcript.with_final(final),
        covered=consultation.covered.plus(since, final.end),
    )
