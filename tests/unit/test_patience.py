"""How long a vendor is tried: three chances, ten seconds, and what it asked for itself."""

from dataclasses import dataclass

import pytest

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.engine.patience import Patience

AGAIN = Fault(FaultKind.TRANSPORT, True, "gone")
NEVER = Fault(FaultKind.AUTH, False, "refused")


@dataclass
class Held:
    """A clock that stands still until it is moved."""

    time: float = 100.0

    def now(self) -> float:
        return self.time


def made(jitter: float = 0.0) -> tuple[Held, Patience]:
    clock = Held()
    return clock, Patience(clock, lambda: jitter)


def waits(patience: Patience, clock: Held, **how: float) -> list[float]:
    """Return the waits until it gives up, each of them kept."""
    found: list[float] = []
    arguments = {"settled": 0.0, "open_for": 0.0} | how
    while (wait := patience.wait(AGAIN, arguments["settled"], arguments["open_for"])) is not None:
        found.append(wait)
        clock.time += wait
        assert len(found) < 50
    return found


def test_one_that_never_worked_has_three_chances() -> None:
    clock, patience = made()
    assert waits(patience, clock) == [0.2, 1.0]


def test_one_that_opens_and_soon_closes_has_three_chances() -> None:
    clock, patience = made()
    assert patience.wait(AGAIN, 5.0, 30.0) == 0.2
    assert waits(patience, clock, settled=5.0, open_for=0.5) == [1.0, 2.0]


def test_one_that_worked_is_tried_for_ten_seconds() -> None:
    clock, patience = made()
    began = clock.time
    assert waits(patience, clock, settled=5.0) == [0.2, 1.0, 2.0, 5.0]
    assert clock.time - began <= 10.0


def test_progress_begins_anew() -> None:
    clock, patience = made()
    waits(patience, clock, settled=5.0)
    assert patience.wait(AGAIN, 6.0, 3.0) == 0.2


def test_a_line_that_breaks_in_a_long_silence_is_tried_again() -> None:
    """Nothing is settled while nobody speaks, however good the line was."""
    clock, patience = made()
    for _ in range(5):
        clock.time += 600.0
        assert patience.wait(AGAIN, 0.0, 600.0) == 0.2


def test_one_that_takes_speech_and_does_not_answer_has_two_chances() -> None:
    clock, patience = made()
    clock.time += 60.0
    assert patience.wait(AGAIN, 0.0, 60.0, mute=True) == 0.2
    clock.time += 60.0
    assert patience.wait(AGAIN, 0.0, 60.0, mute=True) is None


def test_answers_between_two_silences_count() -> None:
    clock, patience = made()
    for settled in (10.0, 20.0, 30.0):
        clock.time += 60.0
        assert patience.wait(AGAIN, settled, 60.0, mute=True) == 0.2


def test_what_cannot_get_better_is_not_tried() -> None:
    _, patience = made()
    assert patience.wait(NEVER, 0.0, 0.0) is None


@pytest.mark.parametrize(("jitter", "wait"), [(0.0, 3.0), (1.0, 3.75)])
def test_the_wait_that_was_asked_for_is_kept_with_a_little_more(jitter: float, wait: float) -> None:
    _, patience = made(jitter)
    assert patience.wait(Fault(FaultKind.CAPACITY, True, "full", 3.0), 0.0, 0.0) == wait


def test_a_wait_that_is_too_long_is_not_kept() -> None:
    _, patience = made()
    assert patience.wait(Fault(FaultKind.RATE_LIMIT, True, "full", 60.0), 0.0, 0.0) is None


def test_what_is_left_to_get_ready_counts_from_the_first_try() -> None:
    clock, patience = made()
    assert patience.left(10.0) == 13.0
    clock.time += 9.0
    assert patience.left(10.0) == 4.0
    clock.time += 9.0
    assert patience.left(10.0) == 0.0


def test_a_slow_starter_has_its_own_time() -> None:
    _, patience = made()
    assert patience.left(60.0) == 60.0


def test_what_is_left_begins_anew_with_a_line_that_worked() -> None:
    clock, patience = made()
    clock.time += 500.0
    patience.wait(AGAIN, 400.0, 500.0)
    assert patience.left(10.0) == 13.0
