"""PortAudio, loaded at its first use and spoken to by one thread at a time."""

import atexit
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from scribe_app.domain.faults import device_fault

_PULSE_SOURCE = "PULSE_SOURCE"
_PROPERTIES = "PULSE_PROP"
_LOCK_SECONDS = 4.0
_BEST_HOST = "Windows WASAPI"
_SPOKEN = MappingProxyType(
    {
        "default": "Default microphone",
        "pulse": "Default microphone of PulseAudio",
        "pipewire": "Default microphone of PipeWire",
    }
)
"""ALSA's plug-in names that are a microphone, and what to call them."""


@dataclass(frozen=True, slots=True)
class Form:
    """A rate and a channel count in which to ask for a stream."""

    rate: int
    channels: int


@dataclass(frozen=True, slots=True)
class PortDevice:
    """An input device as PortAudio lists it."""

    index: int
    id: str
    name: str
    through_pulse: bool
    is_default: bool
    native: Form


def load_sounddevice() -> Any:
    """Return the sounddevice module; raises `ScribeError` (device) without the library."""
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        raise device_fault(
            "The audio library PortAudio is missing; install libportaudio2."
        ) from error
    return sounddevice


class PortAudio:
    """The library's state: loaded, initialised, how many streams are open."""

    def __init__(self, load: Callable[[], Any] = load_sounddevice) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._module: Any = None
        self._streams = 0

    def inputs(self, *, anew: bool = True) -> tuple[PortDevice, ...]:
        """Return the input devices there are now; raises `ScribeError` (device).

        Looking `anew` takes 50 ms; else it is what the library saw when it looked last.
        """
        with self._mine():
            is_new = self._module is None
            module = self._loaded()
            if anew and self._streams == 0 and not is_new:
                # PortAudio looks for devices once; a second look would end an open stream.
                module._terminate()
                module._initialize()
            return _inputs(module)

    def open(self, source: str | None, arguments: dict[str, Any], tag: str = "") -> Any:
        """Return a started raw input stream; `source` picks one that PulseAudio knows by name.

        PulseAudio lists the stream with the tag.
        """
        with self._mine(), _environment(_PULSE_SOURCE, source), _environment(_PROPERTIES, tag):
            stream = self._loaded().RawInputStream(**arguments)
            try:
                stream.start()
            except Exception:
                stream.close()
                raise
            self._streams += 1
            return stream

    def close(self, stream: Any) -> None:
        """Close a stream, which may have stopped by itself."""
        with self._mine():
            self._streams -= 1
            stream.close()

    def give_up(self) -> None:
        """Leave a call that hangs to the end of the process, where it would abort a tidy exit."""
        if self._module is not None:
            atexit.unregister(self._module._exit_handler)

    def error(self) -> type[Exception]:
        """Return the class of the library's errors; its second argument is a code."""
        error: type[Exception] = self._loaded().PortAudioError
        return error

    @contextmanager
    def _mine(self) -> Iterator[None]:
        """Let one thread in; `TimeoutError` when another one's call hangs, so that none pile up."""
        if not self._lock.acquire(timeout=_LOCK_SECONDS):
            raise TimeoutError
        try:
            yield
        finally:
            self._lock.release()

    def _loaded(self) -> Any:
        if self._module is None:
            self._module = self._load()
        return self._module


@cache
def system_portaudio() -> PortAudio:
    """Return the one of this process: the library has a single state, and aborts when two share it.

    (Looking for devices anew while another thread opens a stream is an abort, measured.)
    """
    return PortAudio()


@contextmanager
def _environment(variable: str, value: str | None) -> Iterator[None]:
    """Set a variable that the sound server's library reads while a stream is opened."""
    before = os.environ.get(variable)
    if not value:
        yield
        return
    os.environ[variable] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[variable]
        else:
            os.environ[variable] = before


def _inputs(module: Any) -> tuple[PortDevice, ...]:
    hosts = module.query_hostapis()
    listed = [entry for entry in module.query_devices() if entry["max_input_channels"] > 0]
    best = [entry for entry in listed if hosts[entry["hostapi"]]["name"] == _BEST_HOST]
    devices: dict[str, PortDevice] = {}
    for entry in best or listed:
        host = hosts[entry["hostapi"]]
        if _is_real(entry["name"], host["name"]):
            device = _device(entry, host, taken=devices)
            devices[device.id] = device
    return tuple(sorted(devices.values(), key=lambda device: not device.is_default))


def _is_real(name: str, host: str) -> bool:
    """Leave out the plug-in names that ALSA lists beside each card."""
    return host != "ALSA" or "(hw:" in name or name in _SPOKEN


def _device(entry: dict[str, Any], host: Any, taken: dict[str, PortDevice]) -> PortDevice:
    base = f"{host['name']}:{entry['name']}"
    names = (base if count == 1 else f"{base} #{count}" for count in range(1, len(taken) + 2))
    return PortDevice(
        index=entry["index"],
        id=next(name for name in names if name not in taken),
        name=_SPOKEN.get(entry["name"], entry["name"]),
        through_pulse=entry["name"] == "pulse",
        is_default=entry["index"] == host["default_input_device"],
        native=Form(round(entry["default_samplerate"]), entry["max_input_channels"]),
    )
