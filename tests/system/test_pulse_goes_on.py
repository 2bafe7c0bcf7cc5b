"""A real PulseAudio whose devices come and go: the recording goes on and keeps the time."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scribe_app.domain.microphone import GapReason
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.microphone_choice import NONE_LEFT, TAKEN_BACK
from scribe_app.system.microphone_source import Microphone
from tests.contract.intake import LIMIT_SECONDS, LastingCollector
from tests.fixtures import pulse as rig
from tests.fixtures.pulse import Marked, Pulse, marked, private_pulse
from tests.fixtures.two_microphones import playing, two_microphones

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(rig.missing_programs()), reason=f"not installed: {', '.join(rig.missing_programs())}"
    ),
]

GONE_A = "The microphone mic_a is gone; looking for another one."
STILL_A = "No sound comes from the microphone mic_a; trying again."
CLOSE_ENOUGH = 0.05
"""How far a gap may be from its true length (scenario 12), in seconds."""


@dataclass
class Desk:
    """Two microphones that hear the same noise, a loudspeaker that plays nothing, a recording."""

    pulse: Pulse
    noise: Marked
    modules: dict[str, str]
    intake: LastingCollector = field(default_factory=LastingCollector)
    source: Microphone | None = None

    def record(self, wish: str = "") -> None:
        """Begin to record, and wait until something is heard."""
        self.source = SystemMicrophones().open(wish and f"pulse:{wish}")
        self.source.open(self.intake)
        self.hear(0.3)

    def hear(self, seconds: float) -> None:
        """Wait until this much more was recorded."""
        wanted = len(self.intake.blocks) + round(50 * seconds)
        assert self.intake.wait(lambda: len(self.intake.blocks) >= wanted), "nothing is recorded"

    def moved(self, *names: str) -> None:
        """Wait until the recording moved to these, one after the other."""
        assert self.intake.wait(lambda: self.intake.moves == [*names]), self.intake.moves

    def told(self, *sentences: str) -> None:
        """Wait until exactly this was told."""
        assert self.intake.wait(lambda: self.intake.troubles == [*sentences]), self.intake.troubles

    def unplug(self, name: str) -> None:
        self.pulse.pactl("unload-module", self.modules.pop(name))

    def plug(self, name: str) -> None:
        self.modules[name] = self.pulse.add_source(name)

    def stream(self) -> str:
        """Return the number of the one stream that is open."""
        (number,) = self.pulse.listening()
        return number

    def kept_time(self) -> None:
        """End the recording; every part of it is where it was said."""
        assert self.source is not None
        self.source.close()
        assert self.intake.ends == [None]
        slips = self.noise.slips(self.intake.in_place(self.source))
        assert all(abs(slip) <= CLOSE_ENOUGH for slip in slips), slips


@pytest.fixture
def noise(tmp_path: Path) -> Marked:
    return marked(tmp_path, seconds=30)


@pytest.fixture
def desk(noise: Marked, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with two_microphones(noise, monkeypatch) as (pulse, modules):
        desk = Desk(pulse, noise, modules)
        yield desk
        if desk.source is not None:
            desk.source.close()


@pytest.mark.parametrize("wish", ["", "mic_a"])
def test_unplugged_it_goes_on_with_the_next_one_and_comes_back(desk: Desk, wish: str) -> None:
    desk.record(wish)
    desk.unplug("mic_a")
    desk.moved("mic_b")
    desk.told(GONE_A, "")
    desk.hear(0.2)
    desk.plug("mic_a")
    desk.moved("mic_b", "mic_a")
    desk.hear(0.2)
    assert desk.source is not None
    assert desk.source.name == "mic_a"
    desk.kept_time()
    assert {reason for _, reason in desk.intake.gaps} <= {GapReason.DEVICE}


def test_with_no_microphone_left_no_loudspeaker_is_recorded(desk: Desk) -> None:
    desk.record("mic_a")
    desk.unplug("mic_b")
    desk.unplug("mic_a")
    desk.told(GONE_A, NONE_LEFT)
    desk.plug("mic_a")
    desk.moved("mic_a")
    desk.told(GONE_A, NONE_LEFT, "")
    desk.hear(0.2)
    ((missing, reason),) = desk.intake.gaps
    assert reason is GapReason.DEVICE
    assert desk.source is not None
    health = desk.source.health()
    assert (health.gaps, health.missing) == (1, missing)
    desk.kept_time()


def test_a_new_default_is_followed_without_a_seam(desk: Desk) -> None:
    desk.record()
    desk.pulse.pactl("set-default-source", "mic_b")
    desk.moved("mic_b")
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_b"}
    assert desk.intake.troubles == []
    desk.kept_time()


def test_a_chosen_microphone_stays_when_the_default_changes(desk: Desk) -> None:
    desk.record("mic_a")
    desk.pulse.pactl("set-default-source", "mic_b")
    # PulseAudio takes the stream along; it is taken back.
    desk.moved("mic_a")
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_a"}
    desk.kept_time()


@pytest.mark.parametrize("wish", ["", "mic_a"])
def test_a_move_to_a_loudspeaker_is_taken_back(desk: Desk, wish: str) -> None:
    desk.record(wish)
    desk.pulse.pactl("move-source-output", desk.stream(), "speaker.monitor")
    desk.moved("mic_a")
    desk.told(TAKEN_BACK, "")
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_a"}
    desk.kept_time()


def test_a_loudspeaker_that_becomes_the_default_is_not_followed(desk: Desk) -> None:
    desk.record()
    desk.pulse.pactl("set-default-source", "speaker.monitor")
    desk.moved("mic_a")
    desk.told(TAKEN_BACK, "")
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_a"}
    desk.kept_time()


def test_a_move_to_another_microphone_is_told_and_stays(desk: Desk) -> None:
    desk.record("mic_a")
    desk.pulse.pactl("move-source-output", desk.stream(), "mic_b")
    desk.moved("mic_b")
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_b"}
    assert desk.intake.troubles == []
    desk.kept_time()


def test_a_muted_microphone_is_told_until_it_is_not(desk: Desk) -> None:
    desk.record()
    desk.pulse.pactl("set-source-mute", "mic_a", "1")
    muted = "The microphone mic_a is muted; unmute it in the system's settings."
    desk.told(muted)
    desk.pulse.pactl("set-source-mute", "mic_a", "0")
    desk.told(muted, "")
    desk.kept_time()
    assert desk.intake.gaps == []


def test_a_suspended_microphone_is_replaced_until_it_is_back(desk: Desk) -> None:
    desk.record("mic_a")
    desk.pulse.pactl("suspend-source", "mic_a", "1")
    desk.moved("mic_b")
    desk.told(STILL_A, "")
    assert sum(samples for samples, _ in desk.intake.gaps) < 12_000, "it waited to be sure"
    desk.pulse.pactl("suspend-source", "mic_a", "0")
    desk.moved("mic_b", "mic_a")
    desk.hear(0.2)
    desk.kept_time()


def test_the_only_microphone_suspended_is_a_gap(desk: Desk) -> None:
    desk.unplug("mic_b")
    desk.record("mic_a")
    desk.pulse.pactl("suspend-source", "mic_a", "1")
    desk.told(STILL_A)
    assert desk.intake.wait(lambda: desk.intake.silent_for() > 0.3)
    desk.pulse.pactl("suspend-source", "mic_a", "0")
    desk.told(STILL_A, "")
    assert desk.intake.wait(lambda: bool(desk.intake.gaps))
    desk.hear(0.2)
    desk.kept_time()


def test_a_profile_change_under_the_same_name_is_opened_anew(desk: Desk) -> None:
    """As a Bluetooth headset does: its source goes, and comes back at another rate."""
    desk.record("mic_a")
    module = desk.modules["mic_a"]
    load = "pactl load-module module-remap-source source_name=mic_a master=mic_feed.monitor"
    form = "channels=2 rate=48000 source_properties=device.description=mic_a"
    subprocess.run(
        ["sh", "-c", f"pactl unload-module {module}; exec {load} {form}"],
        check=True,
        env={**os.environ, **desk.pulse.env},
        stdout=subprocess.DEVNULL,
        timeout=LIMIT_SECONDS,
    )
    assert desk.intake.wait(lambda: desk.intake.moves[-1:] == ["mic_a"]), desk.intake.moves
    desk.hear(0.2)
    assert set(desk.pulse.listening().values()) == {"mic_a"}
    assert desk.intake.troubles == [GONE_A, ""]
    # Resampled there and back, the noise tells its place no more; the time is still kept.
    assert desk.source is not None
    lived = desk.intake.came[-1] - desk.intake.came[0]
    recorded = len(desk.intake.in_place(desk.source)) / 32_000
    assert abs(recorded - lived) < 2 * CLOSE_ENOUGH


def test_a_dead_sound_server_is_waited_for(desk: Desk) -> None:
    desk.record("mic_a")
    desk.pulse.kill()
    desk.told(GONE_A, NONE_LEFT)
    with desk.pulse.again() as pulse:
        pulse.add_source("mic_a")
        desk.moved("mic_a")
        desk.told(GONE_A, NONE_LEFT, "")
        desk.hear(0.2)
        assert desk.source is not None
        desk.source.close()
    assert desk.intake.ends == [None]
    (gap,) = desk.intake.gaps
    assert gap[1] is GapReason.DEVICE


def test_a_short_freeze_of_the_sound_server_loses_nothing(desk: Desk) -> None:
    desk.record("mic_a")
    desk.pulse.freeze()
    desk.told(STILL_A)
    desk.pulse.thaw()
    desk.told(STILL_A, "")
    desk.hear(0.3)
    desk.kept_time()
    assert desk.intake.gaps == []


def test_the_first_sample_after_opening_is_in_it(
    noise: Marked, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_pulse() as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        intake = LastingCollector()
        source = SystemMicrophones().open("")
        source.open(intake)
        with playing(pulse, noise):
            tail = noise.pcm[16_000:16_640]
            assert intake.wait(lambda: tail in b"".join(intake.blocks))
        source.close()
    assert noise.pcm[:16_640] in intake.in_place(source)


def test_without_pactl_the_server_s_end_is_still_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _program: None)
    desk.record()
    desk.pulse.kill()
    assert desk.intake.wait(lambda: len(desk.intake.troubles) == 2)
    assert desk.intake.troubles[0].endswith("is gone; looking for another one.")
    assert desk.intake.troubles[1] == NONE_LEFT
