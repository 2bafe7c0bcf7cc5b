"""The engine with a real microphone that is silent, that vanishes, that was never there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.session import Phase
from scribe_app.system.microphone import SystemMicrophones
from tests.engine.rig import rig
from tests.fixtures.pulse import Pulse, private_pulse

pytestmark = pytest.mark.desktop


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with private_pulse() as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        yield server


def test_a_microphone_that_gives_only_zeros_is_noticed_within_five_seconds(
    pulse: Pulse, tmp_path: Path
) -> None:
    with rig(tmp_path, open_source=SystemMicrophones().open) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        seen = bench.until(lambda s: s.no_signal)
        assert seen.ledger.captured < 5.0
        assert seen.state.phase is Phase.RECORDING


def test_a_microphone_that_vanishes_is_said_and_the_recording_goes_on(
    pulse: Pulse, tmp_path: Path
) -> None:
    with rig(tmp_path, open_source=SystemMicrophones().open) as bench:
        bench.engine.submit(cmd.Start())
        bench.until(lambda s: s.ledger.captured > 0.5)
        pulse.pactl("unload-module", "module-null-sink")
        seen = bench.until(lambda s: s.microphone.trouble is not None)
        assert seen.microphone.trouble is not None
        assert seen.microphone.trouble.sentence.endswith("is gone; looking for another one.")
        assert seen.state.phase is Phase.RECORDING
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert done.ledger.stored == done.ledger.captured > 0.5


def test_no_microphone_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with private_pulse(microphone=False) as server:
        for name, value in server.env.items():
            monkeypatch.setenv(name, value)
        with rig(tmp_path, open_source=SystemMicrophones().open) as bench:
            bench.engine.submit(cmd.Start())
            seen = bench.until(lambda s: s.fault is not None)
            assert seen.fault is not None
            assert "microphone" in seen.fault.sentence
            assert seen.state.phase is Phase.IDLE
