"""Where speech begins and ends, and where a long window may be cut."""

import pytest

from scribe_app.ondevice.speech import SECONDS, SpeechTracker


def tracked(*spans: tuple[float, float]) -> SpeechTracker:
    """Return a tracker that was told probabilities for lengths in seconds."""
    tracker = SpeechTracker()
    for probability, seconds in spans:
        tracker.push([probability] * round(seconds / SECONDS))
    return tracker


def test_a_click_is_no_speech() -> None:
    assert tracked((0.0, 1.0), (0.9, 0.06), (0.0, 1.0)).regions == []


def test_speech_has_room_before_and_after() -> None:
    (region,) = tracked((0.0, 2.0), (0.9, 3.0), (0.0, 2.0)).regions
    assert region.start == pytest.approx(1.5, abs=0.05)
    assert region.end == pytest.approx(5.5, abs=0.05)


def test_a_short_pause_does_not_part() -> None:
    tracker = tracked((0.9, 1.0), (0.0, 0.5), (0.9, 1.0))
    assert len(tracker.regions) == 1
    assert tracker.speaking
    tracker.close(2.5)
    assert not tracker.speaking


def test_the_longest_pause_is_found() -> None:
    tracker = tracked((0.9, 2.0), (0.0, 0.2), (0.9, 2.0), (0.0, 0.4), (0.9, 2.0))
    pause = tracker.pause(0.0, 6.6)
    assert pause is not None
    assert pause == (pytest.approx(4.2, abs=0.1), pytest.approx(4.6, abs=0.1))
    assert tracker.pause(0.0, 1.5) is None


def test_what_is_behind_is_forgotten_and_times_stay() -> None:
    tracker = tracked((0.9, 5.0), (0.0, 2.0), (0.9, 5.0), (0.0, 2.0))
    now = tracker.now
    tracker.forget(8.0)
    assert tracker.now == now
    assert [r.start > 6 for r in tracker.regions] == [True]
    assert tracker.voiced(9.0, 10.0) == 0.9
    assert tracker.voiced(1.0, 2.0) == 0.0
