"""What the repository promises about itself: its lock, its walls, the size of its rooms."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import scribe_app

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCK = (ROOT / "requirements.lock").read_text()
PIN = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[0-9][^ ]*)( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
MODULES = sorted((ROOT / "scribe_app").rglob("*.py"))


def pins() -> dict[str, str]:
    return {m["name"]: m["version"] for line in LOCK.splitlines() if (m := PIN.fullmatch(line))}


def test_the_lock_holds_pins_and_hashes_and_nothing_else() -> None:
    strange = [x for x in LOCK.splitlines() if not PIN.fullmatch(x) and not HASH.fullmatch(x)]
    assert strange == []
    assert re.search(r"\\\n(?!    --hash)", LOCK) is None, "a pin without a hash"


def test_the_lock_covers_every_dependency() -> None:
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    names = {re.match(r"[\w-]+", each)[0].lower() for each in wanted}
    assert names <= pins().keys()
    assert "torch" not in pins()


def test_qt_stays_off_the_release_that_aborts() -> None:
    assert {pins()["pyside6-essentials"], pins()["shiboken6"]} == {"6.11.3"}


def test_the_version_has_one_source() -> None:
    assert importlib.metadata.version("scribe-app") == scribe_app.__version__


def test_decisions_are_numbered_one_after_another() -> None:
    page = (ROOT / "docs" / "decisions.md").read_text()
    numbers = [int(found) for found in re.findall(r"^## (\d+)\.", page, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_why_and_stays_a_room(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= 300
    opening = ast.get_docstring(ast.parse(source))
    assert opening
    assert "\n" not in opening.split("\n\n")[0], "open with one line"


BREACHES = {
    "Imports run one way, and siblings never import one another": (
        "notes/rogue.py",
        "import scribe_app.engine",
    ),
    "No Qt below ui": ("engine/rogue.py", "import PySide6.QtCore"),
    "Vendors, ports and domain do no input or output of their own": (
        "vendors/rogue.py",
        "import asyncio",
    ),
    "Domain and ports stand on the standard library alone": ("ports/rogue.py", "import numpy"),
    "Vendors are independent of each other": (
        "vendors/rogue_too.py",
        "import scribe_app.vendors.rogue",
    ),
    "Microphone and keyring libraries only in system": ("app/rogue.py", "import keyring"),
    "qasync only in the bridge": ("ui/rogue.py", "import qasync"),
}


def test_every_wall_can_break(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "scribe_app", tmp_path / "scribe_app")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name, line in BREACHES.values():
        (tmp_path / "scribe_app" / name).write_text(f'"""A breach."""\n\n{line}\n')
    program = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run(
        [program, "--no-cache", "--no-logo"], cwd=tmp_path, capture_output=True, text=True
    )
    broken = re.findall(r"^(.+) BROKEN", result.stdout, re.MULTILINE)
    assert sorted(broken) == sorted(BREACHES), result.stdout
