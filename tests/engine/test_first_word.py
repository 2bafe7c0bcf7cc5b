"""Nothing is cut from the beginning, however long the vendor's handshake takes (scenario 9)."""

import threading
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.session import Link, Phase
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.transport import Dial
from scribe_app.system.microphone import SystemMicrophones
from tests.engine.rig import rig
from tests.fixtures.pulse import marked, missing_programs, private_pulse
from tests.fixtures.scripted import ScriptedDialler, ScriptedRecogniser
from tests.fixtures.two_microphones import playing


class SlowDialler(ScriptedDialler):
    """Shakes hands when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.hands = threading.Event()

    async def connect(self, dial: Dial) -> ScriptedRecogniser:
        await in_daemon(lambda: self.hands.wait(10), "slow-handshake")
        return await super().connect(dial)


def test_every_word_before_the_line_is_open_is_transcribed(tmp_path: Path) -> None:
    dialler = SlowDialler()
    with rig(tmp_path, dialler) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(20)
        waiting = bench.until(lambda s: s.ledger.captured == 10)
        assert waiting.state.link is Link.CONNECTING
        assert waiting.ledger.sent == 0
        dialler.hands.set()
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == [f"w{number}" for number in range(20)]


@pytest.mark.desktop
@pytest.mark.skipif(bool(missing_programs()), reason="PulseAudio is not installed")
def test_the_first_sample_that_is_said_after_the_key_is_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noise, dialler = marked(tmp_path, seconds=5), SlowDialler()
    with private_pulse() as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        opened = SystemMicrophones().open
        with rig(tmp_path / "sessions", dialler, open_source=opened) as bench:
            bench.engine.submit(cmd.Start())
            bench.until_phase(Phase.RECORDING)
            with playing(pulse, noise):
                begun = bench.engine.captured()
                bench.until(lambda s: s.ledger.captured > begun + 1.5)
                assert bench.snapshots[-1].state.link is Link.CONNECTING
            pcm = bench.audio()
            dialler.hands.set()
    assert noise.pcm[:32_000] in pcm
