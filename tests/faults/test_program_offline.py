"""Scenario 8: nobody can be reached for a quarter of an hour of talk, and then somebody can."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.session import Phase
from tests.engine.rig import Rig, rig
from tests.fixtures.scripted import ScriptedDialler

UNREACHABLE = Fault(
    FaultKind.TRANSPORT, True, "The speech engine cannot be reached; check the network."
)
WORDS = 15 * 60 * 2


def begun(bench: Rig) -> float:
    """Start a recording and return the seconds until it says that it records."""
    asked = time.perf_counter()
    bench.engine.submit(cmd.Start())
    bench.until_phase(Phase.RECORDING)
    return time.perf_counter() - asked


def talked(bench: Rig) -> None:
    """Speak a quarter of an hour as fast as the log takes it."""
    for said in range(20, WORDS + 1, 20):
        bench.source.say(20)
        bench.until(lambda s, said=said: s.ledger.captured >= said / 2)  # type: ignore[misc]


@pytest.mark.faults
def test_a_quarter_of_an_hour_without_a_network(
    tmp_path: Path, report: Callable[..., None]
) -> None:
    with rig(tmp_path, ScriptedDialler(refusal=UNREACHABLE)) as bench:
        started = begun(bench)
        talked(bench)
        bench.engine.submit(cmd.Stop())
        kept = bench.until_phase(Phase.REVIEW)
        bench.dialler.refusal = None
        bench.engine.submit(cmd.OpenSession(kept.session, finish=True))
        bench.until(lambda s: s.ledger.covered == WORDS / 2 and s.state.phase is Phase.REVIEW)
        said = bench.words()
    lost = WORDS - kept.ledger.stored * 2
    wrong = sum(word != f"w{n}" for n, word in enumerate(said)) + abs(len(said) - WORDS)
    begins = f"{1000 * started:.0f} ms"
    report("8", "recording begins without a network", begins, "300 ms", met=started <= 0.3)
    report("8", "half seconds of 15 min not stored", f"{lost:.0f}", "0", met=lost == 0)
    report("8", "words lost, doubled or moved afterwards", str(wrong), "0", met=wrong == 0)
