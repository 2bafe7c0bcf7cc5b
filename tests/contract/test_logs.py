"""What every store of consultations keeps to: what was appended is read back, bit for bit."""

import random
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe_app.domain.audio import SAMPLE_BYTES
from scribe_app.domain.faults import ScribeError
from scribe_app.ports.log import (
    AudioCursor,
    Hole,
    HoleKind,
    SessionLogs,
    SessionStore,
    Trouble,
)
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.audio_log import SEGMENT_RECORDS
from tests.contract.intake import LIMIT_SECONDS
from tests.faults.log_rig import segments_of


def noise(samples: int, seed: int = 1) -> bytes:
    """Return samples that nothing could guess."""
    return random.Random(seed).randbytes(samples * SAMPLE_BYTES)


def read_all(cursor: AudioCursor, step: int = 1_000) -> bytes:
    """Return everything from the cursor's place on."""
    return b"".join(iter(lambda: cursor.read(step), b""))


class SessionStoreContract:
    """Subclasses give a `store`."""

    @pytest.fixture
    def logs(self, store: SessionStore) -> Iterator[SessionLogs]:
        logs = store.create()
        yield logs
        logs.close()

    def test_each_consultation_has_an_id_of_its_own(self, store: SessionStore) -> None:
        made = [store.create() for _ in range(3)]
        for logs in made:
            logs.close()
        assert len({logs.id for logs in made}) == 3

    def test_a_new_log_is_empty(self, logs: SessionLogs) -> None:
        cursor = logs.audio.cursor()
        assert (logs.audio.written, logs.audio.stored, cursor.read(100)) == (0, 0, b"")
        assert list(logs.events.records()) == []
        cursor.close()

    def test_samples_are_read_back_while_more_are_written(self, logs: SessionLogs) -> None:
        pcm, heard = noise(320 * 40), b""
        cursor = logs.audio.cursor()
        for at in range(0, len(pcm), 640):
            logs.audio.append(pcm[at : at + 640])
            heard += cursor.read(100_000)
            assert len(heard) == at + 640
        assert heard == pcm
        assert cursor.position == logs.audio.written == 320 * 40
        cursor.close()

    def test_a_cursor_never_reads_past_what_is_written(self, logs: SessionLogs) -> None:
        logs.audio.append(noise(320))
        cursor = logs.audio.cursor(sample=5_000)
        assert cursor.read(100) == b""
        assert cursor.position == 5_000
        cursor.close()

    def test_two_cursors_have_places_of_their_own(self, logs: SessionLogs) -> None:
        pcm = noise(3_200)
        logs.audio.append(pcm)
        first, second = logs.audio.cursor(), logs.audio.cursor(sample=1_000)
        assert first.read(10) == pcm[:20]
        assert second.read(10) == pcm[2_000:2_020]
        assert first.read(10) == pcm[20:40]
        first.close()
        second.close()

    @given(st.lists(st.integers(0, 1_500), max_size=12), st.integers(1, 2_000))
    @settings(max_examples=40, deadline=None)
    def test_blocks_of_any_length_make_one_recording(
        self, store: SessionStore, lengths: list[int], step: int
    ) -> None:
        pcm = noise(sum(lengths), seed=step)
        logs, at = store.create(), 0
        for length in lengths:
            logs.audio.append(pcm[at : at + 2 * length])
            at += 2 * length
        logs.audio.close()
        cursor = logs.audio.cursor()
        assert read_all(cursor, step) == pcm
        assert logs.audio.written == logs.audio.stored == sum(lengths)
        cursor.close()
        logs.close()

    @given(st.lists(st.tuples(st.integers(0, 5_100), st.integers(0, 900)), max_size=10))
    @settings(max_examples=25, deadline=None)
    def test_a_cursor_goes_on_anywhere(
        self, store: SessionStore, visits: list[tuple[int, int]]
    ) -> None:
        pcm, logs = noise(5_001), store.create()
        logs.audio.append(pcm)
        logs.close()
        cursor = logs.audio.cursor()
        for sample, count in visits:
            cursor.seek(sample)
            assert cursor.read(count) == pcm[2 * sample : 2 * (sample + count)]
        cursor.close()

    def test_a_reader_in_another_thread_gets_the_same(self, logs: SessionLogs) -> None:
        pcm, heard, nothing_yet = noise(320 * 400), bytearray(), threading.Event()

        def read() -> None:
            cursor = logs.audio.cursor()
            while len(heard) < len(pcm):
                if not (more := cursor.read(777)):
                    nothing_yet.wait(0.001)
                heard.extend(more)
            cursor.close()

        reader = threading.Thread(target=read)
        reader.start()
        for at in range(0, len(pcm), 640):
            logs.audio.append(pcm[at : at + 640])
        reader.join(LIMIT_SECONDS)
        assert heard == pcm

    def test_what_is_written_becomes_stored_by_itself(self, logs: SessionLogs) -> None:
        logs.audio.append(noise(320))
        waiting = threading.Event()
        while logs.audio.stored < 320:
            waiting.wait(0.01)
        assert logs.audio.stored == 320

    @given(st.lists(st.binary(max_size=3_000), max_size=10))
    @settings(max_examples=25, deadline=None)
    def test_events_come_back_in_order(self, store: SessionStore, events: list[bytes]) -> None:
        logs = store.create()
        for event in events:
            logs.events.append(event)
        assert list(logs.events.records()) == events
        logs.close()
        assert list(logs.events.records()) == events

    def test_events_of_many_threads_are_all_kept(self, logs: SessionLogs) -> None:
        def write(writer: int) -> None:
            for count in range(100):
                logs.events.append(f"{writer} {count}".encode())

        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LIMIT_SECONDS)
        kept = list(logs.events.records())
        assert len(kept) == 400
        for writer in range(4):
            mine = [each for each in kept if each.startswith(b"%d " % writer)]
            assert mine == [b"%d %d" % (writer, count) for count in range(100)]

    def test_closing_twice_is_no_error(self, store: SessionStore) -> None:
        logs = store.create()
        logs.audio.close()
        logs.close()
        logs.close()

    @given(
        st.lists(st.integers(0, 3_000), min_size=1, max_size=8),
        st.lists(st.tuples(st.integers(0, 12_000), st.integers(0, 4_000)), max_size=6),
        st.booleans(),
    )
    @settings(max_examples=25, deadline=None)
    def test_a_cursor_reads_across_every_seam_while_more_comes(
        self,
        store: SessionStore,
        lengths: list[int],
        visits: list[tuple[int, int]],
        again: bool,
    ) -> None:
        pcm, logs, said = noise(sum(lengths), seed=len(lengths)), store.create(), 0
        cursor = logs.audio.cursor()
        for length in lengths:
            logs.audio.append(pcm[2 * said : 2 * (said + length)])
            said += length
            for sample, count in visits:
                cursor.seek(sample)
                end = min(sample + count, logs.audio.written)
                assert cursor.read(count) == pcm[2 * sample : 2 * max(sample, end)]
        logs.close()
        if again:
            logs = store.reopen(logs.id)
            assert read_all(logs.audio.cursor()) == pcm
            logs.close()
        cursor.close()

    def test_nothing_is_wrong_with_a_new_log(self, logs: SessionLogs) -> None:
        assert logs.trouble is Trouble.NONE
        assert logs.audio.holes == ()

    def test_a_closed_consultation_is_listed_and_opens_again(self, store: SessionStore) -> None:
        logs = store.create()
        logs.audio.append(noise(16_000))
        logs.events.append(b"event")
        assert logs.id not in {each.id for each in store.sessions()}
        logs.close()
        (summary,) = [each for each in store.sessions() if each.id == logs.id]
        assert (summary.seconds, summary.clean, summary.readable) == (1.0, True, True)
        again = store.reopen(logs.id)
        assert read_all(again.audio.cursor()) == noise(16_000)
        assert list(again.events.records()) == [b"event"]
        again.events.append(b"more")
        again.close()
        once_more = store.reopen(logs.id)
        assert list(once_more.events.records()) == [b"event", b"more"]
        once_more.close()

    def test_the_events_of_one_that_is_closed_are_read_without_opening_it(
        self, store: SessionStore
    ) -> None:
        made = store.create()
        for record in (b"one", b"two"):
            made.events.append(record)
        made.close()
        for _ in range(2):
            assert list(store.events(made.id)) == [b"one", b"two"]
        assert made.id in {each.id for each in store.sessions()}, "nobody holds it"
        with pytest.raises(ScribeError):
            list(store.events("0" * 32))

    def test_a_forgotten_stretch_is_silence(self, logs: SessionLogs) -> None:
        pcm = noise(10_000)
        logs.audio.append(pcm)
        logs.forget(1_000, 2_000)
        logs.forget(1_000, 2_000)
        wanted = pcm[:2_000] + bytes(2_000) + pcm[4_000:]
        cursor = logs.audio.cursor()
        assert read_all(cursor) == wanted[: 2 * logs.audio.written]
        assert logs.audio.holes == (Hole(1_000, 2_000, HoleKind.FORGOTTEN),)
        cursor.close()

    def test_a_discarded_consultation_is_gone(self, store: SessionStore) -> None:
        logs = store.create()
        logs.audio.append(noise(16_000))
        logs.close()
        receipt = store.discard(logs.id)
        assert (receipt.id, receipt.removed) == (logs.id, True)
        assert logs.id not in {each.id for each in store.sessions()}
        with pytest.raises(ScribeError):
            store.reopen(logs.id)


class TestSealedStore(SessionStoreContract):
    @pytest.fixture(scope="class", params=[SEGMENT_RECORDS, 3], ids=["minutes", "60-ms"])
    @classmethod
    def store(
        cls, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
    ) -> Iterator[SessionStore]:
        with segments_of(request.param):
            yield SealedStore(tmp_path_factory.mktemp("sessions"), MemorySecrets())
