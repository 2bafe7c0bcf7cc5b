"""The sealed log on disk: nothing readable, nothing forgeable, its end told, its faults plain."""

import contextlib
import random
import stat
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.ports.log import Hole, HoleKind
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.day_keys import DayKeys
from scribe_app.system.sealed_log.header import HEADER_BYTES
from scribe_app.system.sealed_log.seal import DamagedError
from scribe_app.system.sealed_log.segment import OVERHEAD_BYTES, End, open_segment
from scribe_app.system.sealed_log.session_store import SealedSession
from tests.gates import LogGate

RECORD = 640 + OVERHEAD_BYTES
BLOCKS = 20


@pytest.fixture
def secrets() -> MemorySecrets:
    return MemorySecrets()


@pytest.fixture
def store(tmp_path: Path, secrets: MemorySecrets) -> SealedStore:
    return SealedStore(tmp_path / "sessions", secrets, today=lambda: date(2026, 11, 21))


def pcm(seed: int = 1) -> bytes:
    return random.Random(seed).randbytes(640 * BLOCKS)


def recorded(store: SealedStore, seed: int = 1) -> SealedSession:
    """Return a finished consultation of 20 blocks."""
    session = store.create()
    session.audio.append(pcm(seed))
    session.close()
    return session


def audio_file(tmp_path: Path, session: SealedSession) -> Path:
    return tmp_path / "sessions" / session.id / "audio-0000.log"


def read(store: SealedStore, path: Path) -> tuple[bytes, End]:
    """Return what a fresh start reads of a file, and how it ends."""
    _, reader = open_segment(path, store.keys.named)
    return b"".join(reader.records()), reader.end


def test_a_finished_file_reads_back_and_has_a_clean_end(store: SealedStore, tmp_path: Path) -> None:
    path = audio_file(tmp_path, recorded(store))
    header, _reader = open_segment(path, store.keys.named)
    _reader.close()
    assert (header.number, header.first, header.key_name) == (0, 0, "log-key-2026-11-21")
    assert read(store, path) == (pcm(), End.CLEAN)


def test_a_file_that_is_still_written_has_no_clean_end(store: SealedStore, tmp_path: Path) -> None:
    session = store.create()
    session.audio.append(pcm())
    assert read(store, audio_file(tmp_path, session)) == (pcm(), End.TORN)
    session.close()


