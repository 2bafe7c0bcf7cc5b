"""Sleep inhibited through a real D-Bus, on which the test plays logind and the portal."""

import contextlib
import gc
import os
import select
import shutil
import signal
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, MessageType, message_bus, new_error, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from scribe_app.system import sleep_inhibitor
from scribe_app.system.sleep_inhibitor import SystemSleepInhibitor, system_ways
from scribe_app.system.sleep_inhibitor_mac import from_caffeinate
from scribe_app.system.sleep_inhibitor_windows import Awake

LIMIT_SECONDS = 10.0
LOGIND = "org.freedesktop.login1"
PORTAL = "org.freedesktop.portal.Desktop"

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="not installed: dbus-daemon"
)

_BUS = """\
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class Service:
    """One service on the bus: answers `Inhibit`, and keeps what it was asked."""

    def __init__(self, bus: str, name: str, answer: Callable[["Service", Any], Any]) -> None:
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.pipes: list[int] = []
        self._connection: DBusConnection = open_dbus_connection(bus, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(name))
        self._answer = answer
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._thread.start()

    def grant(self) -> int:
        """Return one end of a pipe; the other tells when everybody let go of it."""
        ours, theirs = os.pipe()
        self.pipes.append(ours)
        return theirs

    def is_held(self) -> bool:
        """Tell whether a pipe that was granted is still open at the other end."""
        return bool(self.pipes) and not select.select([self.pipes[-1]], [], [], 0)[0]

    def close(self) -> None:
        self._over.set()
        self._thread.join(LIMIT_SECONDS)
        self._connection.close()
        for pipe in self.pipes:
            os.close(pipe)

    def _serve(self) -> None:
        while not self._over.is_set():
            with contextlib.suppress(TimeoutError):
                message = self._connection.receive(timeout=0.05)
                if message.header.message_type is MessageType.method_call:
                    method = message.header.fields[HeaderFields.member]
                    self.asked.append((method, tuple(message.body)))
                    reply = self._answer(self, message)
                    if reply is not None:
                        self._connection.send(reply)


def grants(service: Service, message: Any) -> Any:
    """Answer as logind does, with a descriptor; our own copy goes with the message."""
    descriptor = service.grant()
    service._connection.send(new_method_return(message, "h", (descriptor,)))
    os.close(descriptor)


def gives_request(_service: Service, message: Any) -> Any:
    """Answer as the portal does, with the path of a request."""
    if message.header.fields[HeaderFields.member] == "Close":
        return new_method_return(message)
    return new_method_return(message, "o", ("/org/freedesktop/portal/desktop/request/1/t",))


def refuses(_service: Service, message: Any) -> Any:
    return new_error(message, "org.freedesktop.DBus.Error.AccessDenied", "s", ("no",))


def says_nothing(_service: Service, _message: Any) -> Any:
    return None


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator["subprocess.Popen[str]"]:
    """Run a bus that is this machine's system bus and session bus."""
    config = tmp_path / "bus.conf"
    config.write_text(_BUS.format(folder=tmp_path))
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield process
    process.send_signal(signal.SIGCONT)
    process.kill()
    process.communicate()


def until(done: Callable[[], bool]) -> None:
    event, limit = threading.Event(), LIMIT_SECONDS
    while not done() and limit > 0:
        event.wait(0.01)
        limit -= 0.01
    assert done()


@needs_bus
def test_logind_holds_until_it_is_released(bus: object) -> None:
    with contextlib.closing(Service("SYSTEM", LOGIND, grants)) as logind:
        inhibitor = SystemSleepInhibitor()
        inhibitor.hold()
        assert inhibitor.by == "logind"
        what, who, why, mode = logind.asked[0][1]
        assert (what, who, mode) == ("sleep:idle", "Scribe", "block")
        assert why == "A consultation is being recorded"
        assert logind.is_held()
        inhibitor.hold()
        assert len(logind.asked) == 1
        inhibitor.release()
        until(lambda: not logind.is_held())
        assert inhibitor.by == ""
        inhibitor.release()


