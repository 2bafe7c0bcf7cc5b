"""The live policy against a decoder that hears a known text, on the sample clock alone."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe_app.ondevice.heard import RATE, Heard, Hypothesis, Samples, Task
from scribe_app.ondevice.speech import FRAME
from scribe_app.ondevice.streaming import Pace, Partial, Progress, Streamer
from scribe_app.ondevice.utterances import Final


class LoudIsSpeech:
    """A detector for made-up audio: 0.5 is speech, 0 is silence."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)

    def probabilities(self, samples: Samples) -> Sequence[float]:
        joined = np.concatenate([self._rest, samples])
        whole = len(joined) // FRAME * FRAME
        self._rest = joined[whole:]
        return [float(f.max() > 0.1) for f in joined[:whole].reshape(-1, FRAME)]


@dataclass
class KnowsTheText:
    """A decoder that hears every word whose end lies in the window; the last one is mangled."""

    words: list[Heard]
    tasks: list[Task] = field(default_factory=list)
    says: Hypothesis | None = None

    def decode(self, task: Task) -> Hypothesis:
        self.tasks.append(task)
        if self.says is not None:
            return self.says
        end = task.start + len(task.samples) / RATE
        heard = [w for w in self.words if w.start >= task.start - 0.05 and w.end <= end + 0.05]
        if heard and end - heard[-1].end < 0.1:
            heard[-1] = Heard("mangled", heard[-1].start, heard[-1].end, 0.2)
        return Hypothesis(tuple(heard))


def script(*spans: tuple[float, float]) -> tuple[list[Heard], Samples]:
    """Return numbered words, two a second, in each span, and audio that is loud there."""
    length = spans[-1][1] + 2.0
    audio, words = np.zeros(int(length * RATE), np.float32), []
    for start, end in spans:
        audio[int(start * RATE) : int(end * RATE)] = 0.5
        for index in range(int((end - start) * 2)):
            at = start + index / 2
            words.append(Heard(f"w{len(words)}", at + 0.05, at + 0.45, 0.9))
    return words, audio


@dataclass
class Transcript:
    """What came out, with the rules that hold for every run checked on the way."""

    words: dict[int, tuple[Heard, ...]] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    partials: list[tuple[Heard, ...]] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    until: float = 0.0

    def take(self, events: list[Partial | Final | Progress] | None, now: float) -> None:
        for event in events or ():
            match event:
                case Partial(words):
                    self.partials.append(words)
                case Progress(until):
                    assert until > self.until
                    self.until = until
                case Final(key, words, closed):
                    before = self.words.get(key, ())
                    assert key not in self.closed
                    assert words[: len(before)] == before
                    assert all(w.start >= self.until for w in words[len(before) :])
                    assert all(a.end <= b.start for a, b in pairwise(words))
                    self.delays += [now - w.end for w in words[len(before) :]]
                    self.words[key] = words
                    self.closed |= {key} if closed else set()

    @property
    def text(self) -> list[str]:
        return [w.text for key in sorted(self.words) for w in self.words[key]]


def live(streamer: Streamer, audio: Samples, piece: float = 0.1) -> Transcript:
    transcript, size = Transcript(), int(piece * RATE)
    for at in range(0, len(audio), size):
        streamer.feed(audio[at : at + size])
        while (events := streamer.step()) is not None:
            transcript.take(events, streamer.now)
    streamer.finish()
    while (events := streamer.step()) is not None:
        transcript.take(events, streamer.now)
    return transcript


@pytest.mark.parametrize("piece", [0.02, 0.1, 0.33])
def test_every_word_once_in_order_and_in_time(piece: float) -> None:
    words, audio = script((1.0, 9.0), (10.5, 40.0), (45.0, 47.0))
    transcript = live(Streamer(KnowsTheText(words), LoudIsSpeech()), audio, piece)
    assert transcript.text == [w.text for w in words]
    assert max(transcript.delays) < 5.0
    assert transcript.closed == set(transcript.words)
    assert transcript.until == pytest.approx(len(audio) / RATE, abs=0.05)


def test_partials_come_early_and_are_cleared() -> None:
    words, audio = script((1.0, 9.0))
    streamer = Streamer(KnowsTheText(words), LoudIsSpeech())
    streamer.feed(audio[: int(2.2 * RATE)])
    events = streamer.step() or []
    assert any(isinstance(e, Partial) and e.words for e in events)
    transcript = live(Streamer(KnowsTheText(words), LoudIsSpeech()), audio)
    assert transcript.partials[-1] == ()


