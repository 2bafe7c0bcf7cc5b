"""A disk that fails, fills up, hangs or vanishes: the recording goes on, and nothing is lost."""

import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.engine import writer
from scribe_app.engine.recorder import Recorder
from scribe_app.ports.log import SessionLogs, Trouble
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore, helm, outlet
from tests.faults.log_rig import (
    SECOND_BLOCKS,
    Blocks,
    Ended,
    FailingDisk,
    everything,
    heard_blocks,
    numbered,
    stored,
    until,
)
from tests.faults.report import Report
from tests.gates import LogGate


@pytest.fixture
def disk(log_gate: LogGate) -> Iterator[FailingDisk]:
    log_gate.expect("log-sync-failed")
    disk = FailingDisk()
    yield disk
    disk.thaw()


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def store(tmp_path: Path, disk: FailingDisk, secrets: MemorySecrets) -> SealedStore:
    return SealedStore(tmp_path / "one", secrets, disk=disk)


@pytest.fixture
def twofold(tmp_path: Path, disk: FailingDisk, secrets: MemorySecrets) -> SealedStore:
    return SealedStore(tmp_path / "one", secrets, second=tmp_path / "two", disk=disk)


def say(logs: SessionLogs, first: int, blocks: int) -> None:
    for block in range(first, first + blocks):
        logs.audio.append(numbered(block, 1))


def whole(logs: SessionLogs, blocks: int) -> bool:
    return heard_blocks(everything(logs)) == list(range(blocks))


def reread(store: SealedStore, tmp_path: Path, secrets: MemorySecrets, session: str) -> SessionLogs:
    """Return the consultation as the next start finds it."""
    return SealedStore(tmp_path / "one", secrets, second=tmp_path / "two").reopen(session)


