"""The on-device recogniser measured through the engine, and the whole file as its yardstick."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import psutil

from scribe_app.app.choosing import Wishes
from scribe_app.app.follow import Follower
from scribe_app.app.wiring import Workshop
from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import Profile
from tests.desktop.speech import error_rate, words


@dataclass
class Heard:
    """What one run gave: words, delays in seconds, cost of the child process."""

    text: str = ""
    seconds: float = 0.0
    took: float = 0.0
    first_partials: list[float] = field(default_factory=list)
    finals: list[float] = field(default_factory=list)
    note: float = 0.0
    cpu: float = 0.0
    megabytes: float = 0.0

    def error_rate(self, said: list[str]) -> float:
        """Return the word error rate in percent."""
        return error_rate(words(self.text), said)


class Stopwatch:
    """An observer of events that notes when each word first showed and when it was final."""

    def __init__(self, heard: Heard) -> None:
        self._heard = heard
        self._began = 0.0
        self._stopped = 0.0
        self._shown: list[tuple[float, float]] = []  # when, and up to which spoken second
        self._final_words: dict[str, int] = {}

    def __call__(self, event: ev.Event) -> None:
        now = time.monotonic()
        match event:
            case ev.RecordingStarted():
                self._began = now
            case ev.Partial(utterance) if utterance.words:
                self._shown.append((now - self._began, utterance.words[-1].end))
            case ev.Final(utterance) if utterance.words:
                self._shown.append((now - self._began, utterance.words[-1].end))
                if utterance.id not in self._final_words:
                    self._heard.first_partials.append(self._first_shown(utterance.words[0].start))
                known = self._final_words.get(utterance.id, 0)
                self._final_words[utterance.id] = len(utterance.words)
                self._heard.finals += [
                    now - self._began - word.end for word in utterance.words[known:]
                ]
            case ev.RecordingStopped():
                self._stopped = now
            case ev.NoteDraft():
                self._heard.note = now - self._stopped

    def _first_shown(self, start: float) -> float:
        """Return how long after `start` seconds any word spoken from there on was on the screen."""
        return min(at for at, until in self._shown if until >= start) - start


@contextmanager
def _watched_children(heard: Heard) -> Iterator[None]:
    """Follow the processor time and the memory of the recogniser's process."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.1):
            for child in psutil.Process().children():
                try:
                    times = child.cpu_times()
                    heard.cpu = max(heard.cpu, times.user + times.system)
                    heard.megabytes = max(heard.megabytes, child.memory_info().rss / 1e6)
                except psutil.Error:
                    continue

    thread = threading.Thread(target=watch, name="child-watch")
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def through_engine(path: Path, language: str, place: Profile, *, pace: float) -> Heard:
    """Return what the engine makes of a file; `pace` 1 is real time, 0 as fast as it takes it."""
    heard = Heard()
    source = AudioFile(path, pace=pace)
    heard.seconds = source.seconds
    workshop = Workshop(place, Wishes(language=language), MemorySecrets())
    engine = workshop.engine(lambda _: source, observer=Stopwatch(heard))
    began = time.monotonic()
    with _watched_children(heard), Follower(engine) as follower:
        engine.submit(cmd.Start())
        snapshot = follower.finished()
        heard.took = time.monotonic() - began
    assert snapshot.fault is None, snapshot.fault
    assert snapshot.ledger.is_complete
    heard.text = " ".join(u.text for u in snapshot.consultation.transcript.finals)
    return heard


def whole_file(path: Path, language: str, model: Path) -> Heard:
    """Return what faster-whisper makes of a whole file at once, on one thread."""
    from faster_whisper import WhisperModel

    whisper = WhisperModel(str(model), compute_type="int8", cpu_threads=1)
    cpu, began = time.process_time(), time.monotonic()
    segments, info = whisper.transcribe(str(path), language=language, vad_filter=True)
    text = " ".join(segment.text for segment in segments)
    heard = Heard(text, info.duration, time.monotonic() - began)
    return replace(heard, cpu=time.process_time() - cpu)


def reference(data: Path, recording: str) -> list[str]:
    """Return the words of a recording as a person wrote them down."""
    lines = (data / "osce.dev.jsonl").read_text().splitlines()
    found = next(d for d in map(json.loads, lines) if d["id"].endswith(recording))
    return words(" ".join(u["text"] for u in found["utterances"]))


def clips(data: Path, language: str) -> list[tuple[Path, list[str]]]:
    """Return the single sentences of a language and their words."""
    manifest = json.loads((data / "audio" / "manifest.json").read_text())
    wanted = [clip for clip in manifest if clip["language"] == language]
    return [(data / "audio" / clip["file"], words(clip["text"])) for clip in wanted]