@pytest.mark.parametrize("cut", [1, 8, 37, 38, 39, 400, RECORD + 37, 3 * RECORD + 100])
def test_a_cut_file_keeps_its_whole_records(cut: int, store: SealedStore, tmp_path: Path) -> None:
    path = audio_file(tmp_path, recorded(store))
    raw = path.read_bytes()[:-cut]
    path.write_bytes(raw)
    kept, end = read(store, path)
    whole = min(BLOCKS, (len(raw) - HEADER_BYTES) // RECORD)
    assert (kept, end) == (pcm()[: 640 * whole], End.TORN)


def test_no_flipped_bit_is_believed(store: SealedStore, tmp_path: Path) -> None:
    path = audio_file(tmp_path, recorded(store))
    raw = path.read_bytes()
    choice = random.Random(3)
    for place in [*range(HEADER_BYTES + 10), *choice.sample(range(len(raw)), 150)]:
        bent = bytearray(raw)
        bent[place] ^= 1 << choice.randrange(8)
        path.write_bytes(bent)
        try:
            kept, end = read(store, path)
        except DamagedError:
            continue
        assert pcm().startswith(kept)
        assert end is not End.CLEAN, place


def swapped(records: list[bytes]) -> list[bytes]:
    return [records[1], records[0], *records[2:]]


def repeated(records: list[bytes]) -> list[bytes]:
    return [records[0], *records]


def dropped(records: list[bytes]) -> list[bytes]:
    return [*records[:4], *records[5:]]


def without_middle(records: list[bytes]) -> list[bytes]:
    return [*records[:4], records[-1]]


@pytest.mark.parametrize("edit", [swapped, repeated, dropped, without_middle])
def test_no_record_can_be_moved(
    edit: Callable[[list[bytes]], list[bytes]], store: SealedStore, tmp_path: Path
) -> None:
    path = audio_file(tmp_path, recorded(store))
    raw = path.read_bytes()
    records = [raw[at : at + RECORD] for at in range(HEADER_BYTES, len(raw), RECORD)]
    path.write_bytes(raw[:HEADER_BYTES] + b"".join(edit(records)))
    kept, end = read(store, path)
    assert pcm().startswith(kept)
    assert end is End.DAMAGED


def test_a_record_of_another_consultation_is_refused(store: SealedStore, tmp_path: Path) -> None:
    mine, other = (audio_file(tmp_path, recorded(store, seed)) for seed in (1, 2))
    raw = bytearray(mine.read_bytes())
    raw[HEADER_BYTES : HEADER_BYTES + RECORD] = other.read_bytes()[HEADER_BYTES:][:RECORD]
    mine.write_bytes(raw)
    assert read(store, mine) == (b"", End.DAMAGED)


def test_without_its_key_a_file_stays_shut(store: SealedStore, tmp_path: Path) -> None:
    path = audio_file(tmp_path, recorded(store))
    with pytest.raises(DamagedError):
        open_segment(path, lambda _name: None)
    with pytest.raises(DamagedError):
        open_segment(path, lambda _name: bytes(32))


def test_nothing_that_was_said_is_readable_on_disk(store: SealedStore, tmp_path: Path) -> None:
    session = store.create()
    canary = b"the patient said CANARY" * 40
    session.audio.append(canary)
    session.events.append(canary)
    session.close()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    sealed = [path for path in files if path.suffix == ".log"]
    assert len(sealed) == 2
    assert not any(b"CANARY" in path.read_bytes() for path in files)
    assert all(len(path.read_bytes()) > len(canary) for path in sealed)


def test_others_cannot_enter(store: SealedStore, tmp_path: Path) -> None:
    path = audio_file(tmp_path, recorded(store))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700


def test_one_key_a_day_is_kept_and_found_again(secrets: MemorySecrets, tmp_path: Path) -> None:
    day = [21]
    store = SealedStore(tmp_path / "sessions", secrets, today=lambda: date(2026, 11, day[0]))
    first = recorded(store)
    day[0] = 22
    store.warm_up()
    second = recorded(store)
    later = SealedStore(tmp_path / "sessions", secrets)
    assert read(later, audio_file(tmp_path, first))[1] is End.CLEAN
    secrets.delete("log-key-2026-11-21")
    forgotten = SealedStore(tmp_path / "sessions", secrets)
    assert read(forgotten, audio_file(tmp_path, second))[1] is End.CLEAN
    with pytest.raises(DamagedError):
        read(forgotten, audio_file(tmp_path, first))


def test_threads_that_come_first_at_once_get_the_same_key() -> None:
    both_are_here = threading.Barrier(2)

    class SlowSecrets(MemorySecrets):
        def get(self, name: str) -> str | None:
            with contextlib.suppress(threading.BrokenBarrierError):
                both_are_here.wait(0.05)
            return super().get(name)

    keys, found = DayKeys(SlowSecrets()), []
    threads = [threading.Thread(target=lambda: found.append(keys.current())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found[0] == found[1]


def test_a_ruined_key_in_the_keyring_is_replaced(secrets: MemorySecrets, tmp_path: Path) -> None:
    secrets.set("log-key-2026-11-21", "not a key")
    store = SealedStore(tmp_path / "sessions", secrets, today=lambda: date(2026, 11, 21))
    assert read(store, audio_file(tmp_path, recorded(store))) == (pcm(), End.CLEAN)


def test_a_damaged_block_is_a_hole_and_costs_no_other(store: SealedStore, tmp_path: Path) -> None:
    session = recorded(store)
    path = audio_file(tmp_path, session)
    raw = bytearray(path.read_bytes())
    raw[HEADER_BYTES + RECORD + 100] ^= 1
    path.write_bytes(raw)
    cursor = session.audio.cursor()
    assert cursor.read(10**6) == pcm()[:640] + bytes(640) + pcm()[1280:]
    assert session.audio.holes == (Hole(320, 640, HoleKind.DAMAGED),)
    cursor.close()


def test_a_file_that_cannot_be_read_is_told_plainly(store: SealedStore, tmp_path: Path) -> None:
    session = recorded(store)
    audio_file(tmp_path, session).unlink()
    with pytest.raises(ScribeError, match=r"^A consultation on this disk cannot be read\.$"):
        session.audio.cursor().read(320)


def test_a_folder_that_cannot_be_made_is_told_plainly(tmp_path: Path, log_gate: LogGate) -> None:
    log_gate.expect("log-sync-failed")
    (tmp_path / "sessions").write_text("a file in the way")
    store = SealedStore(tmp_path / "sessions", MemorySecrets())
    with pytest.raises(ScribeError, match="Scribe cannot write in its folder") as caught:
        store.create()
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert str(tmp_path) not in caught.value.fault.sentence


def test_without_a_keyring_the_store_says_so(store: SealedStore) -> None:
    assert not store.keeps_after_restart
