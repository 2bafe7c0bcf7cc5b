"""Consultations on the disk: listed, opened again, forgotten in part, discarded, one at a time."""

import os
import random
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.log import Hole, HoleKind
from scribe_app.system import single
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedSession, SealedStore, session_key
from scribe_app.system.sealed_log.day_keys import DayKeys, utc_today
from scribe_app.system.sealed_log.segment import KeyDestroyedError, open_segment
from tests.faults.log_rig import (
    FailingDisk,
    KnownSecrets,
    everything,
    heard_blocks,
    numbered,
    segments_of,
    stored,
    until,
)
from tests.gates import LogGate

BLOCKS = 60
RECORDS = 25


@pytest.fixture(autouse=True)
def short() -> Iterator[None]:
    """Half a second a segment."""
    with segments_of(RECORDS):
        yield


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def store(tmp_path: Path, secrets: MemorySecrets) -> SealedStore:
    return SealedStore(tmp_path, secrets)


def said(store: SealedStore, blocks: int = BLOCKS) -> SealedSession:
    logs = store.create()
    logs.audio.append(numbered(0, blocks))
    logs.events.append(b"first")
    return logs


def crashed(store: SealedStore, blocks: int = BLOCKS) -> str:
    """Leave a consultation as a crash does, every write in it done."""
    logs = said(store, blocks)
    until(lambda: stored(logs))
    logs.leave()
    return logs.id


def closed(store: SealedStore, blocks: int = BLOCKS) -> str:
    logs = said(store, blocks)
    logs.close()
    return logs.id


def files(tmp_path: Path, session: str, kind: str = "audio") -> list[Path]:
    return sorted((tmp_path / session).glob(f"{kind}-*.log"))


def test_a_long_recording_is_many_segments_and_reads_as_one(
    store: SealedStore, tmp_path: Path
) -> None:
    session = closed(store)
    assert len(files(tmp_path, session)) == 3
    logs = store.reopen(session)
    assert heard_blocks(everything(logs)) == list(range(BLOCKS))
    logs.close()


def test_every_segment_has_a_key_of_its_own(store: SealedStore, tmp_path: Path) -> None:
    paths = files(tmp_path, closed(store))
    keys = {path.read_bytes()[80:140] for path in paths}
    assert len(keys) == len(paths)


def test_midnight_begins_a_segment_under_the_new_day_s_key(
    tmp_path: Path, secrets: MemorySecrets
) -> None:
    day = [21]
    store = SealedStore(tmp_path, secrets, today=lambda: date(2026, 11, day[0]))
    logs = said(store, 5)
    day[0] = 22
    until(lambda: "log-key-2026-11-22" in secrets._values)
    until(lambda: _went_on(logs, tmp_path))
    written = logs.audio.written // 320
    logs.close()
    names = [open_segment(p, store.keys.named)[0].key_name for p in files(tmp_path, logs.id)]
    assert names == ["log-key-2026-11-21", "log-key-2026-11-22"]
    again = SealedStore(tmp_path, secrets).reopen(logs.id)
    assert heard_blocks(everything(again)) == list(range(written))
    again.close()


