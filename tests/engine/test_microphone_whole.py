"""Every way a microphone fails, from the sound server to the sealed log and the snapshot."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.microphone import GapReason
from scribe_app.domain.session import Phase
from scribe_app.system.microphone_choice import NONE_LEFT, TAKEN_BACK
from tests.engine.microphone_rig import LIMIT_SECONDS, Whole, whole
from tests.fixtures.pulse import missing_programs

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(missing_programs()), reason=f"not installed: {', '.join(missing_programs())}"
    ),
]

GONE_A = "The microphone mic_a is gone; looking for another one."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    with whole(tmp_path, monkeypatch, seconds=30) as made:
        yield made


def test_unplugged_another_one_takes_over_and_the_first_comes_back(desk: Whole) -> None:
    desk.record("mic_a")
    desk.unplug("mic_a")
    desk.troubled("mic_a is gone")
    taken_over = desk.well("mic_b")
    assert taken_over.microphone.begun == "mic_a"
    desk.hear(0.3)
    desk.plug("mic_a")
    desk.well("mic_a")
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.moves == ["mic_b", "mic_a"]
    assert kept.troubles == [GONE_A, ""]
    assert {gap.reason for gap in kept.gaps} <= {GapReason.DEVICE}
    kept.kept_time()


def test_the_only_one_unplugged_and_plugged_in_again_is_one_gap(desk: Whole) -> None:
    """Scenario 12, with less of a wait; no loudspeaker's monitor is recorded meanwhile."""
    desk.record("mic_a")
    desk.unplug("mic_b")
    desk.unplug("mic_a")
    desk.troubled(NONE_LEFT)
    assert desk.bench.engine.level() == 0.0
    assert desk.pulse.listening() == {}
    desk.plug("mic_a")
    assert desk.well("mic_a").state.phase is Phase.RECORDING
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.troubles[-2:] == [NONE_LEFT, ""]
    (gap,) = kept.gaps
    assert kept.done.ledger.missing == (
        pytest.approx((gap.at_sample / 16_000, (gap.at_sample + gap.samples) / 16_000)),
    )
    kept.kept_time()


def test_unplugged_while_paused_the_pause_is_no_gap(desk: Whole) -> None:
    desk.unplug("mic_b")
    desk.record("mic_a")
    desk.bench.engine.submit(cmd.Pause())
    desk.bench.until_phase(Phase.PAUSED)
    desk.unplug("mic_a")
    desk.troubled(NONE_LEFT)
    desk.plug("mic_a")
    desk.well("mic_a")
    desk.bench.engine.submit(cmd.Resume())
    desk.bench.until_phase(Phase.RECORDING)
    desk.hear(0.3)
    assert desk.ended().gaps == []


def test_a_dead_sound_server_is_waited_for(desk: Whole) -> None:
    desk.record("mic_a")
    desk.pulse.kill()
    desk.troubled(NONE_LEFT)
    with desk.pulse.again() as pulse:
        pulse.add_source("mic_a")
        desk.well("mic_a")
        desk.hear(0.3)
        kept = desk.ended()
    (gap,) = kept.gaps
    assert gap.reason is GapReason.DEVICE
    assert gap.samples > 0


def test_a_new_default_is_followed_and_named(desk: Whole) -> None:
    desk.record()
    desk.pulse.pactl("set-default-source", "mic_b")
    assert desk.well("mic_b").microphone.begun == "mic_a"
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.troubles == []
    kept.kept_time()


def test_a_move_to_a_loudspeaker_is_refused_and_said(desk: Whole) -> None:
    desk.record()
    (stream,) = desk.pulse.listening()
    desk.pulse.pactl("move-source-output", stream, "speaker.monitor")
    desk.troubled(TAKEN_BACK)
    desk.well("mic_a")
    desk.hear(0.3)
    assert set(desk.pulse.listening().values()) == {"mic_a"}
    desk.ended().kept_time()


def test_a_muted_one_is_said_until_it_is_not(desk: Whole) -> None:
    desk.record()
    desk.pulse.pactl("set-source-mute", "mic_a", "1")
    desk.troubled("is muted")
    desk.pulse.pactl("set-source-mute", "mic_a", "0")
    desk.well("mic_a")
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.gaps == []
    kept.kept_time()


def test_a_suspended_one_is_said_and_resumed(desk: Whole) -> None:
    desk.unplug("mic_b")
    desk.record("mic_a")
    desk.pulse.pactl("suspend-source", "mic_a", "1")
    desk.troubled("No sound comes from")
    desk.pulse.pactl("suspend-source", "mic_a", "0")
    desk.well("mic_a")
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.gaps
    kept.kept_time()


def test_another_form_under_the_same_name_is_opened_anew(desk: Whole) -> None:
    """As a Bluetooth headset does: its source goes, and comes back at another rate."""
    desk.record("mic_a")
    load = "pactl load-module module-remap-source source_name=mic_a master=mic_feed.monitor"
    form = "channels=2 rate=48000 source_properties=device.description=mic_a"
    subprocess.run(
        ["sh", "-c", f"pactl unload-module {desk.modules['mic_a']}; exec {load} {form}"],
        check=True,
        env={**os.environ, **desk.pulse.env},
        stdout=subprocess.DEVNULL,
        timeout=LIMIT_SECONDS,
    )
    desk.troubled("mic_a is gone")
    desk.well("mic_a")
    desk.hear(0.3)
    kept = desk.ended()
    assert kept.moves[-1] == "mic_a"
    assert kept.troubles == [GONE_A, ""]
