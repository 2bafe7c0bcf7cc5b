"""Coverage as a set of stretches, against one of plain tenths of a second."""

from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain.spans import Spans

tenths = st.tuples(st.integers(0, 100), st.integers(0, 30))


def seconds(tenth: int) -> float:
    return tenth / 10


@given(st.lists(tenths, max_size=12))
def test_the_set_is_what_its_stretches_cover(stretches: list[tuple[int, int]]) -> None:
    spans, covered = Spans(), set[int]()
    for start, length in stretches:
        spans = spans.plus(seconds(start), seconds(start + length))
        covered |= set(range(start, start + length))
    assert round(spans.total * 10) == len(covered)
    missing = [t for a, b in spans.holes(13.0) for t in range(round(a * 10), round(b * 10))]
    assert missing == [t for t in range(130) if t not in covered]
    unbroken = next((t for t in range(131) if t not in covered), 131)
    assert round(spans.unbroken * 10) == unbroken
    assert list(spans.parts) == sorted(spans.parts)


def test_a_stretch_that_grows_stays_one() -> None:
    spans = Spans()
    for step in range(1000):
        spans = spans.plus(0.0, step / 2).plus(step / 2 + 0.04, step / 2 + 0.3)
    assert len(spans.parts) == 1


def test_holes_of_a_part() -> None:
    spans = Spans().plus(0, 2).plus(5, 6)
    assert spans.holes(10, since=1) == ((2, 5), (6, 10))
    assert spans.holes(4) == ((2, 4),)
    assert Spans().holes(3) == ((0, 3),)
    assert spans.plus(3, 3) == spans
