"""What docs/faults.md says is tested is tested, and what is still to come is known by number."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "faults.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.splitlines()
    if re.match(r"\| *\d", line)
]
SHORT, LONG = 3, 4
TO_COME_SHORT: set[int] = set()
TO_COME_LONG: set[int] = set()
LATER = set(range(17, 25))
LONG_MARK = re.compile(r"\bpytest\.mark\.faults\b")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_in(path: Path) -> dict[str, bool]:
    """Return the tests of a file, and whether each is a long one."""
    tree = ast.parse(path.read_text())
    marked = any(
        isinstance(node, ast.Assign) and LONG_MARK.search(ast.unparse(node)) for node in tree.body
    )
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return {
        node.name: marked or any(LONG_MARK.search(ast.unparse(d)) for d in node.decorator_list)
        for node in functions
        if node.name.startswith("test_")
    }


def named(column: int) -> list[tuple[str, str]]:
    cells = [row[column] for row in ROWS]
    return sorted({found for cell in cells for found in re.findall(r"`(\w+)::(\w+)`", cell)})


@pytest.mark.parametrize(("column", "is_long"), [(SHORT, False), (LONG, True)])
def test_every_test_in_the_table_exists_and_runs_where_it_says(column: int, is_long: bool) -> None:
    wrong = []
    for file, name in named(column):
        paths = (ROOT / "tests").glob(f"*/test_{file}.py")
        if not any(functions_in(path).get(name) is is_long for path in paths):
            wrong.append(f"{file}::{name}")
    assert wrong == []


def test_every_scenario_has_one_row() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, 26))
    for row in ROWS:
        assert len(row) == 5, row[0]
        assert all(row), row[0]


@pytest.mark.parametrize(("column", "to_come"), [(SHORT, TO_COME_SHORT), (LONG, TO_COME_LONG)])
def test_no_scenario_lacks_a_test_but_those_to_come(column: int, to_come: set[int]) -> None:
    assert {int(row[0]) for row in ROWS if row[column] == "to come"} == to_come
    assert {int(row[0]) for row in ROWS if row[column] == "later"} <= LATER
    for row in ROWS:
        assert row[column] in ("to come", "later") or "::" in row[column], row[0]