def _went_on(logs: SealedSession, tmp_path: Path) -> bool:
    logs.audio.append(numbered(logs.audio.written // 320, 1))
    return len(files(tmp_path, logs.id)) > 1


def test_the_list_tells_what_is_there(store: SealedStore) -> None:
    before = time.time()
    torn, whole, running = crashed(store), closed(store, 10), said(store)
    found = {each.id: each for each in store.sessions()}
    assert set(found) == {torn, whole}
    assert (found[torn].clean, found[whole].clean) == (False, True)
    assert (found[torn].seconds, found[whole].seconds) == (1.2, 0.2)
    assert all(each.readable and not each.damaged for each in found.values())
    assert all(before - 1 <= each.started <= time.time() for each in found.values())
    assert [each.id for each in store.sessions()] == [torn, whole]
    running.close()


def test_a_recording_that_ends_in_half_a_block_is_listed_to_the_sample(store: SealedStore) -> None:
    logs = store.create()
    logs.audio.append(bytes(2 * 16_123))
    logs.close()
    (summary,) = store.sessions()
    assert summary.seconds == 16_123 / 16_000


def test_what_another_program_records_is_not_offered(
    store: SealedStore, tmp_path: Path, secrets: MemorySecrets
) -> None:
    running = said(store)
    other = SealedStore(tmp_path, secrets)
    assert other.sessions() == ()
    with pytest.raises(ScribeError, match="open already"):
        other.reopen(running.id)
    with pytest.raises(ScribeError, match="open already"):
        other.discard(running.id)
    running.close()
    assert len(other.sessions()) == 1


def test_without_its_key_a_consultation_is_listed_as_such(
    store: SealedStore, tmp_path: Path
) -> None:
    session = crashed(store)
    other = SealedStore(tmp_path, MemorySecrets())
    (summary,) = other.sessions()
    assert (summary.readable, summary.clean, summary.damaged) == (False, False, False)
    with pytest.raises(ScribeError, match="The key to this consultation is gone"):
        other.reopen(session)


def test_a_day_that_is_forgotten_opens_for_nobody(store: SealedStore) -> None:
    session = crashed(store)
    store.keys.forget(utc_today())
    with pytest.raises(ScribeError, match="The key to this consultation is gone"):
        store.reopen(session)


def test_a_new_consultation_is_sealed_under_today_s_key(
    tmp_path: Path, secrets: MemorySecrets
) -> None:
    old = closed(SealedStore(tmp_path, secrets, today=lambda: date(2026, 11, 20)))
    store = SealedStore(tmp_path, secrets, today=lambda: date(2026, 11, 21))
    assert store.sessions()[0].readable
    paths = files(tmp_path, closed(store, 5))
    assert open_segment(paths[0], store.keys.named)[0].key_name == "log-key-2026-11-21"
    store.keys.forget(date(2026, 11, 20))
    assert {each.id: each.readable for each in store.sessions()}[old] is False


def test_a_keyring_that_goes_silent_at_midnight_leaves_the_last_key_it_kept(
    tmp_path: Path,
) -> None:
    secrets, day = KnownSecrets(), [21]
    keys = DayKeys(secrets, lambda: date(2026, 11, day[0]))
    first = keys.current()
    day[0], secrets.persistent = 22, False
    assert keys.current() == first


def test_a_beginning_that_failed_leaves_nothing(
    tmp_path: Path, secrets: MemorySecrets, log_gate: LogGate
) -> None:
    log_gate.expect("log-sync-failed")
    disk = FailingDisk()
    disk.write_fails = 100
    with pytest.raises(ScribeError):
        SealedStore(tmp_path, secrets, disk=disk).create()
    assert list(tmp_path.iterdir()) == []


def test_a_reopened_consultation_goes_on_in_new_files(store: SealedStore, tmp_path: Path) -> None:
    session = crashed(store)
    before = {path: path.read_bytes() for path in files(tmp_path, session)}
    logs = store.reopen(session)
    assert logs.audio.written == logs.audio.stored == BLOCKS * 320
    logs.audio.append(numbered(BLOCKS, 10))
    logs.events.append(b"second")
    assert heard_blocks(everything(logs)) == list(range(BLOCKS + 10))
    logs.close()
    assert {path: path.read_bytes() for path in before} == before
    again = store.reopen(session)
    assert heard_blocks(everything(again)) == list(range(BLOCKS + 10))
    assert list(again.events.records()) == [b"first", b"second"]
    again.close()
    (summary,) = store.sessions()
    assert summary.clean


def test_opening_and_leaving_changes_nothing(store: SealedStore, tmp_path: Path) -> None:
    session = crashed(store)
    before = {path: path.read_bytes() for path in (tmp_path / session).iterdir()}
    for _ in range(3):
        store.reopen(session).leave()
    assert {path: path.read_bytes() for path in (tmp_path / session).iterdir()} == before


def test_a_consultation_reopened_and_closed_is_clean(store: SealedStore, tmp_path: Path) -> None:
    session = crashed(store)
    store.reopen(session).close()
    (summary,) = store.sessions()
    assert summary.clean
    count = len(files(tmp_path, session))
    store.reopen(session).close()
    assert len(files(tmp_path, session)) == count


def test_sound_goes_on_after_half_a_block(store: SealedStore) -> None:
    pcm = random.Random(1).randbytes(2 * 1_000)
    logs = store.create()
    logs.audio.append(pcm[:1_234])
    logs.close()
    again = store.reopen(logs.id)
    again.audio.append(pcm[1_234:])
    again.audio.close()
    assert everything(again) == pcm
    again.close()


@pytest.mark.parametrize("name", ["..", "../../etc", "x" * 32, "", "0" * 31 + "\0", "A" * 32])
def test_no_other_folder_can_be_named(name: str, store: SealedStore) -> None:
    for act in (store.reopen, store.discard):
        with pytest.raises(ScribeError, match="cannot be read"):
            act(name)


# --- forgetting -------------------------------------------------------------------------------


def held_copies(tmp_path: Path, session: str) -> list[Path]:
    """Return second names of the sound's files, which show what became of the bytes."""
    copies = []
    (tmp_path / session / "copies").mkdir()
    for path in files(tmp_path, session):
        copy = tmp_path / session / "copies" / path.name
        os.link(path, copy)
        copies.append(copy)
    secret = tmp_path / session / session_key.FILE_NAME
    os.link(secret, tmp_path / session / "copies" / session_key.FILE_NAME)
    return copies


def test_a_forgotten_stretch_is_silence_in_its_place_for_ever(
    store: SealedStore, tmp_path: Path
) -> None:
    logs = said(store)
    until(lambda: stored(logs))
    copies = held_copies(tmp_path, logs.id)
    logs.forget(20 * 320, 30 * 320)
    hole = Hole(20 * 320, 30 * 320, HoleKind.FORGOTTEN)
    wanted = [*range(20), *[None] * 10, *range(30, BLOCKS)]
    assert heard_blocks(everything(logs)) == wanted
    assert logs.audio.holes == (hole,)
    for copy in copies[:2]:
        with pytest.raises(KeyDestroyedError):
            open_segment(copy, store.keys.named)
    open_segment(copies[2], store.keys.named)
    logs.audio.append(numbered(BLOCKS, 1))
    logs.close()
    again = store.reopen(logs.id)
    assert heard_blocks(everything(again)) == [*wanted, BLOCKS]
    assert again.audio.holes == (hole,)
    again.close()


def test_forgetting_is_exact_to_the_sample_and_may_be_asked_twice(store: SealedStore) -> None:
    pcm = random.Random(1).randbytes(640 * BLOCKS)
    logs = store.create()
    logs.audio.append(pcm)
    for _ in range(2):
        logs.forget(5_001, 9_999)
    wanted = pcm[:10_002] + bytes(2 * 4_998) + pcm[19_998:]
    assert everything(logs) == wanted
    logs.close()
    again = store.reopen(logs.id)
    assert everything(again) == wanted
    assert len(again.audio.holes) == 1
    again.close()


def test_the_last_seconds_are_forgotten_also_where_they_are_not_stored(store: SealedStore) -> None:
    logs = said(store, BLOCKS)
    logs.audio.append(numbered(BLOCKS, 1)[:100])
    logs.forget(logs.audio.written - 16_000, logs.audio.written + 50)
    assert heard_blocks(everything(logs)) == [*range(10), *[None] * 50]
    logs.audio.append(numbered(BLOCKS, 1)[100:])
    logs.close()
    cursor = logs.audio.cursor(BLOCKS * 320)
    assert cursor.read(320) == bytes(100) + numbered(BLOCKS, 1)[100:]


def test_forgetting_changes_the_events_that_tell_of_it(store: SealedStore, tmp_path: Path) -> None:
    logs = store.create()
    logs.audio.append(numbered(0, 10))
    for record in (b"keep", b"secret", b"keep too"):
        logs.events.append(record)
    logs.forget(0, 320, lambda record: b"gone" if record == b"secret" else record)
    logs.events.append(b"later")
    wanted = [b"keep", b"gone", b"keep too", b"later"]
    assert list(logs.events.records()) == wanted
    logs.close()
    again = store.reopen(logs.id)
    assert list(again.events.records()) == wanted
    again.close()


def test_readers_and_the_writer_go_on_while_something_is_forgotten(store: SealedStore) -> None:
    logs = said(store, 200)
    cursor = logs.audio.cursor()
    for at in range(0, 100, 10):
        logs.forget(at * 320, (at + 5) * 320)
        logs.audio.append(numbered(200 + at, 10))
        cursor.seek(150 * 320)
        assert heard_blocks(cursor.read(50 * 320)) == list(range(150, 200))
    assert {hole.kind for hole in logs.audio.holes} == {HoleKind.FORGOTTEN}
    logs.close()


# --- discarding -------------------------------------------------------------------------------


def test_a_discarded_consultation_leaves_nothing(store: SealedStore, tmp_path: Path) -> None:
    session = crashed(store)
    receipt = store.discard(session)
    assert (receipt.id, receipt.segments, receipt.removed) == (session, 4, True)
    assert abs(receipt.key_destroyed - time.time()) < 60
    assert list(tmp_path.iterdir()) == []
    assert store.sessions() == ()


def test_a_running_consultation_can_be_discarded(store: SealedStore, tmp_path: Path) -> None:
    logs = said(store)
    assert store.discard(logs.id).removed
    with pytest.raises(ScribeError, match="closed"):
        logs.audio.append(numbered(0, 1))
    with pytest.raises(ScribeError, match="closed"):
        logs.events.append(b"late")
    logs.close()
    assert list(tmp_path.iterdir()) == []


def test_the_key_goes_first_and_the_rest_at_the_next_start(
    store: SealedStore, tmp_path: Path
) -> None:
    session = crashed(store)
    copies = held_copies(tmp_path, session)
    assert not store.discard(session).removed, "another folder is in it"
    for copy in copies:
        with pytest.raises(KeyDestroyedError):
            open_segment(tmp_path / session / "copies" / copy.name, lambda _name: bytes(32))


def test_a_discard_that_was_cut_short_is_finished_at_the_next_start(
    store: SealedStore, tmp_path: Path
) -> None:
    session = crashed(store)
    path = tmp_path / session / session_key.FILE_NAME
    path.write_bytes(bytes(path.stat().st_size))
    assert store.sessions() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_page_of_the_key_file_may_go_bad(store: SealedStore, tmp_path: Path) -> None:
    session = crashed(store)
    path = tmp_path / session / session_key.FILE_NAME
    raw = bytearray(path.read_bytes())
    raw[0:4096] = random.Random(1).randbytes(4096)
    path.write_bytes(raw)
    logs = store.reopen(session)
    assert heard_blocks(everything(logs)) == list(range(BLOCKS))
    logs.close()


# --- one at a time ----------------------------------------------------------------------------


def test_a_folder_has_one_holder(tmp_path: Path) -> None:
    first = single.claimed(tmp_path)
    assert first is not None
    assert single.claimed(tmp_path) is None
    assert single.is_claimed(tmp_path)
    first.release()
    first.release()
    again = single.claimed(tmp_path)
    assert again is not None
    again.release()


def test_what_a_crash_left_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / single.FILE_NAME).write_bytes(b"4711")
    claim = single.claimed(tmp_path)
    assert claim is not None
    claim.release()
