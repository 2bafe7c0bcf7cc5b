"""What is done about every close code and every refusal, in virtual time."""

from itertools import pairwise
from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind
from scribe_app.domain.session import Signal
from tests.engine.lived import Lived, Scene, lived
from tests.engine.schedules import verdict
from tests.simulators import Faults, JuvolyV2, LiveApi, Simulator, Voxist

WORDS = 150
"""Two minutes of speech."""
CODES = (1000, 1001, 1009, 1011, 1012, 1013, 3000, 3999, 4000, 4999)
AFTER = {"7": 7.0, "garbage": 0.0, "1000000000": 60.0, "": 0.0}


def waits(made: Lived) -> list[float]:
    """Return the seconds between the vendor's handshakes."""
    return [later - earlier for earlier, later in pairwise(made.dials)]


def refused(server: Simulator, folder: Path, words: int = WORDS) -> Lived:
    return lived(Scene(servers=[server], words=words, until_good=False), folder)


@pytest.mark.parametrize("code", CODES)
def test_a_close_without_end_is_followed_by_growing_waits(code: int, tmp_path: Path) -> None:
    made = refused(JuvolyV2(faults=Faults(after_seconds=0.2, close=code)), tmp_path)
    during = [wait for wait, at in zip(waits(made), made.dials[1:], strict=True) if at < 115]
    assert all(0.5 <= wait <= 16.0 for wait in during)
    assert during[0] < 1.0
    assert during[-1] > 11.0
    assert len(made.dials) > 8  # it never gives up while somebody records
    assert made.ended is not None
    assert not made.ended.confirmed


@pytest.mark.parametrize("code", [*CODES, 1006])
def test_a_close_in_the_middle_loses_no_word(code: int, tmp_path: Path) -> None:
    how = {"drop": True} if code == 1006 else {"close": code}
    scene = Scene(servers=[JuvolyV2(faults=[Faults(after_words=5, **how)])], words=16)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    gone = [at for at, signal in made.signals if signal is Signal.LINK_DROPPED]
    back = [at for at, signal in made.signals if signal is Signal.LINK_READY]
    assert len(gone) == 1
    assert back[1] - gone[0] <= 1.0


@pytest.mark.parametrize("status", [404, 500, 503])
def test_an_http_refusal_is_followed_by_growing_waits(status: int, tmp_path: Path) -> None:
    made = refused(LiveApi(faults=Faults(handshake=status)), tmp_path)
    during = [wait for wait, at in zip(waits(made), made.dials[1:], strict=True) if at < 115]
    assert all(0.5 <= wait <= 15.5 for wait in during)
    assert len(made.dials) > 8


@pytest.mark.parametrize("how", [{"handshake": 401}, {"handshake": 403}, {"close": 1008}])
@pytest.mark.parametrize("make", [JuvolyV2, LiveApi, Voxist])
def test_refused_credentials_are_no_storm(
    how: dict[str, int], make: type[Simulator], tmp_path: Path
) -> None:
    """One try, or two where a token may only have been too old; then the clinician is asked."""
    made = refused(make(faults=Faults(**how)), tmp_path)
    assert len(made.dials) <= 2
    assert {fault.kind for _, fault in made.faults} == {FaultKind.AUTH}
    assert "check them in the settings" in made.faults[0][1].sentence


def test_credentials_that_were_entered_anew_are_tried(tmp_path: Path) -> None:
    scene = Scene(servers=[JuvolyV2()], words=80, wrong_until=20.0)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    assert made.calls[0] == 0.0
    assert made.calls[1] >= 30.0


@pytest.mark.parametrize(("header", "least"), AFTER.items())
def test_too_many_requests_wait_as_asked_and_a_minute_at_most(
    header: str, least: float, tmp_path: Path
) -> None:
    faults = [Faults(handshake=429, retry_after=header)]
    scene = Scene(servers=[LiveApi(faults=faults)], words=100)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    (wait,) = waits(made)[:1]
    assert max(0.5, least) <= wait <= max(1.0, 1.3 * least, least + 0.5)


def test_a_handshake_of_five_seconds_loses_no_word(tmp_path: Path) -> None:
    scene = Scene(servers=[JuvolyV2(faults=[Faults(ready_delay=5.0)])])
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    assert made.faults == []


def test_a_vendor_that_never_gets_ready_is_left_after_ten_seconds(tmp_path: Path) -> None:
    scene = Scene(servers=[JuvolyV2(faults=Faults(never_ready=True)), Voxist(pace=0.0)], words=60)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    at, fault = made.faults[0]
    assert 9.0 <= at <= 11.0
    assert "did not get ready in time" in fault.sentence
    assert made.served[0][1] == "voxist"


def test_no_network_for_the_whole_consultation(tmp_path: Path) -> None:
    """It is back ten seconds before the end; every word is there, and nobody was asked."""
    scene = Scene(servers=[Voxist()], words=150, offline=[(0.0, 110.0)], until_good=False)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
