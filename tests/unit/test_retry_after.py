"""Retry-After as seconds or as a date, whatever a server writes there."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.system.network.retry_after import retry_after


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("0", 0), ("3", 3), (" 120 ", 120), ("3600", 3600), ("86400", 3600), ("9" * 400, 3600)],
)
def test_seconds(header: str, seconds: float) -> None:
    assert retry_after(header) == seconds


NONSENSE = ["", "soon", "-5", "1.5", "1e3", "٣", "NaN", "Wed, 99 Foo 2026 99:99:99 GMT", "0x10"]


@pytest.mark.parametrize("header", NONSENSE)
def test_nonsense_asks_for_nothing(header: str) -> None:
    assert retry_after(header) == 0


def test_a_date_ahead() -> None:
    header = format_datetime(datetime.now(UTC) + timedelta(seconds=600), usegmt=True)
    assert retry_after(header) == pytest.approx(600, abs=60)


def test_a_date_gone_by() -> None:
    assert retry_after("Wed, 21 Oct 2015 07:28:00 GMT") == 0


def test_a_date_far_off_is_an_hour() -> None:
    assert retry_after("Fri, 31 Dec 2299 23:59:59 GMT") == 3600


@given(st.text())
def test_any_text_is_a_wait_between_nothing_and_an_hour(header: str) -> None:
    assert 0 <= retry_after(header) <= 3600
