"""What of a decode is believed: words that sound has been heard for, and none that were skipped."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scribe_app.ondevice.heard import RATE, Decoder, Heard, Task
from scribe_app.ondevice.speech import SpeechTracker
from scribe_app.ondevice.window import Window

_LOOPING = 2.4  # compression above this: the model repeats itself (OpenAI's figure)
_SILENT, _UNSURE = 0.6, -1.0  # no-speech and log-probability that mean noise (OpenAI's figures)
_SURER = -0.8  # log-probability asked of the short rest behind a first decode: little context
_VOICED = 0.35  # no frame as likely as this around a word: it was made up
_REACH = 0.2  # seconds of silence inside a word that its times got wrong
_PASSES = 2  # further decodes where the model stopped early
_BEHIND, _MISSED = 0.2, 0.5  # seconds behind its last word, and of speech there, that mean so
_HOLE = 2.0  # seconds of speech without a word before or between words: the model skipped them
_MUCH = 3.0  # seconds of speech behind the last word that are not left at one unsure try
_SAME, _REMEMBERED = 0.5, 16  # seconds between two times of one word; places that gave nothing
_WORD = 1.6  # seconds; a longer word reaches over what the model skipped


@dataclass(frozen=True, slots=True)
class _Hole:
    """Seconds of speech without a word, and the index of the word behind them."""

    speech: float
    at: int


class Hearing:
    """Decodes stretches of a window; `language` is that of the last one, empty before."""

    def __init__(self, decoder: Decoder, tracker: SpeechTracker, window: Window) -> None:
        self._decoder, self._tracker, self._window = decoder, tracker, window
        self.language = ""
        self._barren: deque[float] = deque(maxlen=_REMEMBERED)

    def whole(self, end: float, beam: int) -> list[Heard]:
        """Decode the window; again from where the model stopped, while speech lies behind it.

        After a sentence and a pause the model likes to end, whatever follows.
        """
        task = self._window.task(end, beam)
        words = self._unskipped(task)
        for _ in range(_PASSES):
            stopped = words[-1].end if words else task.start
            if self._tracker.speech(stopped + _BEHIND, end) < _MISSED:
                break
            further = self._further(self._window.rest(task, words, end))
            if not further:
                break
            words += further
        return words

    def glance(self, start: float, end: float, beam: int) -> list[Heard]:
        """Decode what lies behind everything final alone: soon done, and less sure."""
        return self._believed(self._window.fresh(start, end, beam), _UNSURE)

    def _further(self, rest: Task) -> list[Heard]:
        """Return what is heard behind the last word; much speech is heard without a prompt too."""
        heard = self._believed(rest, _SURER)
        much = self._tracker.speech(rest.start, rest.start + len(rest.samples) / RATE) >= _MUCH
        return heard if heard or not much else self._believed(replace(rest, prompt=None), _UNSURE)

    def _unskipped(self, task: Task) -> list[Heard]:
        """Return what is heard; where speech was skipped, again with no prompt to lead astray.

        What is skipped even so is heard by itself.
        """
        words = self._believed(task, _UNSURE)
        hole = self._hole(task.start, words)
        if hole.speech < _HOLE or self._is_barren(words[hole.at]):
            return words
        again = self._believed(replace(task, prompt=None), _UNSURE)
        if again and self._hole(task.start, again).speech < hole.speech:
            words = again
        for _ in range(_PASSES):
            words = self._patched(task, words)
        hole = self._hole(task.start, words)
        if hole.speech >= _HOLE:
            self._barren.append(words[hole.at].end)
        return words

    def _is_barren(self, word: Heard) -> bool:
        """Return whether nothing was found in front of this word before: laughter, a machine."""
        return any(abs(word.end - each) < _SAME for each in self._barren)

    def _patched(self, task: Task, words: list[Heard]) -> list[Heard]:
        """Return the words with what is heard in their widest hole, if anything is."""
        hole = self._hole(task.start, words)
        if hole.speech < _HOLE:
            return words
        before, word, behind = words[: hole.at], words[hole.at], words[hole.at + 1 :]
        heard = self._believed(self._window.rest(task, before, word.end), _UNSURE)
        same = bool(heard) and heard[-1].key == word.key
        patched = [*before, *heard, *([] if same else [word]), *behind]
        return patched if self._hole(task.start, patched).speech < hole.speech else words

    def _hole(self, start: float, words: Sequence[Heard]) -> "_Hole":
        """Return the most speech that lies before a word and behind the former one."""
        edges = [start, *(w.end for w in words[:-1])]
        gaps = zip(edges, (w.start for w in words), strict=True) if words else ()
        holes = (_Hole(self._tracker.speech(a, b), at) for at, (a, b) in enumerate(gaps))
        return max(holes, key=lambda hole: hole.speech, default=_Hole(0.0, 0))

    def _believed(self, task: Task, sure: float) -> list[Heard]:
        """Return what is heard in a stretch, without what was hardly said."""
        hypothesis = self._decoder.decode(task)
        self.language = hypothesis.language
        doubtful = hypothesis.log_probability < sure
        noise = doubtful and (sure > _UNSURE or hypothesis.no_speech > _SILENT)
        if noise or hypothesis.compression > _LOOPING:
            return []
        placed = [self._placed(word) for word in hypothesis.words]
        return [w for w in placed if self._sounded(w)]

    def _placed(self, word: Heard) -> Heard:
        """Return the word without the silence, or the words skipped, that it reaches into."""
        pause = self._tracker.pause(word.start, word.end)
        if pause is not None and pause[1] - pause[0] >= _REACH:
            if pause[1] < word.end:
                word = replace(word, start=pause[1])
            elif pause[0] > word.start:
                word = replace(word, end=pause[0])
        return replace(word, start=max(word.start, word.end - _WORD))

    def _sounded(self, word: Heard) -> bool:
        return self._tracker.voiced(word.start - 0.3, word.end + 0.3) > _VOICED
