"""A recording of two microphones of a sound server of its own, for the long scenarios."""

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.microphone_source import Microphone
from tests.bench.figures import percentile
from tests.contract.intake import LastingCollector
from tests.faults.report import Report
from tests.fixtures.pulse import Marked, Pulse, marked
from tests.fixtures.two_microphones import two_microphones


@dataclass
class Recording:
    """A recording of one of two microphones that hear the same noise at the same time."""

    pulse: Pulse
    noise: Marked
    source: Microphone
    modules: dict[str, str]
    intake: LastingCollector = field(default_factory=LastingCollector)

    def hear(self, seconds: float) -> None:
        """Wait until this much more was recorded."""
        wanted = len(self.intake.blocks) + round(50 * seconds)
        assert self.intake.wait(lambda: len(self.intake.blocks) >= wanted), "nothing is recorded"

    def told_after(self, act: Callable[[], object]) -> float:
        """Return how long after an act the next thing is told, in seconds."""
        before, begun = self._news(), time.monotonic()
        act()
        assert self.intake.wait(lambda: self._news() > before), "nothing is told"
        news = (at for at, item in self._items() if not isinstance(item, bytes) and at >= begun)
        return next(news) - begun

    def slips(self) -> list[float]:
        """End the recording; return by how much its parts are late against the parts before."""
        self.source.close()
        return self.noise.slips(self.intake.in_place(self.source))

    def lags(self) -> list[float]:
        """End the recording; return for every 10 ms by how much they are out of place."""
        self.source.close()
        return [abs(lag) for lag in self.noise.lags(self.intake.in_place(self.source))]

    def _news(self) -> int:
        return sum(not isinstance(item, bytes) for item in list(self.intake.items))

    def _items(self) -> list[tuple[float, object]]:
        return list(zip(list(self.intake.came), list(self.intake.items), strict=False))


@contextlib.contextmanager
def recording(
    folder: Path, monkeypatch: pytest.MonkeyPatch, *, seconds: float, wish: str = ""
) -> Iterator[Recording]:
    noise = marked(folder, seconds=seconds)
    with two_microphones(noise, monkeypatch) as (pulse, modules):
        made = Recording(pulse, noise, SystemMicrophones().open(wish), modules)
        made.source.open(made.intake)
        with contextlib.closing(made.source):
            made.hear(1.0)
            yield made


def wait_out(seconds: float) -> None:
    """Let time pass: what is tested is that it is counted."""
    limit = time.monotonic() + seconds
    while (left := limit - time.monotonic()) > 0:
        time.sleep(left)


@dataclass(frozen=True)
class Within:
    """Reports the longest of some durations against a limit, all in seconds."""

    report: Report
    scenario: str

    def __call__(self, what: str, seconds: list[float], limit: float) -> None:
        most = max(seconds, default=0.0)
        middle = percentile(seconds or [0.0], 0.5)
        figure = f"{1_000 * most:.1f} ms (p50 {1_000 * middle:.1f})"
        self.report(self.scenario, what, figure, f"{1_000 * limit:.0f} ms", met=most <= limit)
