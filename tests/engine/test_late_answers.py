"""A late answer of one consultation never shows in the next, whatever the order of things."""

from tests.engine.ward import check


def test_a_late_answer_never_shows_in_the_next_consultation() -> None:
    check(range(1000, 1040))
