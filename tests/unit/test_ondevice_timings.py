"""Words that crowd together were not said: how a made-up repetition is told from fast speech."""

import pytest

from scribe_app.ondevice.heard import Heard
from scribe_app.ondevice.language import STYLE
from scribe_app.ondevice.messages import LANGUAGES
from scribe_app.ondevice.whisper import rushed


def said(*ends: float) -> list[Heard]:
    return [Heard(f"w{i}", max(0.0, end - 0.1), end, 0.9) for i, end in enumerate(ends)]


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        ((), False),
        ((0.5,) * 7, False),
        ((0.5,) * 8, True),
        ([0.16 * i for i in range(40)], False),  # six words a second: a fast talker
        ([0.4 * i for i in range(20)] + [8.0 + 0.05 * i for i in range(9)], True),
    ],
    ids=["nothing", "seven at once", "eight at once", "fast", "crowded at the end"],
)
def test_no_mouth_says_so_many_words_in_a_second(ends: tuple[float, ...], expected: bool) -> None:
    assert rushed(said(*ends)) is expected


def test_the_example_of_how_we_write_answers_nothing() -> None:
    assert set(STYLE) <= set(LANGUAGES)
    words = set(" ".join(STYLE.values()).casefold().replace(".", "").split())
    assert not words & {"yes", "no", "ja", "nee", "oui", "non"}
