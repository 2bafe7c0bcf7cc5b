"""A consultation is the fold of its events, and the log can bring every one of them back."""

import dataclasses
import typing

from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold, folded
from scribe_app.domain.information import Coding, Information, Measurement
from scribe_app.domain.layout import note_layout
from scribe_app.domain.microphone import GapReason, Opening, OpeningVerdict
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.transcript import Status, Utterance, Word
from scribe_app.engine import journal


def said(number: int, text: str = "word", status: Status = Status.FINAL) -> Utterance:
    start = float(number)
    return Utterance(f"0:{number}", start, start + 1, text, None, (Word(text, start, start + 1),))


def draft(**sections: str) -> ev.NoteDraft:
    return ev.NoteDraft(Note(Origin.ON_DEVICE, (Episode(**sections),)))


def test_finals_stay_and_partials_are_replaced_whole() -> None:
    transcript = folded(
        [
            ev.Partial(said(0, "one")),
            ev.Partial(said(0, "one two")),
            ev.Final(said(0, "one two three")),
            ev.Partial(said(1, "four")),
        ]
    ).transcript
    assert [u.text for u in transcript.finals] == ["one two three"]
    assert [u.text for u in transcript.partials] == ["four"]


def test_a_repeated_final_revises_and_never_doubles() -> None:
    events = [ev.Final(said(n)) for n in (0, 1, 2)] + [ev.Final(said(1, "revised"))]
    assert [u.text for u in folded(events).transcript.finals] == ["word", "revised", "word"]


def test_a_partial_that_nobody_finishes_is_kept_as_unconfirmed() -> None:
    transcript = folded([ev.Partial(said(0, "cut o")), ev.Ended(confirmed=False)]).transcript
    assert [(u.text, u.status) for u in transcript.finals] == [("cut o", Status.UNCONFIRMED)]


@given(st.permutations(range(12)), st.lists(st.integers(0, 11)))
def test_finals_in_any_order_with_any_repeats_are_one_transcript(
    order: list[int], repeats: list[int]
) -> None:
    shuffled = folded(ev.Final(said(n)) for n in (*order, *repeats))
    assert [u.id for u in shuffled.transcript.finals] == [f"0:{n}" for n in range(12)]


def test_a_draft_never_overwrites_what_was_typed() -> None:
    consultation = folded(
        [
            draft(subjective="S1", plan="P1"),
            ev.SectionEdited(0, Section.PLAN, "typed"),
            draft(subjective="S2", plan="P2"),
        ]
    )
    assert consultation.note.episodes == (Episode(subjective="S2", plan="typed"),)
    assert len(consultation.drafts) == 2


def test_a_draft_with_fewer_episodes_keeps_the_typed_one() -> None:
    consultation = folded([ev.SectionEdited(2, Section.PLAN, "typed"), draft(subjective="S")])
    assert [e.plan for e in consultation.note.episodes] == ["", "", "typed"]


def test_information_is_a_keyed_union() -> None:
    first = Information(measurements=(Measurement("Pulse", "72", "/min"),))
    second = Information(measurements=(*first.measurements, Measurement("Pulse", "88", "/min")))
    merged = folded([first, second, first]).information
    assert [m.value for m in merged.measurements] == ["72", "88"]


def test_a_whole_note_is_copied_as_the_contract_says() -> None:
    note = Note(episodes=(Episode("a\nb", "", "c", "d"), Episode(plan="x")))
    assert note_layout(note) == "S: a. b\nO:\nE: c\nP: d\n\nS:\nO:\nE:\nP: x"


EVERY_EVENT: list[ev.Event] = [
    ev.Ready("m"),
    ev.Partial(said(1)),
    ev.Final(said(2)),
    ev.Retracted("0:1"),
    ev.SpeakerRevised("0:2", "doctor"),
    ev.Progress(3.5),
    ev.Unsettled(1.5, 2.0),
    Information(measurements=(Measurement("Pulse", "72", "/min"),)),
    ev.NoteDraft(
        Note(Origin.LLM, (Episode("s"),)), (Evidence(0, Section.PLAN, "line", ("0:2",), 0.5),)
    ),
    ev.Recovered(),
    ev.Ended(confirmed=True),
    ev.RecordingStarted("mic", "nl"),
    ev.RecordingPaused(320),
    ev.RecordingResumed(320),
    ev.PrivateBegan(320),
    ev.PrivateEnded(320),
    ev.RecordingStopped(640),
    ev.SignalLost(),
    ev.SignalFound(),
    ev.Gap(320),
    ev.Gap(320, 128_000, GapReason.ASLEEP),
    ev.MicrophoneMoved("Jabra", 320),
    ev.MicrophoneTroubled(None, 640),
    ev.OpeningMeasured(Opening(3.0, -54.7, -60.2, 0, OpeningVerdict.QUIET)),
    ev.EpochOpened(1, "on-device", "whisper-base", 16_000),
    ev.SectionEdited(0, Section.OBJECTIVE, "é µ °"),
    ev.Copied(0, Section.PLAN),
    ev.Copied(0, None),
    ev.SpeakerNamed("SPEAKER_0", "Zoë"),
    ev.Forgotten(320, 640),
    ev.NoteWaived(),
    ev.InformationReplaced(Information(codings=(Coding("icpc", "K86", "Hypertensie"),))),
]


def test_the_log_brings_every_event_back() -> None:
    from scribe_app.domain.faults import Fault, FaultKind

    events = [*EVERY_EVENT, ev.Degraded(Fault(FaultKind.VENDOR, True, "One sentence."))]
    kinds = {type(event) for event in events}
    assert kinds == {*typing.get_args(ev.VendorEvent), *typing.get_args(ev.DeskEvent)}
    assert list(journal.replayed(journal.encode(e) for e in events)) == events


def test_a_record_nobody_knows_is_passed_over() -> None:
    records = [b"{", b"[]", b'{"event":"Later"}', b'{"event":"Progress"}', b"\xff"]
    assert list(journal.replayed(records)) == []


def test_folding_event_by_event_is_folding_the_log() -> None:
    consultation = Consultation()
    for event in EVERY_EVENT:
        consultation = fold(consultation, event)
    assert consultation == folded(EVERY_EVENT)
    assert dataclasses.is_dataclass(consultation)
