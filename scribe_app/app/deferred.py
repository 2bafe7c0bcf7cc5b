"""The desk before the engine is there: the window paints first, and no key press is lost."""

import threading
from collections.abc import Callable
from dataclasses import replace

from scribe_app.domain.commands import Command
from scribe_app.domain.faults import Fault
from scribe_app.ports.audio import AudioSource, InputDevice, Microphones
from scribe_app.ports.desk import Desk, Snapshot

Listener = Callable[[Snapshot], None]


class DeferredDesk:
    """A `Desk` that keeps commands and listeners until `attach` brings the real one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._desk: Desk | None = None
        self._commands: list[Command] = []
        self._listeners: list[Listener] = []
        self._latest = Snapshot()

    def attach(self, desk: Desk) -> None:
        """Hand everything to the engine from now on, what was asked meanwhile first."""
        with self._lock:
            self._desk = desk
            waiting, self._commands = self._commands, []
        desk.subscribe(self._publish)
        for command in waiting:
            desk.submit(command)

    def fail(self, fault: Fault) -> None:
        """Show a fault: why the engine is not coming, or that something unexpected happened."""
        self._publish(replace(self._latest, fault=fault))

    def submit(self, command: Command) -> None:
        """Ask for something, now or as soon as there is an engine."""
        with self._lock:
            desk = self._desk
            if desk is None:
                self._commands.append(command)
        if desk is not None:
            desk.submit(command)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell the listener the newest snapshot now and every later one."""
        self._listeners.append(listener)
        listener(self._latest)
        return lambda: self._listeners.remove(listener)

    def level(self) -> float:
        """Return the level that the engine hears."""
        return self._desk.level() if self._desk is not None else 0.0

    def captured(self) -> float:
        """Return the seconds recorded so far."""
        return self._desk.captured() if self._desk is not None else 0.0

    def _publish(self, snapshot: Snapshot) -> None:
        self._latest = snapshot
        for listener in tuple(self._listeners):
            listener(snapshot)


class DeferredMicrophones:
    """Microphones whose libraries are loaded at the first question, by whoever asks it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._real: Microphones | None = None

    def list(self) -> tuple[InputDevice, ...]:
        """Return the devices there are now; never raises."""
        return self._microphones().list()

    def open(self, device_id: str) -> AudioSource:
        """Return a source for a device; raises `ScribeError`."""
        return self._microphones().open(device_id)

    def _microphones(self) -> Microphones:
        with self._lock:
            if self._real is None:
                from scribe_app.system.microphone import SystemMicrophones

                self._real = SystemMicrophones()
            return self._real
