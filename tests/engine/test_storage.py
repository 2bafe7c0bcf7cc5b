"""Full, failing, hanging and vanished disks under the whole engine: nothing stops, all is said."""

import threading
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.keeping import Keeping
from scribe_app.domain.session import Phase
from scribe_app.engine.storage_watch import judged
from scribe_app.ports.disk import Room
from scribe_app.ports.log import Trouble, Where
from scribe_app.system.disk_room import FolderRoom
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import profile
from scribe_app.system.sealed_log.session_store import SealedStore
from tests.engine.rig import Rig, rig
from tests.engine.test_engine import record, said
from tests.faults.log_rig import FailingDisk
from tests.fixtures.scripted import numbered
from tests.gates import LogGate


class ScriptedGuard:
    """A disk with as much room as a test says."""

    def __init__(self, room: Room | None = None) -> None:
        self.now = room

    def room(self) -> Room | None:
        return self.now


@pytest.fixture
def disk(log_gate: LogGate, monkeypatch: pytest.MonkeyPatch) -> FailingDisk:
    monkeypatch.setattr("scribe_app.engine.storage_watch._LOOK_SECONDS", 0.02)
    log_gate.expect("log-sync-failed")
    return FailingDisk()


@pytest.fixture
def twofold(tmp_path: Path, disk: FailingDisk) -> SealedStore:
    return SealedStore(tmp_path / "one", MemorySecrets(), second=tmp_path / "two", disk=disk)


def until_kept(bench: Rig, how: Keeping) -> None:
    bench.until(lambda s: s.keeping is how)


def whole(bench: Rig, words: int) -> bool:
    return bench.audio() == b"".join(map(numbered, range(words)))


def test_a_full_disk_stops_neither_the_recording_nor_the_vendor_and_is_caught_up_with(
    tmp_path: Path, disk: FailingDisk
) -> None:
    store = SealedStore(tmp_path / "one", MemorySecrets(), disk=disk)
    with rig(tmp_path, store=store) as bench:
        record(bench, 4)
        bench.until(lambda s: s.ledger.stored == 2.0)
        disk.room = 5_000
        bench.source.say(6)
        until_kept(bench, Keeping.MEMORY_FULL)
        bench.until(lambda s: len(s.consultation.transcript.finals) == 10)
        assert bench.snapshots[-1].ledger.stored < 5.0
        assert bench.snapshots[-1].state.phase is Phase.RECORDING
        disk.room = None
        until_kept(bench, Keeping.SAFE)
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert done.fault is None
        assert bench.words() == said(12)
        assert whole(bench, 12)


def test_a_folder_that_is_gone_at_the_start_means_the_second_place_and_is_said(
    tmp_path: Path, disk: FailingDisk, twofold: SealedStore
) -> None:
    disk.gone.add(tmp_path / "one")
    with rig(tmp_path, store=twofold) as bench:
        record(bench, 4)
        until_kept(bench, Keeping.SECOND)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(4)
        assert list((tmp_path / "two").rglob("audio-*.log"))
        assert not (tmp_path / "one").exists()
        assert (tmp_path / "two").stat().st_mode & 0o777 == 0o700
        assert whole(bench, 4)


def test_a_share_that_hangs_holds_up_nothing(
    tmp_path: Path, disk: FailingDisk, twofold: SealedStore
) -> None:
    disk.hangs.add(tmp_path / "one")
    with rig(tmp_path, store=twofold) as bench:
        record(bench, 4)
        until_kept(bench, Keeping.SECOND)
        bench.until(lambda s: len(s.consultation.transcript.finals) == 4)
        disk.thaw()


def test_a_folder_that_vanishes_in_the_middle_means_the_second_place(
    tmp_path: Path, disk: FailingDisk, twofold: SealedStore
) -> None:
    with rig(tmp_path, store=twofold) as bench:
        record(bench, 4)
        bench.until(lambda s: s.ledger.stored == 2.0)
        disk.gone.add(tmp_path / "one")
        bench.source.say(4)
        until_kept(bench, Keeping.SECOND)
        disk.gone.clear()
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert whole(bench, 8)


