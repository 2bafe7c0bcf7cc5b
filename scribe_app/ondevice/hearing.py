"""What of a decode is believed: words that sound has been heard for, and none that were skipped."""

from collections.abc import Sequence
from dataclasses import replace

from scribe_app.ondevice.heard import Decoder, Heard, Task
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


class Hearing:
    """Decodes stretches of a window; `language` is that of the last one, empty before."""

    def __init__(self, decoder: Decoder, tracker: SpeechTracker, window: Window) -> None:
        self._decoder, self._tracker, self._window = decoder, tracker, window
        self.language = ""

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
            further = self._believed(self._window.rest(task, words, end), _SURER)
            if not further:
                break
            words += further
        return words

    def glance(self, start: float, end: float, beam: int) -> list[Heard]:
        """Decode what lies behind everything final alone: soon done, and less sure."""
        return self._believed(self._window.fresh(start, end, beam), _UNSURE)

    def _unskipped(self, task: Task) -> list[Heard]:
        """Return what is heard; where speech was skipped, again with no prompt to lead astray."""
        words = self._believed(task, _UNSURE)
        hole = self._hole(task.start, words)
        if hole < _HOLE:
            return words
        again = self._believed(replace(task, prompt=None), _UNSURE)
        return again if again and self._hole(task.start, again) < hole else words

    def _hole(self, start: float, words: Sequence[Heard]) -> float:
        """Return the most seconds of speech that lie before a word and behind the former one."""
        edges = [start, *(w.end for w in words[:-1])]
        gaps = zip(edges, (w.start for w in words), strict=True) if words else ()
        return max((self._tracker.speech(a, b) for a, b in gaps), default=0.0)

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
        """Return the word without the silence that the model's times let it reach into."""
        pause = self._tracker.pause(word.start, word.end)
        if pause is None or pause[1] - pause[0] < _REACH:
            return word
        if pause[1] < word.end:
            return replace(word, start=pause[1])
        return replace(word, end=pause[0]) if pause[0] > word.start else word

    def _sounded(self, word: Heard) -> bool:
        return self._tracker.voiced(word.start - 0.3, word.end + 0.3) > _VOICED
