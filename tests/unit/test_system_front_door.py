"""The front door: whoever knocks as agreed is heard, whoever says anything else is not."""

import socket
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.system.front_door import FrontDoor, address, knocked
from tests.faults.log_rig import until

HOSTILE = [
    b"",
    b"\n",
    b"show",
    b"SHOW\n",
    b"\x00" * 5,
    b"quit\n",
    b"show me\n",
    b"../../etc/passwd\n",
    b"\xff\xfe" * 40_000,
    b"GET / HTTP/1.1\r\n\r\n",
]


@pytest.fixture
def knocks() -> list[int]:
    return []


@pytest.fixture
def door(tmp_path: Path, knocks: list[int]) -> Iterator[FrontDoor]:
    opened = FrontDoor(tmp_path, lambda: knocks.append(1))
    opened.open()
    yield opened
    opened.close()


def said(path: Path, words: bytes) -> bytes:
    """Return what the door answers to some bytes, of which it need not take all."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(5)
        line.connect(str(path))
        try:
            line.sendall(words)
            line.shutdown(socket.SHUT_WR)
            return line.recv(100)
        except OSError:
            return b""


def test_a_knock_is_heard_and_answered(tmp_path: Path, door: FrontDoor, knocks: list[int]) -> None:
    assert knocked(tmp_path)
    assert knocks == [1]
    assert stat.S_IMODE(address(tmp_path).stat().st_mode) == 0o600


def test_anything_else_is_ignored(tmp_path: Path, door: FrontDoor, knocks: list[int]) -> None:
    for words in HOSTILE:
        assert said(address(tmp_path), words) == b""
    assert knocks == []
    assert knocked(tmp_path)


def test_who_says_nothing_holds_nobody_up_for_long(
    tmp_path: Path, door: FrontDoor, knocks: list[int]
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as silent:
        silent.connect(str(address(tmp_path)))
        silent.sendall(b"sh")
        assert knocked(tmp_path)
    assert knocks == [1]


def test_the_door_of_a_crash_is_taken_over(tmp_path: Path, knocks: list[int]) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as dead:
        dead.bind(str(address(tmp_path)))
    opened = FrontDoor(tmp_path, lambda: knocks.append(1))
    opened.open()
    assert knocked(tmp_path)
    opened.close()
    opened.close()
    assert not address(tmp_path).exists()


def test_a_window_that_is_just_starting_is_waited_for(tmp_path: Path, knocks: list[int]) -> None:
    answers: list[bool] = []
    visitor = threading.Thread(target=lambda: answers.append(knocked(tmp_path)))
    visitor.start()
    opened = FrontDoor(tmp_path, lambda: knocks.append(1))
    opened.open()
    until(lambda: answers == [True])
    visitor.join()
    opened.close()


def test_a_folder_with_a_long_name_has_its_door_elsewhere(
    tmp_path: Path, knocks: list[int]
) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    opened = FrontDoor(deep, lambda: knocks.append(1))
    opened.open()
    assert knocked(deep)
    opened.close()


def test_where_no_door_can_be_nobody_answers(tmp_path: Path, knocks: list[int]) -> None:
    opened = FrontDoor(tmp_path / "absent", lambda: knocks.append(1))
    opened.open()
    assert not knocked(tmp_path / "absent")
    opened.close()
