"""What a log says of a consultation: the fold of all its events, found without folding each."""

from scribe_app.domain import events as ev
from scribe_app.domain.folding import folded
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine import journal
from scribe_app.engine.past import past_of


def final(name: str, start: float, *texts: str) -> ev.Final:
    words = tuple(Word(text, start + n, start + n + 1) for n, text in enumerate(texts))
    return ev.Final(Utterance(name, start, words[-1].end, " ".join(texts), words=words))


def test_the_past_is_the_fold_of_every_event() -> None:
    told: list[ev.Event] = [
        ev.RecordingStarted("numbered", "en"),
        ev.EpochOpened(0, "on-device", "whisper-base", 0),
        final("0:1", 0, "a"),
        final('0:"1', 4, "b"),
        ev.SpeakerRevised("0:1", "1"),
        final("0:1", 0, "a", "c"),
        final('0:"2', 8, "d"),
        final("0:3", 12, "e"),
        ev.Retracted("0:3"),
        final("0:4", 16, "f"),
        ev.Retracted("0:4"),
        final("0:4", 16, "f", "g"),
        final('0:"1', 4, "b", "h"),
        ev.Ended(True),
    ]
    past = past_of([journal.encode(each) for each in told])
    assert past.consultation == folded(told)
    assert (past.stopped, past.confirmed, past.noted) == (False, True, False)


def test_what_this_version_does_not_know_is_passed_over() -> None:
    past = past_of(
        [b"", b"\xff\xfe", b'{"event":"Tomorrow"}', b'{"event":"Final","utterance":{"id":"']
    )
    assert past.consultation == folded(())
