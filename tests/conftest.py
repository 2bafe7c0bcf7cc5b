"""What every test stands on: the gates, an offscreen window system, the shared data."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = [
    "tests.gates",
    "tests.canary",
    "tests.faults.report",
    "tests.fixtures.shared",
    "pytester",
]
