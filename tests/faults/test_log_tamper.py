"""Files that somebody changed: nothing is forged or moved, and the rest opens."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.log import SessionSummary
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.contents import RECORD_BYTES
from scribe_app.system.sealed_log.header import HEADER_BYTES
from tests.faults.log_rig import KnownSecrets, everything, heard_blocks, numbered, segments_of

RECORDS, SEGMENTS = 10, 5
BLOCKS = RECORDS * SEGMENTS


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SealedStore]:
    with segments_of(RECORDS):
        yield SealedStore(tmp_path, KnownSecrets())


def recorded(store: SealedStore, first: int = 0) -> str:
    logs = store.create()
    logs.audio.append(numbered(first, BLOCKS))
    for number in range(20):
        logs.events.append(b"%d" % number)
    logs.close()
    return logs.id


def audio(tmp_path: Path, session: str) -> list[Path]:
    return sorted((tmp_path / session).glob("audio-*.log"))


def opened(store: SealedStore, session: str) -> tuple[list[int | None], list[int], SessionSummary]:
    """Return what the next start finds: blocks, events, and what the list says."""
    store = SealedStore(store._roots[0], KnownSecrets())
    summary = next(each for each in store.sessions() if each.id == session)
    try:
        logs = store.reopen(session)
    except ScribeError:
        return [], [], summary
    kept = heard_blocks(everything(logs))
    if None in kept:
        assert logs.audio.holes, "a hole that nobody is told of"
    events = [int(record) for record in logs.events.records()]
    logs.leave()
    return kept, events, summary


def unforged(kept: list[int | None]) -> bool:
    return all(block is None or block == at for at, block in enumerate(kept))


def test_no_flipped_bit_forges_anything_and_one_costs_one_block(
    store: SealedStore, tmp_path: Path
) -> None:
    session, choice = recorded(store), random.Random(9)
    for _ in range(120):
        path = choice.choice(audio(tmp_path, session))
        raw = path.read_bytes()
        place = choice.randrange(len(raw))
        bent = bytearray(raw)
        bent[place] ^= 1 << choice.randrange(8)
        path.write_bytes(bent)
        kept, events, _ = opened(store, session)
        assert unforged(kept)
        assert events == list(range(20))
        lost = BLOCKS - sum(block is not None for block in kept)
        assert lost <= (1 if place >= HEADER_BYTES else RECORDS), place
        path.write_bytes(raw)
    assert opened(store, session)[0] == list(range(BLOCKS))


def test_a_cut_file_costs_only_what_was_cut(store: SealedStore, tmp_path: Path) -> None:
    session, choice = recorded(store), random.Random(10)
    for _ in range(40):
        path = choice.choice(audio(tmp_path, session))
        raw = path.read_bytes()
        length = choice.randrange(len(raw))
        path.write_bytes(raw[:length])
        kept, _, _ = opened(store, session)
        assert unforged(kept)
        whole = max(0, length - HEADER_BYTES) // RECORD_BYTES
        assert sum(block is not None for block in kept) == BLOCKS - RECORDS + min(whole, RECORDS)
        path.write_bytes(raw)


def swap(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def swap_records(one: Path, other: Path) -> None:
    first, second = bytearray(one.read_bytes()), bytearray(other.read_bytes())
    place = slice(HEADER_BYTES + 2 * RECORD_BYTES, HEADER_BYTES + 3 * RECORD_BYTES)
    first[place], second[place] = second[place], first[place]
    one.write_bytes(first)
    other.write_bytes(second)


def copy_over(one: Path, other: Path) -> None:
    other.write_bytes(one.read_bytes())


def remove(one: Path, other: Path) -> None:
    one.unlink()


def take_head(one: Path, other: Path) -> None:
    other.write_bytes(one.read_bytes()[:HEADER_BYTES] + other.read_bytes()[HEADER_BYTES:])


@pytest.mark.parametrize("act", [swap, swap_records, copy_over, remove, take_head])
@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 3), (3, 4)])
def test_no_segment_takes_the_place_of_another(
    act: Callable[[Path, Path], None],
    one: int,
    other: int,
    store: SealedStore,
    tmp_path: Path,
) -> None:
    session = recorded(store)
    paths = audio(tmp_path, session)
    act(paths[one], paths[other])
    kept, events, summary = opened(store, session)
    assert unforged(kept)
    for at in range(SEGMENTS):
        if at not in (one, other):
            segment = slice(at * RECORDS, (at + 1) * RECORDS)
            assert kept[segment] == list(range(BLOCKS))[segment]
    assert summary.damaged or act is swap_records
    assert events == list(range(20))


@pytest.mark.parametrize("count", [1, 2])
def test_without_its_newest_files_a_recording_is_not_called_whole(
    count: int, store: SealedStore, tmp_path: Path
) -> None:
    session = recorded(store)
    for path in audio(tmp_path, session)[-count:]:
        path.unlink()
    kept, _, summary = opened(store, session)
    assert kept == list(range(BLOCKS - count * RECORDS))
    assert not summary.clean


def test_another_consultation_s_file_is_refused(store: SealedStore, tmp_path: Path) -> None:
    mine, other = recorded(store), recorded(store, first=1_000)
    copy_over(audio(tmp_path, other)[1], audio(tmp_path, mine)[1])
    kept, _, summary = opened(store, mine)
    assert kept == [*range(10), *[None] * 10, *range(20, BLOCKS)]
    assert summary.damaged
    assert not opened(store, other)[2].damaged


def test_a_folder_under_another_name_does_not_open(store: SealedStore, tmp_path: Path) -> None:
    mine = recorded(store)
    shutil.copytree(tmp_path / mine, tmp_path / ("0" * 32))
    kept, events, summary = opened(store, "0" * 32)
    assert (kept, events, summary.readable, summary.damaged) == ([], [], False, True)
    assert opened(store, mine)[0] == list(range(BLOCKS))


def test_names_that_mean_something_else_are_passed_over(store: SealedStore, tmp_path: Path) -> None:
    session = recorded(store)
    folder = tmp_path / session
    for name in ("audio-.log", "audio-00001.log.bak", "audio-٣٣٣٣.log", "notes.txt", "audio-9999"):
        (folder / name).write_bytes(b"x" * 500)
    (folder / "audio-0007.log").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ("f" * 32)).write_bytes(b"a file")
    kept, _, summary = opened(store, session)
    assert kept == list(range(BLOCKS))
    assert not summary.damaged
    assert len(store.sessions()) == 1


def test_a_damaged_consultation_keeps_no_other_from_opening(
    store: SealedStore, tmp_path: Path
) -> None:
    bad, good = recorded(store), recorded(store)
    for path in (tmp_path / bad).iterdir():
        path.write_bytes(random.Random(1).randbytes(5_000))
    assert opened(store, good)[0] == list(range(BLOCKS))
    assert opened(store, bad)[2].damaged


def test_garbage_in_every_file_never_forges_anything(store: SealedStore, tmp_path: Path) -> None:
    session, choice = recorded(store), random.Random(11)
    folder = tmp_path / session
    saved = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    for _ in range(60):
        for path in choice.sample(sorted(saved), 2):
            raw = bytearray(saved[path])
            at = choice.randrange(len(raw) + 1)
            raw[at : at + choice.randrange(900)] = choice.randbytes(choice.randrange(900))
            path.write_bytes(raw)
        kept, events, _ = opened(store, session)
        assert unforged(kept)
        assert events == list(range(len(events)))
        for path, raw_bytes in saved.items():
            path.write_bytes(raw_bytes)
