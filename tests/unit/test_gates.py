"""The gates themselves: each must fail the test that deserves it, and say why."""

import pytest

PLUGIN = 'pytest_plugins = ["tests.gates"]'

LEAKS = {
    "thread": """
        import threading
        def test_it():
            threading.Thread(target=threading.Event().wait, name="left", daemon=True).start()
        """,
    "task": """
        import asyncio
        def test_it():
            loop = asyncio.new_event_loop()
            global kept
            kept = loop.create_task(asyncio.sleep(60), name="left")
            loop.run_until_complete(asyncio.sleep(0))
        """,
    "timer": """
        from PySide6.QtCore import QTimer
        def test_it(qtbot):
            global kept
            kept = QTimer()
            kept.start(1000)
        """,
    "widget": """
        from PySide6.QtWidgets import QLabel
        def test_it(qtbot):
            global kept
            kept = QLabel("left")
            kept.show()
        """,
    "unexpected log records": """
        import logging
        def test_it():
            logging.getLogger("some.library").warning("careful")
        """,
}


def test_each_gate_fails_the_test_that_leaks(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(PLUGIN)
    pytester.makepyfile(**{f"test_{i}": source for i, source in enumerate(LEAKS.values())})
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-W", "ignore")
    result.assert_outcomes(passed=len(LEAKS), errors=len(LEAKS))
    for what in LEAKS:
        result.stdout.fnmatch_lines_random([f"E*{what}*"])


def test_a_clean_test_passes_every_gate(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(PLUGIN)
    pytester.makepyfile(
        """
        import logging
        def test_it(log_gate):
            log_gate.expect("careful")
            logging.getLogger("some.library").warning("careful")
        """
    )
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)
