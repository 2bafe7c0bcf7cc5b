"""What every test stands on: the gates, an offscreen window system, the shared data."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.gates",
    "tests.canary",
    "tests.faults.report",
    "tests.fixtures.shared",
    "pytester",
]

LONGEST_FIRST = ("desktop", "engine", "app", "system", "faults")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the rooms that wait longest, so that two processes end at about the same time."""
    order = {room: place for place, room in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(order)))
