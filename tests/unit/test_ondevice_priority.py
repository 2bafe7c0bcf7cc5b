"""The recogniser steps back on every system, and a refusal is no reason not to recognise."""

from scribe_app.ondevice.priority import step_back


def test_windows_is_asked_for_less_than_normal() -> None:
    asked: list[int] = []
    step_back("win32", asked.append)
    assert asked == [0x4000]


def test_a_system_that_refuses_changes_nothing() -> None:
    def refused(_priority: int) -> None:
        raise OSError("refused")

    step_back("win32", refused)
