"""What a consultation costs late in its life beside early: every figure should be flat."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.audio import BLOCK_BYTES, SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.tap import Growth, Tap
from scribe_app.system.clock import SystemClock
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedSession, SealedStore
from scribe_app.vendors.registry import vendors
from tests.bench.figures import table
from tests.bench.test_log import paced
from tests.contract.codec_conversations import settings
from tests.faults.log_rig import stored, until

pytestmark = pytest.mark.bench

LENGTHS = {"10 min": 10, "2 h": 120}
PIECE_SECONDS = 120
"""What is read and caught up with at the start and at the end of each length."""
UTTERANCE_SECONDS = 4.0
TRIES = 3


def test_a_long_consultation_costs_no_more_than_a_short_one(tmp_path: Path) -> None:
    found = {name: figures(tmp_path / name, minutes) for name, minutes in LENGTHS.items()}
    short, long = found.values()
    rows = [
        [what, f"{short[what]:.3g}", f"{long[what]:.3g}", f"{long[what] / short[what]:.2f}"]
        for what in short
    ]
    table("costs early and late", ["figure", *LENGTHS, "ratio"], rows)


def figures(folder: Path, minutes: int) -> dict[str, float]:
    logs = SealedStore(folder, MemorySecrets()).create()
    sound = os.urandom(60 * SAMPLE_RATE * SAMPLE_BYTES)
    for _ in range(minutes):
        logs.audio.append(sound)
    until(lambda: stored(logs))
    cpu, _taken = paced(logs.audio.append)
    late = minutes * 60 - PIECE_SECONDS
    consultation = spoken(minutes)
    reading = best(lambda: read(logs, 1_600, late)[0])
    found = {
        "log, CPU s an audio hour (20-ms blocks in real time)": cpu,
        "replay of the last 2 min, x real time, 100 ms at once": PIECE_SECONDS / reading,
        "replay of the first 2 min, the same": PIECE_SECONDS
        / best(lambda: read(logs, 1_600, 0)[0]),
        "replay of the last 2 min, 1 s at once": PIECE_SECONDS
        / best(lambda: read(logs, SAMPLE_RATE, late)[0]),
        "catching up, CPU s an audio hour (log, tap and codec of Juvoly V2)": best(
            lambda: caught_up(logs, late) * 3600 / PIECE_SECONDS
        ),
        "a partial folded, us": best(lambda: folding(consultation, final=False)) * 1e6,
        "a final folded, us": best(lambda: folding(consultation, final=True)) * 1e6,
    }
    logs.close()
    return found


def best(measure: Callable[[], float]) -> float:
    """Return the least of some tries: what else the machine does only adds."""
    return min(measure() for _ in range(TRIES))


def read(logs: SealedSession, samples: int, first_second: int) -> tuple[float, int]:
    """Return how long it takes to read a piece with one cursor."""
    cursor, length = logs.audio.cursor(first_second * SAMPLE_RATE), 0
    begun = time.perf_counter()
    while length < PIECE_SECONDS * SAMPLE_RATE:
        length += len(cursor.read(samples)) // SAMPLE_BYTES
    return time.perf_counter() - begun, length


def caught_up(logs: SealedSession, first_second: int) -> float:
    """Return the processor time of turning a piece of the log into a vendor's frames."""
    vendor = next(each for each in vendors() if each.manifest.id == "juvoly-v2")

    async def run() -> float:
        growth = Growth()
        growth.end()
        first = first_second * SAMPLE_RATE
        tap = Tap(logs.audio, growth, first, first + PIECE_SECONDS * SAMPLE_RATE)
        codec, sent = vendor.codec(settings(vendor), SystemClock()), 0
        begun = time.process_time()
        while pcm := await tap.next(vendor.manifest.chunk_samples):
            sent += sum(len(frame) for frame in codec.audio(pcm))
        took = time.process_time() - begun
        tap.close()
        assert sent >= PIECE_SECONDS * SAMPLE_RATE * SAMPLE_BYTES - BLOCK_BYTES
        return took

    return asyncio.run(run())


def spoken(minutes: int) -> Consultation:
    """Return a consultation of that length in which somebody speaks all the time."""
    consultation = Consultation()
    for number in range(int(minutes * 60 / UTTERANCE_SECONDS)):
        consultation = fold(consultation, ev.Final(utterance(number)))
    return consultation


def utterance(number: int) -> Utterance:
    start = number * UTTERANCE_SECONDS
    words = tuple(Word(f"word{n}", start + 0.4 * n, start + 0.4 * n + 0.3) for n in range(9))
    text = " ".join(word.text for word in words)
    return Utterance(f"0:{number}", start, start + 3.6, text, None, words)


def folding(consultation: Consultation, *, final: bool) -> float:
    """Return seconds for one event about the next utterance."""
    count, event = 200, (ev.Final if final else ev.Partial)
    number = len(consultation.transcript.finals)
    begun = time.perf_counter()
    for _ in range(count):
        fold(consultation, event(utterance(number)))
    return (time.perf_counter() - begun) / count