def test_a_disk_that_fails_once_goes_on_in_another_file_and_is_said(
    tmp_path: Path, disk: FailingDisk
) -> None:
    store = SealedStore(tmp_path / "one", MemorySecrets(), disk=disk)
    with rig(tmp_path, store=store) as bench:
        record(bench, 4)
        bench.until(lambda s: s.ledger.stored == 2.0)
        disk.sync_fails = 1
        bench.source.say(4)
        until_kept(bench, Keeping.FAILING)
        bench.until(lambda s: s.ledger.stored == 4.0)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert whole(bench, 8)


def test_where_no_place_takes_it_nothing_is_recorded_in_silence(
    tmp_path: Path, disk: FailingDisk, twofold: SealedStore
) -> None:
    disk.gone.update((tmp_path / "one", tmp_path / "two"))
    with rig(tmp_path, store=twofold) as bench:
        bench.engine.submit(cmd.Start())
        refused = bench.until(lambda s: s.fault is not None and s.state.phase is Phase.IDLE)
        assert refused.fault is not None
        assert refused.fault.sentence.startswith("Scribe cannot write in its folder")


def test_a_disk_that_fills_up_is_told_of_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scribe_app.engine.storage_watch._LOOK_SECONDS", 0.01)
    guard = ScriptedGuard()
    with rig(tmp_path, guard=guard) as bench:
        record(bench, 1)
        guard.now = Room(499_000_000, 14_000)
        until_kept(bench, Keeping.LOW)
        guard.now = Room(20_000_000, 599)
        until_kept(bench, Keeping.VERY_LOW)
        guard.now = Room(501_000_000, 14_000)
        until_kept(bench, Keeping.SAFE)


@pytest.mark.parametrize(
    ("where", "trouble", "room", "expected"),
    [
        (Where.FIRST, Trouble.NONE, None, Keeping.SAFE),
        (Where.FIRST, Trouble.DISK_FAILING, Room(10**9, 10**4), Keeping.FAILING),
        (Where.FIRST, Trouble.DISK_FAILING, Room(10**7, 300), Keeping.VERY_LOW),
        (Where.FIRST, Trouble.NONE, Room(10**8, 3000), Keeping.LOW),
        (Where.SECOND, Trouble.FOLDER_GONE, Room(10**6, 30), Keeping.SECOND),
        (Where.MEMORY, Trouble.DISK_FULL, None, Keeping.MEMORY_FULL),
        (Where.MEMORY, Trouble.MEMORY_ONLY, None, Keeping.MEMORY),
    ],
)
def test_the_worst_goes_first(
    where: Where, trouble: Trouble, room: Room | None, expected: Keeping
) -> None:
    assert judged(where, trouble, room) is expected


def test_the_room_of_a_folder_is_that_of_its_disk_even_before_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = FolderRoom(tmp_path / "not" / "yet").room()
    assert room is not None
    assert room.seconds == pytest.approx(room.free_bytes / 35_200)
    monkeypatch.setattr("shutil.disk_usage", lambda _: (_ for _ in ()).throw(OSError()))
    assert FolderRoom(tmp_path).room() is None


def test_a_share_that_hangs_is_asked_by_one_thread_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    thawed, asked = threading.Event(), []

    def hang(folder: Path) -> None:
        asked.append(folder)
        thawed.wait()
        raise OSError

    monkeypatch.setattr("scribe_app.system.disk_room._ANSWER_SECONDS", 0.01)
    monkeypatch.setattr("shutil.disk_usage", hang)
    guard = FolderRoom(tmp_path)
    assert [guard.room() for _ in range(5)] == [None] * 5
    thawed.set()
    assert len(asked) == 1


def test_every_profile_has_a_second_place_of_its_own_outside_its_folder(tmp_path: Path) -> None:
    places = {profile().second, profile(tmp_path / "a").second, profile(tmp_path / "b").second}
    assert len(places) == 3
    assert not any(each is None or each.is_relative_to(tmp_path) for each in places)


def test_a_program_starts_though_its_folder_for_consultations_cannot_be_made(
    tmp_path: Path,
) -> None:
    (tmp_path / "sessions").write_text("no folder")
    profile(tmp_path).prepare()
