"""Cuts a stream into chunks of 1 to 5 s at quiet moments."""

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds

_LEAST, _TARGET, _MOST = 1.0, 3.0, 5.0  # seconds (seed 002: 1 to 5)
_PIECE_BYTES = 1600 * SAMPLE_BYTES  # a tenth of a second: shorter than a pause between words
_QUIET = 0.5  # of the chunk's median level: between two words


class Cutter:
    """Takes pieces of audio and gives chunks of 1 to 5 s, cut where it is quietest."""

    def __init__(self) -> None:
        self._pieces: list[tuple[bytes, float]] = []

    @property
    def held(self) -> float:
        """Return the seconds that wait."""
        return sum(seconds(pcm) for pcm, _ in self._pieces)

    def push(self, pcm: bytes) -> bytes | None:
        """Take audio of less than a second; return a chunk when one is complete."""
        chunk = None
        for at in range(0, len(pcm), _PIECE_BYTES):
            chunk = self._pushed(pcm[at : at + _PIECE_BYTES]) or chunk
        return chunk

    def _pushed(self, pcm: bytes) -> bytes | None:
        self._pieces.append((pcm, level(pcm)))
        held = self.held
        if held < _TARGET:
            return None
        quietest, its_level = self._quietest()
        median = float(np.median([loud for _, loud in self._pieces]))
        if held >= _MOST - 0.1 or its_level <= _QUIET * median:
            return self._taken(quietest + 1)
        return None

    def flush(self) -> bytes | None:
        """Return what is left, padded with silence to a second; None where nothing is."""
        if not self._pieces:
            return None
        rest = self._taken(len(self._pieces))
        missing = int(_LEAST * 16_000) * SAMPLE_BYTES - len(rest)
        return rest + bytes(max(0, missing))

    def _quietest(self) -> tuple[int, float]:
        """Return the quietest piece after the first second; of equals the latest."""
        after, found = 0.0, (len(self._pieces) - 1, float("inf"))
        for index, (pcm, loud) in enumerate(self._pieces):
            after += seconds(pcm)
            if after >= _LEAST and loud <= found[1]:
                found = (index, loud)
        return found

    def _taken(self, count: int) -> bytes:
        taken, self._pieces = self._pieces[:count], self._pieces[count:]
        return b"".join(pcm for pcm, _ in taken)


def level(pcm: bytes) -> float:
    """Return the root mean square of samples, from 0 to 1."""
    if not pcm:
        return 0.0
    samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
    return float(np.sqrt(np.mean(samples * samples)))


def levels(pcm: bytes) -> list[float]:
    """Return the level of every tenth of a second."""
    size = 1600 * SAMPLE_BYTES
    return [level(pcm[at : at + size]) for at in range(0, len(pcm), size)]


def seconds(pcm: bytes) -> float:
    """Return the length of samples in seconds."""
    return to_seconds(len(pcm) // SAMPLE_BYTES)
