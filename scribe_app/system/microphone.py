"""The microphones of this machine, and one of them as a source of audio."""

import logging
from dataclasses import dataclass

from scribe_app.domain.faults import ScribeError, device_fault
from scribe_app.ports.audio import InputDevice
from scribe_app.system.bounded import bounded
from scribe_app.system.microphone_source import Microphone
from scribe_app.system.microphone_stream import MicrophoneStream, Target
from scribe_app.system.portaudio import Form, PortAudio, PortDevice, system_portaudio
from scribe_app.system.pulse_sources import PulseSource, pulse_sources

_LIMIT_SECONDS = 5.0
_PULSE = "pulse"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    device: InputDevice
    target: Target


class SystemMicrophones:
    """What PulseAudio or PipeWire lists where PortAudio goes through it, else PortAudio's list."""

    def __init__(self, portaudio: PortAudio | None = None) -> None:
        self._portaudio = portaudio or system_portaudio()

    def list(self) -> tuple[InputDevice, ...]:
        """Return the devices there are now, the default one first; never raises."""
        try:
            return tuple(found.device for found in self._found())
        except ScribeError:
            return ()

    def open(self, device_id: str) -> Microphone:
        """Return a source for a device, the default one (and what becomes it) for an empty id.

        Raises `ScribeError` (device); opening the source may raise too.
        """
        found = self._found()
        if not found:
            raise device_fault("No microphone was found; connect one and try again.")
        wanted = [each for each in found if each.device.id == device_id] if device_id else found
        if not wanted:
            raise device_fault("That microphone is no longer there; choose another one.")
        return Microphone(self, device_id, wanted[0].target)

    def targets(self) -> tuple[Target, ...]:
        """Return what can be opened now, the default one first; raises `ScribeError` (device)."""
        return tuple(found.target for found in self._found())

    def stream(self, target: Target, tag: str) -> MicrophoneStream:
        """Return a stream that is not open yet; the sound server lists it with the tag."""
        return MicrophoneStream(self._portaudio, target, tag)

    def _found(self) -> tuple[_Found, ...]:
        """Return the devices, the default one first; raises `ScribeError` (device).

        A sound server is asked itself: PortAudio, which shows it as one device, need not look.
        """
        inputs = self._inputs(anew=False)
        through = _to_pulse(inputs)
        if through is None:
            inputs = self._inputs(anew=True)
            through = _to_pulse(inputs)
        sources = pulse_sources() if through else None
        if through is None or sources is None:
            return tuple(map(_from_portaudio, self._inputs(anew=through is not None)))
        return tuple(_from_pulse(each, through) for each in sources)

    def _inputs(self, *, anew: bool) -> tuple[PortDevice, ...]:
        try:
            return bounded(lambda: self._portaudio.inputs(anew=anew), _LIMIT_SECONDS)
        except TimeoutError as error:
            raise device_fault("The sound system does not answer.", retryable=True) from error
        except ScribeError:
            raise
        except Exception as error:  # PortAudio's own class, known only once it is loaded
            _log.info("microphone-refused", extra={"error": type(error)})
            raise device_fault("The sound system does not answer.", retryable=True) from error


def _to_pulse(inputs: tuple[PortDevice, ...]) -> PortDevice | None:
    return next((each for each in inputs if each.through_pulse), None)


def _from_pulse(source: PulseSource, through: PortDevice) -> _Found:
    device = InputDevice(
        f"{_PULSE}:{source.name}",
        source.description,
        source.is_default,
        source.rate,
        source.channels,
    )
    native = Form(source.rate, source.channels)
    target = Target(
        device.name,
        through.index,
        native,
        source.name,
        id=device.id,
        is_monitor=source.is_monitor,
        is_default=source.is_default,
    )
    return _Found(device, target)


def _from_portaudio(port: PortDevice) -> _Found:
    device = InputDevice(
        port.id, port.name, port.is_default, port.native.rate, port.native.channels
    )
    target = Target(
        port.name, port.index, port.native, None, id=port.id, is_default=port.is_default
    )
    return _Found(device, target)
