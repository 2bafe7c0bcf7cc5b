"""The Live API: chunks out, brackets in, and the end."""

import pytest

from scribe_app.domain import events as ev
from scribe_app.vendors.common.bracketed import Segment, segments
from scribe_app.vendors.live_api import LiveApi
from tests.fixtures.live_talk import LOUD, QUIET, answer, talk, tone
from tests.fixtures.vendor_web import (
    finals,
    told,
)

# --- chunks ---------------------------------------------------------------------------------------


def test_nothing_is_sent_before_the_session_begins() -> None:
    it = talk().codec
    assert list(it.opened()) == list(it.ready()) == list(it.request_note()) == []
    assert told(it, {"type": "session_init", "session_id": "x"}) == [ev.Ready()]


def test_a_transcription_that_comes_first_says_that_it_is_ready_once() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    events = told(it.codec, answer("Goedemiddag."), {"type": "session_init"}, answer("Ja."))
    assert [type(each) for each in events].count(ev.Ready) == 1
    assert len(finals(events)) == 2


def test_chunks_are_complete_wav_files() -> None:
    it = talk()
    (frame,) = it.say(*[LOUD] * 30, QUIET)
    assert isinstance(frame, bytes)
    assert frame[:4] + frame[8:16] == b"RIFFWAVEfmt "
    assert int.from_bytes(frame[4:8], "little") == len(frame) - 8
    assert int.from_bytes(frame[40:44], "little") == len(frame) - 44 == 31 * 3200


def test_chunks_may_be_bare_samples() -> None:
    assert talk("pcm").say(*[LOUD] * 30, QUIET) == [LOUD * 30 + QUIET]


def test_a_chunk_is_cut_at_the_first_quiet_moment_after_3_s() -> None:
    it = talk()
    it.say(*[LOUD] * 34, QUIET, LOUD)
    assert it.sizes == [3.5]


def test_a_chunk_that_is_never_quiet_is_cut_before_5_s_where_it_is_quietest() -> None:
    it = talk()
    it.say(*[LOUD] * 24, tone(2000), *[LOUD] * 25)
    assert it.sizes == [2.5]


@pytest.mark.parametrize("pieces", [[LOUD] * 400, [QUIET] * 400, [LOUD, QUIET] * 200])
def test_every_chunk_is_1_to_5_s(pieces: list[bytes]) -> None:
    it = talk()
    it.say(*pieces)
    it.finish()
    assert all(1.0 <= size <= 5.0 for size in it.sizes)
    assert sum(it.sizes) == pytest.approx(40.0, abs=1.0)


def test_the_last_chunk_is_sent_at_the_end_and_padded_to_1_s() -> None:
    it = talk()
    assert it.say(LOUD, LOUD) == []
    (frame,) = it.finish()
    assert isinstance(frame, bytes)
    assert frame[44:] == LOUD * 2 + bytes(32000 - 6400)
    assert it.finish() == []


def line(speaker: str | None, start: float, end: float, text: str) -> Segment:
    return Segment(speaker, (start, end), text)


# --- brackets -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "[SPEAKER_0 | 0.000 --> 3.450]: Hello, how are you?",
            [line("SPEAKER_0", 0.0, 3.45, "Hello, how are you?")],
        ),
        ("[SPEAKER_00|1-->2]Ja.", [line("SPEAKER_00", 1.0, 2.0, "Ja.")]),
        ("  [ SPEAKER_1 |  0,5  -->  1,25 ] :  Ja. ", [line("SPEAKER_1", 0.5, 1.25, "Ja.")]),
        ("[UNKNOWN | 0 --> 1]: Ja.", [line(None, 0.0, 1.0, "Ja.")]),
        ("[Dr. de Vries | 0 --> 1]: Ja.", [line("Dr. de Vries", 0.0, 1.0, "Ja.")]),
        ("[A | 3 --> 1]: Ja.", [line("A", 3.0, 3.0, "Ja.")]),
        ("Ja.", [Segment(None, None, "Ja.")]),
        ("[lacht] Ja. [hoest]", [Segment(None, None, "[lacht] Ja. [hoest]")]),
        ("[A | x --> 1]: Ja.", [Segment(None, None, "[A | x --> 1]: Ja.")]),
        ("[A | 0 --> 1]: Ja [lacht]\nen nee.", [line("A", 0.0, 1.0, "Ja [lacht] en nee.")]),
        (
            "[A | 0 --> 1]: Ja.\n[B | 1 --> 2]: Nee.",
            [line("A", 0.0, 1.0, "Ja."), line("B", 1.0, 2.0, "Nee.")],
        ),
        (
            "[A | 0 --> 1]: Ja. [B | 1 --> 2]: Nee.",
            [line("A", 0.0, 1.0, "Ja."), line("B", 1.0, 2.0, "Nee.")],
        ),
        (
            "Eerst dit.\r\n[B | 1 --> 2]: Nee.",
            [Segment(None, None, "Eerst dit."), line("B", 1.0, 2.0, "Nee.")],
        ),
        ("[A | 0 --> 1]:\n[B | 1 --> 2]: Nee.", [line("B", 1.0, 2.0, "Nee.")]),
        ("", []),
    ],
)
def test_speaker_and_times_are_read_from_the_text(text: str, wanted: list[Segment]) -> None:
    assert list(segments(text)) == wanted


# --- the end --------------------------------------------------------------------------------------


def test_it_is_drained_when_every_loud_chunk_is_answered() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    told(it.codec, answer("Ja.", it.sent[0]), answer("Nee.", it.sent[1]))
    assert not it.codec.drained(1.0)
    assert it.codec.drained(it.clock.seconds)


def test_an_unanswered_loud_chunk_is_waited_for_10_s() -> None:
    it = talk()
    it.chunks(LOUD)
    assert not it.codec.drained(9.9)
    assert it.codec.drained(10.0)


def test_an_unanswered_quiet_chunk_is_not_waited_for() -> None:
    it = talk()
    it.chunks(QUIET)
    assert it.codec.drained(1.5)


@pytest.mark.parametrize(("latency", "wait"), [(2.0, 10.0), (5.0, 15.0), (90.0, 50.0)])
def test_a_slow_server_is_given_three_times_its_time_and_no_more_than_is_allowed(
    latency: float, wait: float
) -> None:
    it = talk()
    it.chunks(LOUD)
    it.clock.seconds += latency
    told(it.codec, answer("Ja.", it.sent[0]))
    it.chunks(LOUD)
    assert not it.codec.drained(wait - 0.1)
    assert it.codec.drained(wait)
    assert wait < LiveApi.manifest.drain_seconds
