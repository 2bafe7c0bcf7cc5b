"""The watch on the sound server: what it hears, that it ends, that it does without `pactl`."""

import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from scribe_app.system import pulse_watch
from scribe_app.system.pulse_sources import pulse_state
from scribe_app.system.pulse_watch import PulseWatch
from tests.contract.intake import LIMIT_SECONDS
from tests.fixtures import pulse as rig
from tests.fixtures.pulse import MONITOR, Pulse, private_pulse

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(rig.missing_programs()), reason=f"not installed: {', '.join(rig.missing_programs())}"
    ),
]


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with private_pulse() as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server


def listening(watch: PulseWatch, pulse: Pulse) -> None:
    """Wait until the watch hears what happens."""
    watch.keep_up()
    while True:
        watch.changed.clear()
        pulse.pactl("set-source-volume", MONITOR, "+1%")
        if watch.changed.wait(0.5):
            return


def test_a_change_is_heard_and_the_program_ends_with_the_watch(pulse: Pulse) -> None:
    woken = threading.Event()
    with closing(PulseWatch(woken.set)) as watch:
        listening(watch, pulse)
        process = watch._process
        assert process is not None
        assert woken.is_set()
        watch.changed.clear()
        pulse.add_source("mic_a")
        assert watch.changed.wait(LIMIT_SECONDS)
        watch.keep_up()
        assert watch._process is process
    assert process.poll() is not None
    watch.close()


def test_the_server_s_end_wakes_and_the_next_one_is_heard(
    pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse_watch, "_AGAIN_SECONDS", 0.0)
    woken = threading.Event()
    with closing(PulseWatch(woken.set)) as watch:
        listening(watch, pulse)
        woken.clear()
        pulse.kill()
        assert woken.wait(LIMIT_SECONDS)
        with pulse.again() as next_one:
            listening(watch, next_one)


def test_it_is_not_started_more_than_twice_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    popen = subprocess.Popen

    def counted(*arguments: object, **named: object) -> object:
        started.append(arguments)
        return popen(*arguments, **named)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", counted)
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere/native")
    with closing(PulseWatch(lambda: None)) as watch:
        for _ in range(100):
            watch.keep_up()
    assert len(started) == 1


def test_without_pactl_it_is_inert(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _program: None)
    watch = PulseWatch(lambda: None)
    watch.keep_up()
    watch.close()
    assert not watch.changed.is_set()
    assert pulse_state() is None


def test_everything_is_listed_with_its_state(pulse: Pulse) -> None:
    pulse.add_source("mic_a")
    pulse.add_loudspeaker()
    pulse.pactl("set-source-mute", "mic_a", "1")
    pulse.pactl("suspend-source", "mic_a", "1")
    state = pulse_state()
    assert state is not None
    sources = {source.name: source for source in state.sources}
    assert set(sources) == {MONITOR, "mic_a", "speaker.monitor"}
    assert {name for name, source in sources.items() if source.is_monitor} == {
        MONITOR,
        "speaker.monitor",
    }
    assert [name for name, source in sources.items() if source.is_muted] == ["mic_a"]
    assert sources["mic_a"].is_suspended
    assert state.default == MONITOR
    assert state.listening == ()
