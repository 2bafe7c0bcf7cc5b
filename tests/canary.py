"""Canaries: made-up secrets that no log, no output, no argument list and no file may repeat.

Every credential of the simulators begins with the same words, and every token is a JSON Web Token.
Whatever a test prints, logs or leaves in its folder is searched for both; any hit fails the run,
also where its tests are shared among several processes (pytest-xdist).
"""

import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SECRET = re.compile(
    rb"made-up-(?:master|user|password|signing|client|voxist)[\w-]*"
    rb"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"
)
_LARGEST = 50_000_000
_told: list[str] = []


def secret_in(data: bytes) -> str:
    """Return the beginning of the first secret, "" where there is none."""
    found = SECRET.search(data)
    return found.group().decode()[:12] + "…" if found else ""


class _Listener(logging.Handler):
    """Searches every record, its arguments and its fields."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        said = f"{record.getMessage()} {vars(record)}".encode("utf-8", "replace")
        if secret := secret_in(said):
            self.found.append(f"{record.name} logged {secret}")


@pytest.fixture(autouse=True)
def no_secret_is_logged() -> Iterator[None]:
    """Fail a test in which a secret was logged, at any level that is switched on."""
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.found:
        pytest.fail("; ".join(listener.found))


def _hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Search the argument list of every program that is started."""
    if event == "subprocess.Popen" and (secret := secret_in(repr(arguments[1]).encode())):
        _told.append(f"an argument list held {secret}")


def pytest_configure(config: pytest.Config) -> None:
    """Listen to programs being started, for good: a hook cannot be taken back."""
    sys.addaudithook(_hear)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Search what a test that passed has printed; a failure may show the secret it is about."""
    if report.passed:
        for name, text in report.sections:
            if secret := secret_in(text.encode("utf-8", "replace")):
                _told.append(f"{report.nodeid}: {name} held {secret}")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Search every file that tests left behind; a worker tells the run what its tests told."""
    told_by_worker: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if told_by_worker is not None:
        told_by_worker["told"] = _told
        return
    factory = getattr(session.config, "_tmp_path_factory", None)
    folder = getattr(factory, "_basetemp", None)
    if folder is not None:
        _told.extend(f"{path} holds {secret}" for path, secret in _files_with_secrets(folder))
    if _told:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from a worker that has ended what its tests told."""
    _told.extend(getattr(node, "workeroutput", {}).get("told", ()))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say where secrets were found."""
    if _told:
        terminalreporter.section("secrets were told")
        for line in dict.fromkeys(_told):
            terminalreporter.line(line)


def _files_with_secrets(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in folder.rglob("*"):
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST:
            continue
        if secret := secret_in(path.read_bytes()):
            yield path, secret
