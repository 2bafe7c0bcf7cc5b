"""The ring never blocks the callback, keeps the order, and says when it is full."""

from array import array

from scribe_app.engine.ring import End, Lost, Paused, Resumed, Ring
from scribe_app.engine.signal_watch import SILENT_SECONDS, SignalWatch


def test_items_come_out_in_the_order_they_went_in() -> None:
    ring = Ring()
    assert ring.offer(b"a")
    ring.lost()
    assert ring.offer(b"b")
    ring.ended(None)
    assert ring.take(0) == b"a"
    assert isinstance(ring.take(0), Lost)
    assert ring.take(0) == b"b"
    assert isinstance(ring.take(0), End)
    assert ring.take(0) is None


def test_a_full_ring_refuses_and_takes_again_once_there_is_room() -> None:
    ring = Ring(capacity=2)
    assert ring.offer(b"a")
    assert ring.offer(b"b")
    assert not ring.offer(b"c")
    ring.take(0)
    assert ring.offer(b"c")


def test_what_is_offered_while_paused_is_dropped() -> None:
    ring = Ring()
    ring.pause()
    ring.pause()
    assert ring.offer(b"private")
    ring.resume()
    ring.resume()
    ring.offer(b"a")
    kinds = [type(item) for item in (ring.take(0), ring.take(0), ring.take(0), ring.take(0))]
    assert kinds == [Paused, Resumed, bytes, type(None)]


def pcm(*samples: int) -> bytes:
    return array("h", samples).tobytes()


def test_the_level_is_the_peak() -> None:
    watch = SignalWatch()
    watch.heard(pcm(0, -16_384, 100))
    assert watch.level == 0.5
    watch.heard(pcm(-32_768))
    assert watch.level == 1.0


def test_only_exact_zeros_for_long_mean_a_dead_microphone() -> None:
    watch = SignalWatch()
    second = pcm(*[0] * 16_000)
    changes = [watch.heard(second) for _ in range(int(SILENT_SECONDS) + 1)]
    assert changes == [False, False, True, False]
    assert watch.dead
    assert watch.heard(pcm(1))
    assert not watch.dead
    assert not watch.heard(b"")
