"""A recording on disk as a source of audio, as if it were being spoken."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from scribe_app.domain.faults import ScribeError, device_fault
from scribe_app.ports.audio import Intake
from scribe_app.ports.clock import Clock
from scribe_app.system.clock import SystemClock
from scribe_app.system.convert import Converter, SampleType

if TYPE_CHECKING:
    import soundfile

_BLOCK_SECONDS = 0.02
_FULL_WAIT_SECONDS = 0.005
_RATES = range(4_000, 768_001)
_FLOAT_SUBTYPES = frozenset({"FLOAT", "DOUBLE", "PCM_24", "PCM_32", "VORBIS", "OPUS"})
"""What loses precision when read as 16 bits, or (the lossy two) wraps around when loud."""


class AudioFile:
    """WAV, FLAC, OGG or MP3, at any rate and channel count, read block by block.

    `pace` is a factor of real time, kept by an absolute schedule; 0 is as fast as the intake takes
    it. The constructor opens the file and raises `ScribeError` (device) when it cannot be used.
    """

    def __init__(self, path: Path, *, pace: float = 1.0, clock: Clock | None = None) -> None:
        self._path = path
        self._pace = pace
        self._clock = clock or SystemClock()
        self._sound = _opened(path)
        self._kind: SampleType = "float32" if _needs_float(self._sound) else "int16"
        self._converter = Converter(self._sound.samplerate, self._sound.channels, self._kind)
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def name(self) -> str:
        """Return the file's bare name."""
        return self._path.name

    @property
    def seconds(self) -> float:
        """Return the length of the recording."""
        return float(self._sound.frames / self._sound.samplerate)

    def open(self, intake: Intake) -> None:
        """Start reading, in a thread of its own."""
        self._thread = threading.Thread(
            target=self._run, args=(intake,), name="audio-file", daemon=True
        )
        self._thread.start()

    def convert(self, block: bytes) -> bytes:
        """Return an offered block as mono 16 kHz int16; an empty one flushes."""
        return self._converter.convert(block)

    def close(self) -> None:
        """Stop reading; nothing is offered after it returns."""
        self._closing.set()
        if self._thread is None:
            self._sound.close()
        elif self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self, intake: Intake) -> None:
        fault = None
        try:
            with self._sound:
                self._feed(intake)
        except ScribeError as error:
            fault = error.fault
        intake.ended(fault)

    def _feed(self, intake: Intake) -> None:
        schedule = Schedule(self._pace, self._clock)
        rate, read = self._sound.samplerate, 0
        frames = max(1, round(rate * _BLOCK_SECONDS))
        while not self._closing.is_set() and (block := self._block(frames)):
            read += frames
            if ahead := schedule.ahead(read / rate):
                self._closing.wait(ahead)
            self._hand_over(block, intake)

    def _block(self, frames: int) -> bytes:
        import soundfile

        try:
            samples = self._sound.read(frames, dtype=self._kind, always_2d=True)
        except (soundfile.LibsndfileError, OSError) as error:
            raise device_fault(f"{self.name} is damaged and was read only in part.") from error
        return bytes(samples.tobytes())

    def _hand_over(self, block: bytes, intake: Intake) -> None:
        while not self._closing.is_set() and not intake.offer(block):
            self._closing.wait(_FULL_WAIT_SECONDS)


class Schedule:
    """When each moment of a recording has been spoken, counted from the start of it.

    So what one wait overshoots is made up for by the next, and nothing ever drifts.
    """

    def __init__(self, pace: float, clock: Clock) -> None:
        self._pace = pace
        self._clock = clock
        self._start = clock.now()

    def ahead(self, audio_seconds: float) -> float:
        """Return the seconds to wait until that moment; 0 when it has passed, or without pace."""
        if self._pace <= 0:
            return 0.0
        return max(0.0, self._start + audio_seconds / self._pace - self._clock.now())


def _needs_float(sound: "soundfile.SoundFile") -> bool:
    return sound.subtype in _FLOAT_SUBTYPES


def _opened(path: Path) -> "soundfile.SoundFile":
    _check_readable(path)
    sound = _decoder(path)
    if sound.samplerate in _RATES and sound.frames > 0:
        return sound
    sound.close()
    if sound.frames == 0:
        raise device_fault(f"{path.name} holds no sound.")
    raise device_fault(f"{path.name} has a sample rate that cannot be used.")


def _check_readable(path: Path) -> None:
    try:
        if not path.is_file():
            raise device_fault(f"There is no sound file {path.name}.")
        with path.open("rb") as file:
            empty = not file.read(1)
    except OSError as error:
        raise device_fault(f"{path.name} cannot be read; check its permissions.") from error
    if empty:
        raise device_fault(f"{path.name} is empty.")


def _decoder(path: Path) -> "soundfile.SoundFile":
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise device_fault("The audio library libsndfile is missing.") from error
    try:
        return _sequential(soundfile.SoundFile(path))
    except (soundfile.SoundFileError, OSError, TypeError) as error:
        raise device_fault(
            f"{path.name} is not a recording that can be read; use WAV, FLAC, OGG or MP3."
        ) from error


def _sequential(sound: "soundfile.SoundFile") -> "soundfile.SoundFile":
    """Return a decoder that never seeks between reads, which breaks the bit reservoir of MP3.

    soundfile seeks after every read of a seekable file. The one seek to the start makes the
    samples of an MP3 equal to those of `soundfile.read`.
    """
    if sound.seekable():
        sound.seek(0)
    sound.seekable = lambda: False
    return sound
