"""Whole consultations in virtual time: who listens, how late the text is, what is tried when."""

from itertools import pairwise
from pathlib import Path

from scribe_app.domain import events as ev
from scribe_app.domain.session import Signal
from tests.engine.lived import Lived, Scene, lived
from tests.engine.schedules import verdict
from tests.simulators import Faults, JuvolyV2, RestFaults, Voxist


def exact(scene: Scene, folder: Path) -> Lived:
    """Live through a scene that has to end with every word once, in order."""
    made = lived(scene, folder)
    assert verdict(made, scene) == ""
    return made


def writers(made: Lived) -> list[str]:
    """Return whose words stand in the transcript, one entry for each turn."""
    finals = made.consultation.transcript.finals
    epochs = [made.consultation.epoch_of(final.id) for final in finals]
    names = [epoch.vendor for epoch in epochs if epoch is not None]
    return [name for index, name in enumerate(names) if index == 0 or names[index - 1] != name]


def test_a_fallback_goes_on_and_gives_way_to_the_vendor_that_is_wanted(tmp_path: Path) -> None:
    wanted = JuvolyV2(faults=[Faults(after_words=9, drop=True)])
    wanted.rest_faults = {number: RestFaults(status=503) for number in range(1, 5)}
    made = exact(Scene(servers=[wanted, Voxist(pace=0.0)], words=60), tmp_path)
    assert writers(made) == ["juvoly-v2", "voxist", "juvoly-v2"]
    assert made.served[0][1] == made.served[-1][1] == "juvoly-v2"
    assert made.signals[-1][1] is Signal.LINK_ENDED


def test_the_vendor_that_is_wanted_is_tried_ever_less_often(tmp_path: Path) -> None:
    away = JuvolyV2(rest_faults=RestFaults(status=503))
    made = exact(Scene(servers=[away, Voxist(pace=0.0)], words=150, until_good=False), tmp_path)
    assert writers(made) == ["voxist"]
    waits = [round(later - earlier) for earlier, later in pairwise(made.calls)]
    assert waits[-2:] == [30, 30]
    assert all(5 <= wait <= 30 for wait in waits[3:])


def test_a_backlog_is_filled_beside_what_is_being_said(tmp_path: Path) -> None:
    scene = Scene(servers=[JuvolyV2()], words=250, before=120.0)
    made = exact(scene, tmp_path)
    filled = next(at for at, event in made.events if _covers(event, 119.0))
    late = [lag for at, lag in made.lags if 12.0 < at < filled]
    assert late
    assert max(late) <= 2.0


def _covers(event: ev.Event, second: float) -> bool:
    return (
        isinstance(event, ev.Final) and event.utterance.start <= second <= event.utterance.end + 2
    )


def test_where_one_line_is_all_there_is_it_catches_up_at_its_pace(tmp_path: Path) -> None:
    scene = Scene(servers=[JuvolyV2()], words=100, before=40.0, values=("connections=1",))
    made = exact(scene, tmp_path)
    assert len(made.consultation.epochs) == 1
    assert made.lags[0][1] > 30
    assert made.lags[-1][1] < 1


def test_a_second_line_that_is_refused_costs_nothing(tmp_path: Path) -> None:
    server = JuvolyV2()
    server.rest_faults = {number: RestFaults(status=429) for number in range(1, 50)}
    made = exact(Scene(servers=[server], words=100, before=40.0), tmp_path)
    assert len(made.consultation.epochs) == 1
    assert made.faults == []
    assert len(made.calls) <= 3


def test_an_uplink_of_half_the_speed_of_speech(tmp_path: Path) -> None:
    slow = Faults(uplink=0.5, uplink_seconds=60.0)
    server = JuvolyV2(faults=[slow], small_buffers=True)
    made = exact(Scene(servers=[server], words=160, narrow=True), tmp_path)
    worst = max(lag for _, lag in made.lags)
    assert 25 <= worst <= 40
    assert max(lag for at, lag in made.lags if at > 75.0) <= 2.0
    assert len(made.consultation.epochs) == 2