@needs_bus
@pytest.mark.parametrize("answer", [refuses, None])
def test_the_portal_is_asked_where_logind_is_not_there_or_refuses(
    bus: object, answer: Callable[[Service, Any], Any] | None
) -> None:
    with contextlib.ExitStack() as stack:
        if answer is not None:
            stack.enter_context(contextlib.closing(Service("SYSTEM", LOGIND, answer)))
        portal = stack.enter_context(contextlib.closing(Service("SESSION", PORTAL, gives_request)))
        inhibitor = SystemSleepInhibitor()
        inhibitor.hold()
        assert inhibitor.by == "portal"
        method, (window, flags, options) = portal.asked[0]
        assert (method, window, flags) == ("Inhibit", "", 12)
        assert options["reason"] == ("s", "A consultation is being recorded")
        inhibitor.release()
        assert [method for method, _ in portal.asked] == ["Inhibit", "Close"]


@needs_bus
def test_a_bus_without_services_holds_nothing(bus: object) -> None:
    inhibitor = SystemSleepInhibitor()
    inhibitor.hold()
    assert inhibitor.by == ""
    inhibitor.release()


def test_no_bus_holds_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    inhibitor = SystemSleepInhibitor(system_ways("linux"))
    inhibitor.hold()
    assert inhibitor.by == ""


@needs_bus
def test_a_service_that_hangs_holds_nobody_up(bus: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleep_inhibitor, "_HOLD_SECONDS", 0.3)
    with contextlib.closing(Service("SYSTEM", LOGIND, says_nothing)):
        inhibitor = SystemSleepInhibitor()
        inhibitor.hold()
        assert inhibitor.by == ""


@needs_bus
def test_a_frozen_bus_holds_nobody_up(
    bus: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sleep_inhibitor, "_HOLD_SECONDS", 0.3)
    bus.send_signal(signal.SIGSTOP)
    inhibitor = SystemSleepInhibitor()
    inhibitor.hold()
    assert inhibitor.by == ""
    bus.send_signal(signal.SIGCONT)
    until(lambda: all(thread.name != "bounded-call" for thread in threading.enumerate()))
    with warnings.catch_warnings():
        # jeepney leaves the socket of a handshake that took too long to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()


def test_a_grant_that_comes_too_late_is_given_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sleep_inhibitor, "_HOLD_SECONDS", 0.05)
    answer, closed = threading.Event(), threading.Event()

    class Late:
        def close(self) -> None:
            closed.set()

    def slow(_seconds: float) -> Late:
        answer.wait(LIMIT_SECONDS)
        return Late()

    inhibitor = SystemSleepInhibitor([("slow", slow)])
    inhibitor.hold()
    assert inhibitor.by == ""
    answer.set()
    assert closed.wait(LIMIT_SECONDS)


def test_windows_is_asked_and_let_go_by_the_same_thread() -> None:
    states: list[tuple[int, int]] = []

    def set_state(state: int) -> int:
        states.append((state, threading.get_ident()))
        return 0x8000_0000

    awake = Awake(set_state, LIMIT_SECONDS)
    awake.close()
    (asked, first), (let_go, second) = states
    assert (asked, let_go) == (0x8000_0001, 0x8000_0000)
    assert first == second != threading.get_ident()


def test_windows_refusing_is_an_error() -> None:
    with pytest.raises(OSError, match="SetThreadExecutionState"):
        Awake(lambda _state: 0, LIMIT_SECONDS)


def test_caffeinate_runs_for_this_process_and_ends(tmp_path: Path) -> None:
    program = tmp_path / "caffeinate"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\nexec tail -f /dev/null\n')
    program.chmod(0o755)
    grant = from_caffeinate(1.0, str(program))
    until((tmp_path / "asked").exists)
    until(lambda: bool((tmp_path / "asked").read_text()))
    assert (tmp_path / "asked").read_text().split() == ["-i", "-w", str(os.getpid())]
    grant.close()
    assert grant._process.poll() is not None


@pytest.mark.parametrize(
    ("platform", "names"),
    [
        ("linux", ["logind", "portal"]),
        ("win32", ["windows"]),
        ("darwin", ["caffeinate"]),
        ("other", []),
    ],
)
def test_every_system_has_its_services(platform: str, names: list[str]) -> None:
    assert [name for name, _ in system_ways(platform)] == names
