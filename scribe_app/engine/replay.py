"""Where an epoch that follows another begins to hear: in a pause just before the commit point.

A recogniser that begins in the middle of a word hears another word ("asked" for "ask"), and a
seam cannot tell which of the two was said. The line asks once for each new epoch:

    start_sample = replay_start(log, to_samples(transcript.committed))
"""

import numpy as np
from numpy.typing import NDArray

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.ports.log import AudioLog

_FURTHEST, _NEAREST = round(2.5 * SAMPLE_RATE), round(0.6 * SAMPLE_RATE)
_OTHERWISE = SAMPLE_RATE
"""How far before the commit point a replay begins where nobody paused."""
_FRAME = SAMPLE_RATE // 100
_LEAST = 12  # frames; a consonant such as k or t is silent for up to ten
_LEAD = 30  # frames of the pause that are heard again: a recogniser wants to hear speech begin
_SHARE = 0.2  # of the loud frames' level: below it nobody speaks
_FLOOR = 0.002  # of full scale: digital silence is quiet beside silence too


def replay_start(log: AudioLog, commit_sample: int) -> int:
    """Return the sample at which a new epoch begins to hear, 0 where the commit point is near it.

    Reads less than two seconds of the log. A vendor with its own words must be given everything
    from there on; words before the commit point are the seam's to drop.
    """
    first = commit_sample - _FURTHEST
    if first <= 0:
        return 0
    pause = pause_in(read(log, first, _FURTHEST - _NEAREST))
    return commit_sample - _OTHERWISE if pause is None else first + pause


def pause_in(pcm: bytes) -> int | None:
    """Return a sample in the longest pause of mono 16-bit sound.

    It lies in the pause's middle, or closer to the speech that follows when the pause is long.
    None where nobody pauses, and where nobody speaks at all.
    """
    levels = _levels(pcm)
    if not len(levels):
        return None
    quiet = levels <= max(_FLOOR, _SHARE * float(np.percentile(levels, 90)))
    if quiet.all():
        return None
    length, end = _longest_run(quiet)
    return (end - min(_LEAD, length // 2)) * _FRAME if length >= _LEAST else None


def _levels(pcm: bytes) -> NDArray[np.float32]:
    """Return the level of each 10 ms, 1 being full scale (root mean square)."""
    samples = np.frombuffer(pcm[: len(pcm) // SAMPLE_BYTES * SAMPLE_BYTES], "<i2")
    whole = samples[: len(samples) // _FRAME * _FRAME].astype(np.float32) / np.float32(32768)
    levels: NDArray[np.float32] = np.sqrt(np.square(whole.reshape(-1, _FRAME)).mean(axis=1))
    return levels


def _longest_run(quiet: NDArray[np.bool_]) -> tuple[int, int]:
    """Return the length of the longest run of quiet frames, the last of equals, and its end."""
    best, run = (0, 0), 0
    for index, is_quiet in enumerate(quiet, 1):
        run = run + 1 if is_quiet else 0
        best = max(best, (run, index))
    return best


def read(log: AudioLog, first: int, count: int) -> bytes:
    """Return so many samples of the log, fewer where it ends before."""
    cursor, pieces = log.cursor(first), bytearray()
    try:
        while (missing := count - len(pieces) // SAMPLE_BYTES) > 0:
            piece = cursor.read(missing)
            if not piece:
                break
            pieces += piece
    finally:
        cursor.close()
    return bytes(pieces)
