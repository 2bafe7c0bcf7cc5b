"""The log file holds names, numbers and places; whatever anyone logs, never words or secrets."""

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system.log_events import LogEvent
from scribe_app.system.logging_setup import set_up_logging
from tests.gates import LogGate

CANARY = "the patient said CANARY"


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("SCRIBE_LOG", "debug")
    levels = {name: logging.getLogger(name).level for name in ("", "scribe_app", "httpx")}
    handler = set_up_logging(tmp_path)
    yield tmp_path / "scribe.log"
    logging.getLogger().removeHandler(handler)
    handler.close()
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_an_event_keeps_its_typed_fields(log_file: Path) -> None:
    logging.getLogger("scribe_app.engine").info(
        LogEvent.MICROPHONE_OPENED,
        extra={"rate": 16_000, "ratio": 0.5, "dead": False, "kind": FaultKind.DEVICE, "t": OSError},
    )
    (line,) = lines(log_file)
    assert line["event"] == "microphone-opened"
    assert line["level"] == "info"
    assert line["at"].startswith("scribe_app.engine:")
    assert line["utc"].endswith("+00:00")
    wanted = {"rate": 16_000, "ratio": 0.5, "dead": False, "kind": "device", "t": "OSError"}
    assert {key: line[key] for key in wanted} == wanted


def test_text_never_reaches_the_file(log_file: Path, log_gate: LogGate) -> None:
    own, other = logging.getLogger("scribe_app.notes"), logging.getLogger("httpx")
    for message in (CANARY, f"fault {CANARY}", "fault"):
        log_gate.expect(message)
    own.debug("started", extra={"said": CANARY, "list": [CANARY], "code": b"CANARY"})
    own.warning(CANARY)
    own.error("fault %s", CANARY)
    other.warning(CANARY)
    try:
        raise ValueError(CANARY)
    except ValueError:
        own.exception("fault", extra={"said": CANARY})
    assert "CANARY" not in log_file.read_text()
    assert [line["event"] for line in lines(log_file)] == [
        "started", "unlisted", "unlisted", "unlisted", "fault",
    ]  # fmt: skip
    last = lines(log_file)[-1]
    assert last["error"] == "ValueError"
    assert last["frames"][0].startswith("test_system_logging.py:")


def test_a_line_is_one_line(log_file: Path, log_gate: LogGate) -> None:
    log_gate.expect("two\nlines")
    logging.getLogger("scribe_app").warning("two\nlines")
    assert len(log_file.read_text().splitlines()) == 1


@pytest.mark.parametrize("name", ["websockets.client", "httpx", "httpcore.http11", "asyncio"])
def test_talkative_libraries_are_pinned(log_file: Path, name: str) -> None:
    logging.getLogger(name).info("Authorization: CANARY")
    logging.getLogger(name).debug("Authorization: CANARY")
    assert log_file.read_text() == ""


def test_debug_events_need_asking_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCRIBE_LOG", raising=False)
    level = logging.getLogger("scribe_app").level
    handler = set_up_logging(tmp_path)
    logging.getLogger("scribe_app").debug("started")
    logging.getLogger("scribe_app").info("stopped")
    logging.getLogger().removeHandler(handler)
    handler.close()
    logging.getLogger("scribe_app").setLevel(level)
    assert [line["event"] for line in lines(tmp_path / "scribe.log")] == ["stopped"]


def test_the_file_is_its_owner_s_alone_also_after_it_rotated(log_file: Path) -> None:
    log = logging.getLogger("scribe_app")
    while not (rotated := log_file.with_name("scribe.log.1")).exists():
        log.info("started", extra={f"field{each}": each for each in range(500)})
    for each in (log_file, rotated):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_is_one_plain_sentence(tmp_path: Path) -> None:
    with pytest.raises(ScribeError, match="Scribe cannot write its log file; check the disk"):
        set_up_logging(tmp_path / "absent")
