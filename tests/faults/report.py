"""The one table that `make faults` ends with: what was tried, the figure, its limit.

Any test takes the fixture `report` and gives its figures, which need no import::

    def test_ten_kills(report: Report) -> None:
        report("1", "sound lost by kill -9, p99", f"{lost:.0f} ms", "40 ms", met=lost <= 40)

All rows of a test are taken down before it fails for those that are not met.
"""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

import pytest

_PROPERTY = "faults"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; the scenario is a number of docs/faults.md, "" where it belongs to none."""

    scenario: str
    what: str
    figure: str
    limit: str
    met: bool

    def cells(self) -> list[str]:
        """Return what the table shows."""
        return [
            self.scenario or "–",
            self.what,
            self.figure,
            self.limit,
            "yes" if self.met else "NO",
        ]


class Report:
    """Takes down the figures of one test, units and all."""

    def __init__(self, item: pytest.Item) -> None:
        self._item = item

    def __call__(self, scenario: str, what: str, figure: str, limit: str, *, met: bool) -> None:
        """Add a row; one that is not met fails the test once it has ended."""
        row = Row(scenario, what, figure, limit, bool(met))
        # What a report carries to whoever runs the test, be it another process.
        self._item.user_properties.append((_PROPERTY, astuple(row)))


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Return what takes down the figures of this test."""
    return Report(request.node)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Generator[None, object, object]:
    """Fail a test whose figures are not within their limits."""
    result = yield
    if unmet := [row for row in _rows(pyfuncitem.user_properties) if not row.met]:
        pytest.fail("; ".join(f"{r.what}: {r.figure}, limit {r.limit}" for r in unmet))
    return result


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """End the run with the table."""
    rows = sorted(_reported(terminalreporter.stats.values()), key=_place)
    if rows:
        terminalreporter.section("faults")
        for line in _aligned([["", "what", "figure", "limit", "met"], *(r.cells() for r in rows)]):
            terminalreporter.line(line)


def _rows(properties: Iterable[tuple[str, object]]) -> list[Row]:
    return [Row(*value) for name, value in properties if name == _PROPERTY]  # type: ignore[misc]


def _reported(outcomes: Iterable[Sequence[Any]]) -> Iterator[Row]:
    for each in (each for outcome in outcomes for each in outcome):
        if isinstance(each, pytest.TestReport) and each.when == "call":
            yield from _rows(each.user_properties)


def _place(row: Row) -> tuple[int, str]:
    number = re.match(r"\d+", row.scenario)
    return (int(number.group()) if number else 1_000), row.scenario


def _aligned(lines: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
