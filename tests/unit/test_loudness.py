"""What sounds like somebody speaking, by level alone."""

import pytest

from scribe_app.engine.loudness import Loudness
from tests.fixtures.live_talk import LOUD, QUIET


@pytest.mark.parametrize("pieces", [1, 3, 7])
def test_speech_with_short_pauses_is_loud_however_it_is_cut(pieces: int) -> None:
    """In longer pieces every one holds speech: the quietest would be taken for the room."""
    loudness, pcm = Loudness(), (LOUD * 2 + QUIET) * 70
    size = len(LOUD) * pieces
    loud = sum(loudness.loud_seconds(pcm[at : at + size]) for at in range(0, len(pcm), size))
    assert loud == pytest.approx(14.0)


def test_a_room_that_is_loud_all_the_time_says_nothing_more() -> None:
    loudness = Loudness()
    loudness.loud_seconds(LOUD * 20)
    assert loudness.loud_seconds(LOUD * 20) == 0.0
    assert loudness.loud_seconds(b"") == 0.0
