"""An open microphone: its callback copies a block, hands it over and returns."""

import logging
import threading
from dataclasses import dataclass
from typing import Any

from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.domain.faults import Fault, FaultKind, ScribeError, device_fault
from scribe_app.ports.audio import Intake
from scribe_app.system.bounded import bounded
from scribe_app.system.convert import Converter
from scribe_app.system.portaudio import Form, PortAudio
from scribe_app.system.pulse_sources import STREAM_TAG

_BLOCK_SECONDS = 0.02
_LATENCY_SECONDS = 0.05
_OPEN_SECONDS = 5.0
_CLOSE_SECONDS = 2.0

_HOST_ERROR = -9999
_OTHER_FORM = frozenset({-9998, -9997, -9994})
_BUSY = -9985
_HOST_BUSY = -16
_HOST_FORBIDDEN = frozenset({-1, -13})

_STOPPED = Fault(
    FaultKind.DEVICE, True, "The microphone stopped; check that it is still connected."
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Target:
    """What to open: PortAudio's device, and through PulseAudio the source's own name."""

    name: str
    index: int
    native: Form
    pulse_source: str | None
    id: str = ""
    is_monitor: bool = False
    is_default: bool = False


class MicrophoneStream:
    """An `AudioSource`; asks for mono at 16 kHz, and takes what the device has otherwise."""

    def __init__(self, portaudio: PortAudio, target: Target, tag: str = "") -> None:
        self._portaudio = portaudio
        self._target = target
        self._properties = f"{STREAM_TAG}={tag}" if tag and target.pulse_source else ""
        self._converter = Converter(SAMPLE_RATE, 1, "int16")
        self._stream: Any = None
        self._intake: Intake | None = None
        self._closing = False
        self._ended = threading.Lock()
        self._handover = threading.Lock()

    @property
    def name(self) -> str:
        """Return the device's name."""
        return self._target.name

    def open(self, intake: Intake) -> None:
        """Start the stream; raises `ScribeError` (device), after 5 s at the latest."""
        self._intake = intake
        try:
            bounded(self._start, _OPEN_SECONDS)
        except TimeoutError as error:
            self._portaudio.give_up()
            self.close()
            raise device_fault(
                f"The microphone {self.name} does not answer.", retryable=True
            ) from error

    @property
    def rate(self) -> int:
        """Return the samples per second of what is offered."""
        return self._converter.rate

    def frames(self, block: bytes) -> int:
        """Return how many samples an offered block has."""
        return self._converter.frames(block)

    def convert(self, block: bytes) -> bytes:
        """Return an offered block as mono 16 kHz int16; an empty one flushes."""
        return self._converter.convert(block)

    def close(self) -> None:
        """Stop the stream; a sound system that hangs is left behind after 2 s."""
        self._closing = True
        stream = self._taken()
        if stream is None:
            return
        try:
            bounded(lambda: self._portaudio.close(stream), _CLOSE_SECONDS)
        except TimeoutError:
            self._portaudio.give_up()
        except Exception as error:  # PortAudio's own class; there is nothing left to close
            _log.info("microphone-stopped", extra={"error": type(error)})
        self._end(None)

    def _start(self) -> None:
        forms = _forms(self._target.native)
        for form in forms:
            try:
                self._stream = self._opened(form)
            except self._portaudio.error() as error:
                if form is forms[-1] or _code(error) not in _OTHER_FORM:
                    raise self._refusal(error) from error
            else:
                break
        if self._closing and (late := self._taken()) is not None:
            # It answered after `open` had given up.
            self._portaudio.close(late)

    def _taken(self) -> Any:
        """Return the stream to whoever asks first, so that it is closed once."""
        with self._handover:
            stream, self._stream = self._stream, None
            return stream

    def _opened(self, form: Form) -> Any:
        self._converter = Converter(form.rate, form.channels, "int16")
        arguments = {
            "samplerate": form.rate,
            "channels": form.channels,
            "dtype": "int16",
            "blocksize": round(form.rate * _BLOCK_SECONDS),
            "device": self._target.index,
            "latency": _LATENCY_SECONDS,
            "callback": self._heard,
            "finished_callback": self._finished,
        }
        stream = self._portaudio.open(self._target.pulse_source, arguments, self._properties)
        _log.info("microphone-opened", extra={"rate": form.rate, "channels": form.channels})
        return stream

    def _heard(self, data: Any, _frames: int, _time: Any, status: Any) -> None:
        """Run in PortAudio's thread, every 20 ms."""
        intake = self._intake
        if self._closing or intake is None:
            return
        if status.input_overflow:
            intake.lost()
        if not intake.offer(bytes(data)):
            intake.lost()

    def _finished(self) -> None:
        """Run in PortAudio's thread when the stream is over, for whatever reason."""
        # Not logged: logging would leave a thread object for PortAudio's thread behind.
        if not self._closing:
            self._end(_STOPPED)

    def _end(self, fault: Fault | None) -> None:
        if self._intake is not None and self._ended.acquire(blocking=False):
            self._intake.ended(fault)

    def _refusal(self, error: Exception) -> ScribeError:
        code, host = _code(error), _host_code(error)
        _log.info("microphone-refused", extra={"code": code, "host_code": host})
        if code == _BUSY or host == _HOST_BUSY:
            return device_fault(
                f"The microphone {self.name} is in use by another program.", retryable=True
            )
        if host in _HOST_FORBIDDEN:
            return device_fault(
                f"Scribe may not use the microphone {self.name}; allow it in the system's settings."
            )
        return device_fault(
            f"The microphone {self.name} cannot be opened; check that it is connected.",
            retryable=True,
        )


def _forms(native: Form) -> tuple[Form, ...]:
    """Return what to ask for, best first."""
    wanted = Form(SAMPLE_RATE, 1), Form(native.rate, 1), Form(SAMPLE_RATE, native.channels), native
    return tuple(dict.fromkeys(wanted))


def _code(error: Exception) -> int:
    return error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0


def _host_code(error: Exception) -> int:
    """Return the system's own number behind PortAudio's "unanticipated host error"."""
    if _code(error) != _HOST_ERROR or len(error.args) < 3:
        return 0
    number = error.args[2][1]
    return number if isinstance(number, int) else 0
