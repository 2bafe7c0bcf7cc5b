"""Some of the random reconnect schedules; `make faults` runs a thousand for each vendor."""

from pathlib import Path

import pytest

from tests.engine.schedules import complaint
from tests.simulators import VENDORS

SEEDS = range(1_000_000, 1_000_006)
ONCE_WRONG = {
    "juvoly-v1": (382, 579),
    "juvoly-v2": (437, 499, 567),
    "live-api": (14, 108),
}
"""Schedules that once lost a word, put it out of order or were given up."""


@pytest.mark.parametrize("name", sorted(VENDORS))
def test_every_word_of_a_few_schedules_stands_once(
    name: str, tmp_path: Path, subtests: pytest.Subtests
) -> None:
    for seed in (*SEEDS, *ONCE_WRONG.get(name, ())):
        with subtests.test(f"{name} {seed}"):
            assert complaint(name, seed, tmp_path) == ""