def test_behind_a_pause_only_new_speech_is_decoded_until_it_can_settle() -> None:
    words, audio = script((1.0, 7.0), (8.5, 16.0))
    decoder, transcript = KnowsTheText(words), Transcript()
    streamer, known = Streamer(decoder, LoudIsSpeech()), 0
    for at in range(0, int(10.7 * RATE), RATE // 10):
        known = known if at > 8.5 * RATE else len(decoder.tasks)
        streamer.feed(audio[at : at + RATE // 10])
        transcript.take(streamer.step(), streamer.now)
    glances = decoder.tasks[known:]
    assert len(glances) >= 3
    assert all(task.start == pytest.approx(8.0, abs=0.1) for task in glances)
    assert all((task.prompt or "").endswith("w10 w11") for task in glances)
    assert [w.text for w in transcript.partials[-1]][:3] == ["w12", "w13", "w14"]
    assert transcript.text[-1] == "w11"


def test_what_was_said_before_the_audio_is_context_of_its_first_words() -> None:
    words, audio = script((1.0, 7.0), (12.0, 15.0))
    decoder = KnowsTheText(words)
    streamer = Streamer(decoder, LoudIsSpeech())
    streamer.follow("My left knee")
    live(streamer, audio)
    assert decoder.tasks[0].prompt == "My left knee"
    assert not any((task.prompt or "").startswith("My") for task in decoder.tasks[-2:])


def test_windows_stay_short_however_long_the_speech() -> None:
    words, audio = script((0.5, 240.0))
    decoder = KnowsTheText(words)
    streamer = Streamer(decoder, LoudIsSpeech())
    live(streamer, audio)
    assert max(len(t.samples) for t in decoder.tasks) <= (Pace().window + 1.5) * RATE
    assert streamer.held < 40.0


def test_silence_is_never_decoded_is_settled_and_is_let_go() -> None:
    decoder = KnowsTheText([])
    streamer = Streamer(decoder, LoudIsSpeech())
    transcript = live(streamer, np.zeros(RATE * 60, np.float32))
    assert decoder.tasks == []
    assert streamer.held < 20.0
    assert transcript.until == pytest.approx(60.0, abs=0.05)


def test_a_backlog_is_read_in_long_windows_without_partials() -> None:
    words, audio = script((1.0, 24.0), (24.5, 61.0), (61.5, 80.0))
    decoder = KnowsTheText(words)
    streamer, transcript = Streamer(decoder, LoudIsSpeech()), Transcript()
    streamer.feed(audio)
    streamer.finish()
    while (events := streamer.step()) is not None:
        transcript.take(events, streamer.now)
    assert transcript.text == [w.text for w in words]
    assert not any(transcript.partials)
    assert len(decoder.tasks) <= 8


@pytest.mark.parametrize(
    "nonsense",
    [
        Hypothesis((Heard("Bedankt.", 2.0, 2.5, 0.3),), no_speech=0.9, log_probability=-1.5),
        Hypothesis(tuple(Heard("no", 2.0, 2.1, 0.3) for _ in range(40)), compression=9.0),
        Hypothesis((Heard("Thanks", 90.0, 90.5, 0.3), Heard("all.", 90.5, 91.0, 0.3))),
    ],
    ids=["no speech", "loop", "where nothing sounded"],
)
def test_what_was_not_said_is_dropped(nonsense: Hypothesis) -> None:
    _, audio = script((1.0, 4.0))
    transcript = live(Streamer(KnowsTheText([], says=nonsense), LoudIsSpeech()), audio)
    assert transcript.text == []
    assert transcript.until == pytest.approx(6.0, abs=0.05)


@dataclass
class StopsEarly:
    """A decoder that ends after a sentence; the rest, when asked, it hears more or less surely."""

    sure: float

    def decode(self, task: Task) -> Hypothesis:
        if task.start < 2.0:
            return Hypothesis((Heard("Any", 1.1, 1.4, 0.9), Heard("fever?", 1.5, 2.0, 0.9)))
        return Hypothesis((Heard("No.", 3.1, 3.4, 0.9),), log_probability=self.sure)


@pytest.mark.parametrize(("sure", "expected"), [(-0.5, "No."), (-0.9, "")])
def test_the_rest_behind_a_sentence_is_heard_but_only_when_it_is_sure(
    sure: float, expected: str
) -> None:
    _, audio = script((1.0, 4.0))
    transcript = live(Streamer(StopsEarly(sure), LoudIsSpeech()), audio)
    assert transcript.text == ["Any", "fever?", *expected.split()]


@dataclass
class SkipsWhenPrompted(KnowsTheText):
    """A decoder that leaves out four seconds unless it is told nothing of what was said."""

    def decode(self, task: Task) -> Hypothesis:
        heard = super().decode(task).words
        if task.prompt is None:
            return Hypothesis(heard)
        return Hypothesis(tuple(w for w in heard if not 3.0 < w.start < 7.0))


def test_speech_that_the_model_skips_is_heard_again_without_a_prompt() -> None:
    words, audio = script((1.0, 12.0), (12.4, 15.0))
    streamer, transcript = Streamer(SkipsWhenPrompted(words), LoudIsSpeech()), Transcript()
    streamer.feed(audio)
    streamer.finish()
    while (events := streamer.step()) is not None:
        transcript.take(events, streamer.now)
    assert transcript.text == [w.text for w in words]


@dataclass
class HardOfHearing:
    """A decoder that leaves out, repeats, misplaces and makes up words, as chance has it."""

    inner: KnowsTheText
    chance: random.Random

    def decode(self, task: Task) -> Hypothesis:
        heard = [
            w
            for w in self.inner.decode(task).words
            for _ in range(self.chance.choice((0, 1, 1, 2)))
        ]
        moved = [self._moved(w) for w in heard]
        return Hypothesis(tuple(moved), compression=self.chance.choice((1.0, 1.0, 3.0)))

    def _moved(self, word: Heard) -> Heard:
        by = self.chance.uniform(-1.0, 1.0)
        return replace(word, start=word.start + by, end=word.end + by * self.chance.random())


SPANS = st.lists(st.tuples(st.floats(0.1, 4.0), st.floats(0.3, 35.0)), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(SPANS, st.integers(0, 1000), st.sampled_from([0.1, 0.9, 7.0, 60.0]))
def test_whatever_the_model_says_it_ends_and_keeps_the_rules(
    lengths: list[tuple[float, float]], seed: int, piece: float
) -> None:
    spans, at = [], 0.0
    for silence, speech in lengths:
        spans.append((at + silence, at + silence + speech))
        at = spans[-1][1]
    words, audio = script(*spans)
    decoder = HardOfHearing(KnowsTheText(words), random.Random(seed))
    transcript = live(Streamer(decoder, LoudIsSpeech()), audio, piece)
    assert transcript.until == pytest.approx(len(audio) / RATE, abs=0.05)
    assert len(decoder.inner.tasks) < 6 * len(audio) / RATE + 20
