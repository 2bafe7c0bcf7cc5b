"""The Retry-After header: seconds, or a date."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_LONGEST = 3600.0


def retry_after(header: str) -> float:
    """Return the seconds to wait, from 0 to an hour; 0 for what says nothing usable."""
    return min(max(_seconds(header.strip()), 0.0), _LONGEST)


def _seconds(header: str) -> float:
    if header.isascii() and header.isdigit():
        return float(header[:9])
    try:
        return (parsedate_to_datetime(header) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return 0.0
