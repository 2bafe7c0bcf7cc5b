"""A stretch that is forgotten is gone from the fold, from the log, and from what comes late."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.domain.folding import cleansed, fold, folded
from scribe_app.domain.forgetting import erasure_of
from scribe_app.domain.information import Coding, Information, Measurement
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.spans import Spans
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine import journal

SECRET = "kanariepiet"


def said(number: int, *words: str, at: float, timed: bool = True) -> Utterance:
    """Return an utterance of half a second a word."""
    times = tuple(Word(w, at + n / 2, at + n / 2 + 0.5) for n, w in enumerate(words))
    end = at + len(words) / 2
    return Utterance(f"0:{number}", at, end, " ".join(words), None, times if timed else ())


def forget(since: float, until: float) -> ev.Forgotten:
    return ev.Forgotten(round(since * SAMPLE_RATE), round(until * SAMPLE_RATE))


def rewritten(events: list[ev.Event]) -> list[ev.Event]:
    """Return what the log holds after its records were stripped."""
    return [kept for kept in cleansed(events) if kept is not None]


def drafted(*lines: tuple[str, str], origin: Origin = Origin.ON_DEVICE) -> ev.NoteDraft:
    """Return a draft of S of lines, each with the utterance that it comes from."""
    evidence = tuple(Evidence(0, Section.SUBJECTIVE, text, (said_in,)) for text, said_in in lines)
    text = "\n".join(line for line, _ in lines)
    return ev.NoteDraft(Note(origin, (Episode(subjective=text, title="Title"),)), evidence)


def test_words_of_the_stretch_go_and_their_neighbours_stay() -> None:
    events = [ev.Final(said(0, "a", "b", SECRET, "d", at=0.0)), ev.Progress(2.0)]
    gone = folded([*events, forget(1.0, 1.5)])
    assert [u.text for u in gone.transcript.finals] == ["a b d"]
    assert gone.forgotten == Spans(((1.0, 1.5),))


def test_what_is_left_begins_where_its_first_word_does() -> None:
    gone = folded([ev.Final(said(0, SECRET, "b", "c", at=0.0)), forget(0.0, 0.5)])
    (left,) = gone.transcript.finals
    assert (left.start, left.end, left.text) == (0.5, 1.5, "b c")


def test_a_word_that_only_reaches_into_the_stretch_goes_too() -> None:
    gone = folded([ev.Final(said(0, "a", SECRET, "c", at=0.0)), forget(0.9, 0.95)])
    assert gone.transcript.finals[0].text == "a c"


def test_without_times_for_its_words_an_utterance_goes_whole() -> None:
    events = [ev.Final(said(0, "a", SECRET, at=0.0, timed=False))]
    assert folded([*events, forget(0.9, 5.0)]).transcript.finals == ()
    assert folded([*events, forget(1.0, 5.0)]).transcript.finals != ()


def test_what_is_still_being_heard_goes_too() -> None:
    gone = folded([ev.Partial(said(0, "a", SECRET, at=0.0)), forget(0.5, 1.0)])
    assert gone.transcript.partials[0].text == "a"


def test_what_is_forgotten_needs_no_words() -> None:
    gone = folded([ev.Final(said(0, "a", at=0.0)), forget(0.5, 30.5)])
    assert gone.covered == Spans(((0.0, 30.5),))
    assert Ledger(captured=30.5, covered=gone.covered.total).is_complete


def test_measurements_of_the_stretch_go_and_all_that_a_vendor_found() -> None:
    ours = (
        Measurement("Pulse", "72", "/min", utterance="0:0", at=0.0),
        Measurement("Weight", SECRET, "kg", utterance="0:1", at=4.0),
    )
    theirs = Information(
        codings=(Coding("icpc", "X", SECRET),), measurements=(Measurement("BP", SECRET, "mmHg"),)
    )
    finals = [ev.Final(said(0, "a", at=0.0)), ev.Final(said(1, "b", at=4.0))]
    gone = folded([*finals, Information(measurements=ours), theirs, forget(4.0, 5.0)])
    assert gone.information == Information(measurements=ours[:1])


def test_drafted_lines_that_rest_on_it_go_with_the_title_that_may() -> None:
    events = [
        ev.Final(said(0, "a", at=0.0)),
        ev.Final(said(1, SECRET, at=4.0)),
        drafted(("A", "0:0"), ("S", "0:1")),
        forget(4.0, 5.0),
    ]
    gone = folded(events)
    assert gone.note.episodes == (Episode(subjective="A"),)
    assert [each.text for each in gone.evidence] == ["A"]


def test_lines_that_were_typed_stay_and_drafted_ones_among_them_go() -> None:
    typed = ev.SectionEdited(0, Section.SUBJECTIVE, "A\nmine\nS")
    events = [
        ev.Final(said(0, "a", at=0.0)),
        ev.Final(said(1, SECRET, at=4.0)),
        drafted(("A", "0:0"), ("S", "0:1")),
        typed,
        forget(4.0, 5.0),
    ]
    gone = folded(events)
    assert gone.note.episodes[0].subjective == "A\nmine"
    assert [each.text for each in gone.evidence] == ["A"]


def test_the_note_of_a_vendor_goes_whole_for_it_cannot_unhear() -> None:
    vendors = ev.NoteDraft(Note(Origin.VENDOR, (Episode(subjective=SECRET),)))
    gone = folded([drafted(("A", "0:0")), vendors, forget(4.0, 5.0)])
    assert gone.note.origin is Origin.ON_DEVICE
    assert gone.note.episodes[0].subjective == "A"


def test_what_comes_late_is_turned_away() -> None:
    erasure = erasure_of(folded([]), 4.0, 5.0)
    late = erasure.late(ev.Final(said(7, "a", SECRET, "c", at=3.5)))
    assert late == ev.Final(
        replace(said(7, "a", SECRET, "c", at=3.5), text="a", words=late.utterance.words)
    )
    assert [word.text for word in late.utterance.words] == ["a"]
    assert erasure.late(ev.NoteDraft(Note(Origin.VENDOR, (Episode(SECRET),)))) is None
    assert erasure.late(ev.InformationReplaced(Information())) is None
    own = drafted(("A", "0:0"))
    assert erasure.late(own) is own


def test_a_late_final_of_nothing_but_the_stretch_says_only_how_far_the_vendor_came() -> None:
    erasure = erasure_of(folded([]), 4.0, 6.0)
    late = erasure.late(ev.Final(said(7, SECRET, at=4.5)))
    assert late == ev.Final(Utterance("0:7", 6.0, 6.0, ""))
    assert folded([late]).transcript.finals == ()


@pytest.mark.parametrize("asked", [(0.0, 40.0), (4.2, 9.9), (12.0, 12.1), (39.0, 500.0)])
def test_nothing_of_it_stands_in_the_log(asked: tuple[float, float]) -> None:
    since, until = asked
    words = [SECRET if n / 2 < until and n / 2 + 0.5 > since else "plain" for n in range(80)]
    events: list[ev.Event] = []
    for number in range(8):
        ten = words[number * 10 : number * 10 + 10]
        for length in (3, 10):  # a final that grows
            events.append(ev.Final(said(number, *ten[:length], at=number * 5.0)))
        if SECRET in ten:
            events.append(Information(measurements=(_measured(number, SECRET),)))
            events.append(drafted((SECRET, f"0:{number}")))
    records = [journal.encode(each) for each in rewritten([*events, forget(*asked)])]
    assert SECRET.encode() not in b"".join(records)


def _measured(number: int, value: str) -> Measurement:
    return Measurement("Pulse", value, "/min", utterance=f"0:{number}", at=number * 5.0)


moments = st.integers(0, 39)
numbers = st.integers(0, 7)
texts = st.sampled_from(["A", "B", "C", "mine"])
origins = st.sampled_from([Origin.ON_DEVICE, Origin.VENDOR, Origin.LLM])
sections = st.sampled_from(list(Section))
utterances = st.builds(
    lambda n, length, timed: said(n, *"abcdefghij"[:length], at=n * 2.0, timed=timed),
    numbers,
    st.integers(1, 10),
    st.booleans(),
)
evidences = st.builds(
    lambda episode, section, text, n: Evidence(episode, section, text, (f"0:{n}",)),
    st.integers(0, 1),
    sections,
    texts,
    numbers,
)


@st.composite
def drafts(draw: st.DrawFn) -> ev.NoteDraft:
    """Return a draft whose lines have evidence, nearly all of them."""
    evidence = tuple(draw(st.lists(evidences, max_size=4)))
    episodes = [Episode(title="T"), Episode()]
    for each in evidence:
        text = episodes[each.episode].text(each.section)
        joined = f"{text}\n{each.text}" if text else each.text
        episodes[each.episode] = episodes[each.episode].with_text(each.section, joined)
    if draw(st.booleans()):
        episodes[0] = episodes[0].with_text(Section.PLAN, "without evidence")
    return ev.NoteDraft(Note(draw(origins), tuple(episodes)), evidence)


happenings = st.one_of(
    st.builds(ev.Final, utterances),
    st.builds(ev.Final, utterances),
    st.builds(ev.Retracted, numbers.map(lambda n: f"0:{n}")),
    st.builds(ev.SpeakerRevised, numbers.map(lambda n: f"0:{n}"), st.just("doctor")),
    st.builds(lambda since, long: ev.Progress(since + float(long), float(since)), moments, moments),
    st.builds(lambda n: Information(measurements=(_measured(n, "72"),)), numbers),
    st.just(Information(codings=(Coding("icpc", "K86", "Hypertension"),))),
    st.just(ev.InformationReplaced(Information(codings=(Coding("icpc", "R74", "Cold"),)))),
    drafts(),
    st.builds(
        ev.SectionEdited,
        st.integers(0, 2),
        sections,
        st.lists(texts, max_size=3).map("\n".join),
    ),
    st.builds(lambda n: ev.EpochOpened(n, "v", "m", n * 8_000), st.integers(1, 3)),
    st.builds(lambda at: ev.PrivateBegan(at * 16_000), moments),
    st.builds(lambda at, long: forget(at, at + long), moments, st.integers(1, 30)),
)


@given(st.lists(happenings, max_size=25), moments, st.integers(1, 30))
def test_folding_the_rewritten_log_is_forgetting_in_the_fold(
    events: list[ev.Event], since: int, long: int
) -> None:
    asked = [*events, forget(since, since + long)]
    assert folded(rewritten(asked)) == folded(asked)
    assert rewritten(rewritten(asked)) == rewritten(asked)


@given(st.lists(happenings, max_size=25), moments, st.integers(1, 30))
def test_forgetting_twice_is_forgetting_once(events: list[ev.Event], since: int, long: int) -> None:
    asked = forget(since, since + long)
    once = folded([*events, asked])
    assert fold(once, asked) == once


def test_a_private_moment_is_marked() -> None:
    consultation = folded([ev.PrivateBegan(32_000), ev.PrivateEnded(32_000)])
    assert consultation.private == (2.0,)
