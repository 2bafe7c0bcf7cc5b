"""Snapshots reach the window from another thread: the newest, at most one a frame, none after."""

import threading
from dataclasses import replace

from pytestqt.qtbot import QtBot

from scribe_app.ports.desk import Snapshot
from scribe_app.ui.feed import FRAME_MS, Feed
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk


def flood(desk: ScriptedDesk, count: int) -> threading.Thread:
    """Say so many snapshots from a thread of their own, as fast as it can."""

    def say_all() -> None:
        for number in range(1, count + 1):
            desk.say(Snapshot(number=number))

    thread = threading.Thread(target=say_all, name="flood")
    thread.start()
    return thread


def test_ten_thousand_snapshots_become_a_few_and_the_last_one_counts(qtbot: QtBot) -> None:
    desk, arrived = ScriptedDesk(), list[int]()
    feed = Feed(desk)
    feed.arrived.connect(lambda snapshot: arrived.append(snapshot.number))
    thread = flood(desk, 10_000)
    qtbot.waitUntil(lambda: arrived[-1:] == [10_000])
    thread.join()
    assert len(arrived) < 1_000
    assert arrived == sorted(arrived)
    feed.close()


def test_two_deliveries_are_a_frame_apart(qtbot: QtBot) -> None:
    desk = ScriptedDesk()
    feed = Feed(desk)
    for number in (1, 2):
        with qtbot.waitSignal(feed.arrived):
            desk.say(Snapshot(number=number))
    desk.say(Snapshot(number=3))
    assert feed.wait_ms() > 0
    assert feed.wait_ms() <= FRAME_MS
    feed.close()


def test_a_closed_feed_touches_nothing(qtbot: QtBot) -> None:
    desk = ScriptedDesk()
    feed = Feed(desk)
    feed.close()
    feed.close()
    assert not desk.is_heard
    feed._take(Snapshot(number=1))
    with qtbot.assertNotEmitted(feed.arrived, wait=2 * FRAME_MS):
        pass


def test_a_closed_window_listens_no_more(window: MainWindow, desk: ScriptedDesk) -> None:
    assert desk.is_heard
    window.close()
    assert not desk.is_heard


def test_the_window_keeps_up_with_a_flood(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk
) -> None:
    snapshots = [
        replace(made_up.RECORDING, ledger=replace(made_up.RECORDING.ledger, captured=500.0 + n))
        for n in range(3_000)
    ]
    for snapshot in snapshots:
        desk.say(snapshot)
    qtbot.waitUntil(lambda: window.ledger.shown is snapshots[-1].ledger)
