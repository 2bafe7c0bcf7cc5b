"""Scenario 13 at the vendor's end: the program is stopped for 90 s while it is being heard."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine.vendors import environment_of, pairs_of
from tests.faults.microphone_rig import Within, wait_out
from tests.faults.report import Report
from tests.simulators import VENDORS, running
from tests.simulators.sound import speech, write_wav
from tests.simulators.voxist import Voxist

pytestmark = pytest.mark.faults

ASLEEP_SECONDS = 90
WATCHED_SECONDS = 20
PACE = 1.25
"""What the manifest says of Voxist, times real time."""


def heard_seconds(server: Voxist) -> float:
    """Return the seconds of sound that came in over all connections."""
    return sum(by_connection(server).values())


def by_connection(server: Voxist) -> dict[int, float]:
    """Return the seconds of sound that came in, by the number of the connection."""
    return {link.number: link.audio_bytes / 32_000 for link in server.connections}


def until_heard(server: Voxist, more: float, limit: float) -> float:
    """Return the seconds until so much more sound came in."""
    begun, wanted = time.monotonic(), heard_seconds(server) + more
    while heard_seconds(server) < wanted:
        assert time.monotonic() - begun < limit, "nothing more comes"
        time.sleep(0.02)
    return time.monotonic() - begun


def test_a_vendor_hears_again_soon_and_no_faster_than_it_may(
    tmp_path: Path, report: Report
) -> None:
    server = VENDORS["voxist"](ping_seconds=5.0)
    assert isinstance(server, Voxist)
    wav = write_wav(tmp_path / "speech.wav", speech(400))
    with running(server):
        options = ["--vendor", "voxist", "--language", "fr", "--pace", "realtime", "--no-note"]
        pairs = [part for pair in pairs_of(server) for part in ("--set", pair)]
        command = [sys.executable, "-m", "scribe_app", "transcribe", str(wav), *options, *pairs]
        env = {**os.environ, **environment_of(server)}
        with subprocess.Popen(
            [*command, "--profile", str(tmp_path / "profile")], env=env, stdout=subprocess.PIPE
        ) as program:
            try:
                until_heard(server, 5.0, 60)
                program.send_signal(signal.SIGSTOP)
                wait_out(ASLEEP_SECONDS)
                program.send_signal(signal.SIGCONT)
                back = until_heard(server, 0.2, 30)
                begun, before = time.monotonic(), by_connection(server)
                wait_out(WATCHED_SECONDS)
                came, took = by_connection(server), time.monotonic() - begun
                paces = [(came[n] - before.get(n, 0.0)) / took for n in came]
                alive = program.poll() is None
            finally:
                program.kill()
    Within(report, "13")("stopped for 90 s: the vendor hears again after", [back], 3.0)
    # A backlog may have a second connection beside what is being said; the pace is of each.
    figure = ", ".join(f"{pace:.2f}" for pace in paces if pace)
    met = max(paces) <= 1.05 * PACE
    report("13", "what each connection then gets, times real time", figure, f"{PACE}", met=met)
    assert alive
    assert server.errors == []
    assert len(server.connections) >= 1
