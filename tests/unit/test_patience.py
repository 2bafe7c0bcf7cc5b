"""How long a vendor is tried: three chances, ten seconds, and what it asked for itself."""

from dataclasses import dataclass

import pytest

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.engine.patience import Patience

AGAIN = Fault(FaultKind.TRANSPORT, True, "gone")
REFUSED = Fault(FaultKind.AUTH, False, "refused")
TOO_OLD = Fault(FaultKind.AUTH, True, "refused")


@dataclass
class Held:
    """A clock that stands still until it is moved."""

    time: float = 100.0

    def now(self) -> float:
        return self.time


def made(jitter: float = 0.0, *, worked: bool = False) -> tuple[Held, Patience]:
    clock = Held()
    patience = Patience(clock, lambda: jitter)
    if worked:
        patience.worked()
    return clock, patience


def waits(patience: Patience, clock: Held, fault: Fault = AGAIN, *, times: int = 1) -> list[float]:
    """Return the waits after so many failures, each of them kept."""
    found = []
    for _ in range(times):
        patience.failed(fault, 0.0)
        found.append(patience.due() - clock.time)
        clock.time = patience.due()
    return found


def test_waits_grow_to_a_quarter_of_a_minute_and_stay_there() -> None:
    clock, patience = made()
    assert waits(patience, clock, times=8) == [0.5, 1.0, 2.0, 4.0, 8.0, 12.0, 12.0, 12.0]


def test_no_wait_is_shorter_or_longer_than_promised_whatever_the_dice_say() -> None:
    for jitter in (0.0, 0.5, 1.0):
        clock, patience = made(jitter)
        assert all(0.5 <= wait <= 15.0 for wait in waits(patience, clock, times=20))


def test_one_that_never_worked_has_three_chances() -> None:
    clock, patience = made()
    waits(patience, clock, times=2)
    assert not patience.given_up
    waits(patience, clock)
    assert patience.given_up


def test_one_that_opens_and_soon_closes_has_three_chances() -> None:
    _, patience = made(worked=True)
    given_up = []
    for _ in range(3):
        patience.failed(AGAIN, 0.5)
        given_up.append(patience.given_up)
    assert given_up == [False, False, True]


def test_one_that_worked_is_tried_for_ten_seconds() -> None:
    clock, patience = made(worked=True)
    began = clock.time
    while not patience.given_up:
        waits(patience, clock)
    assert 7.0 <= clock.time - began <= 16.0


def test_progress_begins_anew() -> None:
    clock, patience = made(worked=True)
    waits(patience, clock, times=3)
    patience.worked()
    assert waits(patience, clock) == [0.5]


def test_a_line_that_breaks_in_a_long_silence_is_tried_again() -> None:
    """Nothing is settled while nobody speaks, however good the line was."""
    clock, patience = made()
    for _ in range(5):
        clock.time += 600.0
        patience.failed(AGAIN, 600.0)
        assert not patience.given_up
        assert patience.due() == clock.time + 0.5


def test_one_that_takes_speech_and_does_not_answer_has_two_chances() -> None:
    clock, patience = made()
    patience.failed(AGAIN, 60.0, mute=True)
    assert not patience.given_up
    clock.time += 60.0
    patience.failed(AGAIN, 60.0, mute=True)
    assert patience.given_up


def test_answers_between_two_silences_count() -> None:
    _, patience = made()
    for _ in range(3):
        patience.failed(AGAIN, 60.0, mute=True)
        assert not patience.given_up
        patience.worked()


def test_what_cannot_get_better_is_given_up_at_once() -> None:
    _, patience = made()
    patience.failed(Fault(FaultKind.CONFIGURATION, False, "not there"), 0.0)
    assert patience.given_up


def test_refused_credentials_are_shown_twice_a_minute_at_most() -> None:
    clock, patience = made()
    assert waits(patience, clock, REFUSED, times=3) == [30.0, 30.0, 30.0]


def test_a_token_that_may_be_too_old_is_fetched_anew_once() -> None:
    clock, patience = made()
    assert waits(patience, clock, TOO_OLD, times=3) == [0.5, 30.0, 30.0]


def test_beside_another_it_is_tried_after_five_seconds_and_later_every_thirty() -> None:
    clock, patience = made()
    waits(patience, clock, times=3)
    found = []
    for _ in range(5):
        patience.failed(AGAIN, 0.0)
        found.append(patience.due(beside_another=True) - clock.time)
        clock.time = patience.due(beside_another=True)
    assert found == [10.0, 20.0, 30.0, 30.0, 30.0]


@pytest.mark.parametrize(
    ("jitter", "asked", "wait"),
    [(0.0, 7.0, 7.0), (1.0, 7.0, 8.75), (0.0, 0.1, 0.5), (1.0, 3600.0, 60.0)],
)
def test_the_wait_that_was_asked_for_is_kept_up_to_a_minute(
    jitter: float, asked: float, wait: float
) -> None:
    clock, patience = made(jitter)
    assert waits(patience, clock, Fault(FaultKind.RATE_LIMIT, True, "full", asked)) == [wait]


def test_who_asks_for_a_long_wait_is_given_up_meanwhile() -> None:
    _, patience = made(worked=True)
    patience.failed(Fault(FaultKind.RATE_LIMIT, True, "full", 60.0), 5.0)
    assert patience.given_up


def test_what_is_left_to_get_ready_counts_from_the_first_try() -> None:
    clock, patience = made()
    patience.tries()
    assert patience.left(10.0) == 13.0
    patience.failed(AGAIN, 0.0)
    clock.time += 9.0
    patience.tries()
    assert patience.left(10.0) == 4.0


def test_one_that_was_given_up_has_its_whole_time() -> None:
    clock, patience = made()
    waits(patience, clock, times=9)
    assert patience.left(10.0) == 13.0


def test_a_slow_starter_has_its_own_time() -> None:
    _, patience = made()
    patience.tries()
    assert patience.left(60.0) == 60.0


def test_once_nobody_records_it_is_tried_once_more_and_not_for_ever() -> None:
    clock, patience = made()
    waits(patience, clock, times=5)
    patience.last_chance()
    assert not patience.given_up
    tries = 0
    while not patience.given_up:
        patience.failed(AGAIN, 20.0)
        patience.count_last()
        tries += 1
    assert tries == 5


def test_once_nobody_records_new_seconds_begin_the_count_anew_and_old_ones_do_not() -> None:
    _, patience = made()
    patience.last_chance()
    for covered in range(1, 20):
        patience.worked(float(covered))
        patience.failed(AGAIN, 20.0)
        patience.count_last()
        assert not patience.given_up
    for _ in range(4):
        patience.worked(19.0)
        patience.failed(AGAIN, 20.0)
        patience.count_last()
    assert patience.given_up


def test_refused_credentials_get_no_last_chance() -> None:
    clock, patience = made()
    waits(patience, clock, REFUSED)
    patience.last_chance()
    assert patience.given_up