def test_a_failed_sync_is_never_tried_again_and_nothing_is_lost(
    store: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = store.create()
    say(logs, 0, 40)
    until(lambda: stored(logs))
    disk.sync_fails = 1
    say(logs, 40, 40)
    until(lambda: logs.trouble is Trouble.DISK_FAILING)
    say(logs, 80, 40)
    assert whole(logs, 120)
    until(lambda: stored(logs))
    logs.close()
    assert len(list((tmp_path / "one" / logs.id).glob("audio-*.log"))) == 2
    again = reread(store, tmp_path, secrets, logs.id)
    assert whole(again, 120)
    assert again.audio.holes == ()
    again.close()


def test_after_a_failed_sync_the_second_place_goes_on(
    twofold: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = twofold.create()
    say(logs, 0, 40)
    disk.sync_fails = 1
    until(lambda: logs.trouble is Trouble.DISK_FAILING)
    say(logs, 40, 40)
    logs.events.append(b"event")
    logs.close()
    assert list((tmp_path / "two" / logs.id).glob("audio-*.log"))
    again = reread(twofold, tmp_path, secrets, logs.id)
    assert whole(again, 80)
    assert list(again.events.records()) == [b"event"]
    again.close()


def test_syncs_that_go_on_failing_leave_it_in_memory_until_they_do_not(
    store: SealedStore, disk: FailingDisk
) -> None:
    logs = store.create()
    disk.sync_fails = 3
    say(logs, 0, 40)
    until(lambda: disk.sync_fails == 0)
    assert whole(logs, 40)
    until(lambda: stored(logs))
    logs.close()


def test_a_write_that_fails_goes_to_another_file(
    store: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = store.create()
    say(logs, 0, 10)
    disk.write_fails = 1
    say(logs, 10, 10)
    assert logs.trouble is Trouble.DISK_FAILING
    assert whole(logs, 20)
    logs.close()
    again = reread(store, tmp_path, secrets, logs.id)
    assert whole(again, 20)
    again.close()


def test_a_full_disk_means_memory_and_then_catches_up_without_a_gap(
    store: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = store.create()
    disk.room = 10_000
    say(logs, 0, 100)
    until(lambda: logs.trouble is Trouble.DISK_FULL)
    assert whole(logs, 100)
    until(lambda: logs.audio.stored > 0)
    assert logs.audio.stored < logs.audio.written
    readable = SealedStore(tmp_path / "one", secrets)
    (copy,) = [each for each in readable.sessions() if each.id == logs.id] or [None]
    assert copy is None, "an open consultation is offered to nobody"
    disk.room = None
    until(lambda: stored(logs) and logs.trouble is Trouble.NONE)
    say(logs, 100, 20)
    logs.close()
    again = reread(store, tmp_path, secrets, logs.id)
    assert whole(again, 120)
    again.close()


def test_ten_minutes_fit_in_memory_and_too_many_end_the_recording(
    store: SealedStore, disk: FailingDisk
) -> None:
    logs = store.create()
    disk.room = 0
    minute = 60 * SECOND_BLOCKS
    for at in range(0, 10 * minute, minute):
        logs.audio.append(numbered(at, minute))
    assert logs.trouble is Trouble.DISK_FULL
    assert whole(logs, 10 * minute)
    for at in range(10 * minute, 13 * minute, minute):
        logs.audio.append(numbered(at, minute))
    with pytest.raises(ScribeError, match="The disk is full"):
        logs.audio.append(numbered(13 * minute, 1))
    disk.room = None
    until(lambda: stored(logs))
    logs.close()


def test_what_a_full_disk_did_not_take_is_told_when_it_closes(
    store: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = store.create()
    disk.room = 5_000
    say(logs, 0, 50)
    with pytest.raises(ScribeError, match="The disk is full"):
        logs.close()
    logs.close()
    again = reread(store, tmp_path, secrets, logs.id)
    kept = heard_blocks(everything(again))
    assert kept == list(range(len(kept)))
    assert kept
    disk.room = None
    again.close()


@pytest.mark.parametrize("how", ["gone", "hangs"])
def test_a_place_that_fails_at_the_start_is_replaced_by_the_second(
    how: str, twofold: SealedStore, disk: FailingDisk, tmp_path: Path, secrets: MemorySecrets
) -> None:
    getattr(disk, how).add(tmp_path / "one")
    logs = twofold.create()
    assert logs.trouble is (Trouble.FOLDER_GONE if how == "gone" else Trouble.DISK_FAILING)
    say(logs, 0, 20)
    logs.close()
    disk.thaw()
    again = SealedStore(tmp_path / "two", secrets).reopen(logs.id)
    assert whole(again, 20)
    again.close()


def test_a_first_place_with_something_in_its_way_is_replaced_by_the_second(
    twofold: SealedStore, disk: FailingDisk, tmp_path: Path
) -> None:
    (tmp_path / "one").write_text("in the way")
    logs = twofold.create()
    assert logs.trouble is Trouble.FOLDER_GONE
    logs.close()


def test_a_disk_that_hangs_holds_up_neither_writer_nor_reader(
    twofold: SealedStore,
    disk: FailingDisk,
    tmp_path: Path,
    secrets: MemorySecrets,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for module, limit in ((outlet, "WRITE"), (helm, "HANG"), (writer, "HANG")):
        monkeypatch.setattr(module, f"{limit}_SECONDS", 0.2)
    logs, source, ended = twofold.create(), Blocks(), Ended()
    recorder = Recorder(source)
    recorder.open()
    recorder.write_to(logs.audio, ended)
    source.say(0, 20)
    until(lambda: logs.audio.written == 20 * 320 and stored(logs))
    disk.hangs.add(tmp_path / "one")
    source.say(20, 1)
    until(lambda: logs.audio.written == 21 * 320)  # it can be read at once
    source.say(21, 19)
    until(lambda: recorder.look_after() or logs.audio.written == 40 * 320)
    assert logs.trouble is Trouble.DISK_FAILING
    cursor = logs.audio.cursor(20 * 320)
    assert heard_blocks(cursor.read(20 * 320)) == list(range(20, 40))
    until(lambda: list((tmp_path / "two" / logs.id).glob("audio-*.log")) != [])
    source.say(40, 5)
    recorder.stop()
    assert ended.wait(20)
    assert stored(logs)  # in the second place, while the first still hangs
    disk.thaw()
    recorder.join(5)
    logs.close()
    again = reread(twofold, tmp_path, secrets, logs.id)
    assert whole(again, 45)
    assert again.audio.holes == ()
    again.close()
    until(lambda: not any(each.name == "log-writer" for each in threading.enumerate()))


def test_a_log_nobody_looks_after_goes_on_without_the_one_that_hangs(
    twofold: SealedStore,
    disk: FailingDisk,
    tmp_path: Path,
    secrets: MemorySecrets,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(helm, "HANG_SECONDS", 0.2)
    logs = twofold.create()
    say(logs, 0, 20)
    until(lambda: stored(logs))
    disk.hangs.add(tmp_path / "one")
    hanging = threading.Thread(target=say, args=(logs, 20, 1))
    hanging.start()
    until(lambda: logs.audio.written == 21 * 320 and stored(logs))
    assert logs.trouble is Trouble.DISK_FAILING
    disk.thaw()
    hanging.join()
    say(logs, 21, 20)
    logs.close()
    again = reread(twofold, tmp_path, secrets, logs.id)
    assert whole(again, 41)
    again.close()


def test_a_folder_that_vanishes_is_noticed_and_the_rest_goes_to_the_second(
    twofold: SealedStore, tmp_path: Path, secrets: MemorySecrets
) -> None:
    logs = twofold.create()
    (tmp_path / "one").rename(tmp_path / "elsewhere")
    say(logs, 0, 20)
    until(lambda: logs.trouble is Trouble.FOLDER_GONE and stored(logs))
    assert whole(logs, 20)
    logs.close()
    again = SealedStore(tmp_path / "two", secrets).reopen(logs.id)
    assert whole(again, 20)
    again.close()


def test_no_place_at_all_means_memory_and_says_so(
    twofold: SealedStore, disk: FailingDisk, tmp_path: Path
) -> None:
    logs = twofold.create()
    disk.gone |= {tmp_path / "one", tmp_path / "two"}
    say(logs, 0, 20)
    until(lambda: logs.trouble is Trouble.MEMORY_ONLY)
    assert whole(logs, 20)
    disk.gone.clear()
    until(lambda: stored(logs))
    logs.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 300 kB; skip where this user may not make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip("a small file system needs root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_real_disk_fills_up_and_is_freed(
    small_disk: Path, secrets: MemorySecrets, log_gate: LogGate
) -> None:
    log_gate.expect("log-sync-failed")
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(150_000))
    store = SealedStore(small_disk / "sessions", secrets)
    logs = store.create()
    say(logs, 0, 250)
    until(lambda: logs.trouble is Trouble.DISK_FULL)
    assert whole(logs, 250)
    until(lambda: logs.audio.stored > 100 * 320)
    ballast.unlink()
    subprocess.run(["mount", "-o", "remount,size=2m", str(small_disk)], check=True)
    until(lambda: stored(logs) and logs.trouble is Trouble.NONE)
    logs.close()
    again = SealedStore(small_disk / "sessions", secrets).reopen(logs.id)
    assert whole(again, 250)
    assert again.audio.holes == ()
    again.close()


def test_an_import_that_outruns_the_disk_waits_for_it(store: SealedStore) -> None:
    logs = store.create()
    minute = 60 * SECOND_BLOCKS
    for at in range(0, 30 * minute, minute):
        logs.audio.append(numbered(at, minute))
    assert whole(logs, 30 * minute)
    logs.close()


@pytest.mark.faults
def test_starting_takes_no_second_where_the_first_place_hangs(
    twofold: SealedStore, disk: FailingDisk, tmp_path: Path, report: Report
) -> None:
    disk.hangs.add(tmp_path / "one")
    begun = time.monotonic()
    logs = twofold.create()
    took = time.monotonic() - begun
    logs.audio.append(numbered(0, 1))
    disk.thaw()
    logs.close()
    report("15", "start of a recording, first place hangs", f"{took:.2f} s", "1 s", met=took <= 1)
