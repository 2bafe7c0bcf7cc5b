"""`scribe-app transcribe` with every vendor: a program of its own, made-up keys, plain loopback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.canary import secret_in
from tests.engine.failures import closed_port
from tests.engine.vendors import at_once, environment_of, language_of, pairs_of, tls
from tests.simulators import (
    VENDORS,
    Faults,
    JuvolyV2,
    LiveApi,
    RestFaults,
    Simulator,
    Voxist,
    running,
)
from tests.simulators.sound import numbers, speech, timetable, word, write_wav

WORDS = 7
LIMIT = 15.0
NEAR = {"live-api": 0.3}


@dataclass
class Said:
    """What a run of the program left behind."""

    code: int
    out: str
    err: str
    arguments: str = ""


def environment(server: Simulator, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("SCRIBE_", "DBUS_"))}
    kept |= {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "PYTHONWARNINGS": "default"}
    return kept | environment_of(server) | more


def started(
    folder: Path, server: Simulator, *options: str, words: int = WORDS, **more: str
) -> "subprocess.Popen[str]":
    """Start the program against a simulator that is running."""
    folder.mkdir(parents=True, exist_ok=True)
    sound = write_wav(folder / "speech.wav", speech(words))
    command = [sys.executable, "-m", "scribe_app", "--profile", str(folder / "profile")]
    command += ["transcribe", str(sound), "--vendor", server.name]
    command += ["--language", language_of(server.name)]
    for pair in pairs_of(server):
        command += ["--set", pair]
    return subprocess.Popen(
        [*command, *options],
        env=environment(server, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def transcribed(folder: Path, server: Simulator, *options: str, **more: Any) -> Said:
    """Run the program against a simulator that is running."""
    with started(folder, server, *options, **more) as program:
        seen = " ".join(psutil.Process(program.pid).cmdline())
        out, err = program.communicate(timeout=60)
    return Said(program.returncode, out, err, seen)


def served(folder: Path, server: Simulator, *options: str, **more: Any) -> Said:
    with running(server):
        return transcribed(folder, server, *options, **more)


def together(jobs: dict[str, Callable[[], Said]]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for label, said in at_once(jobs, threads=9).items():
        if isinstance(said, Exception):
            raise said
        found[label] = said
    return found


def test_a_whole_consultation_with_every_vendor(tmp_path: Path, subtests: pytest.Subtests) -> None:
    servers = {name: make() for name, make in VENDORS.items()}
    jobs = {
        name: partial(served, tmp_path / name, server, "--format", "json", SCRIBE_LOG="debug")
        for name, server in servers.items()
    }
    for name, said in together(jobs).items():
        with subtests.test(name):
            assert (said.code, said.err) == (0, "")
            check(name, json.loads(said.out))
            assert servers[name].violations == []
            check_nothing_told(tmp_path / name / "profile", said)


def check(name: str, result: dict[str, Any]) -> None:
    assert result["vendor"] == name
    assert result["engines"] == [name]
    assert result["epochs"] == 1
    assert result["warnings"] == []
    texts = [utterance["text"] for utterance in result["utterances"]]
    assert [number for text in texts for number in numbers(text)] == list(range(WORDS))
    heard = [word for utterance in result["utterances"] for word in utterance["words"]]
    for each, spoken in zip(heard, timetable(WORDS), strict=True):
        assert each["start"] == pytest.approx(spoken.start, abs=NEAR.get(name, 0.15))
    ledger = result["ledger"]
    assert ledger["captured"] == ledger["stored"] == ledger["covered"] == result["duration"]
    assert (ledger["unconfirmed"], ledger["gaps"]) == (0, [])
    assert (result["note"]["origin"] == "vendor") == name.startswith("juvoly")
    assert bool(result["information"]["codings"]) == (name == "juvoly-v2")


def check_nothing_told(profile: Path, said: Said) -> None:
    """No secret anywhere, no spoken word but on the standard output."""
    assert not secret_in((said.out + said.err + said.arguments).encode())
    logs = list((profile / "logs").glob("*"))
    assert logs
    events = {json.loads(line)["event"] for log in logs for line in log.read_text().splitlines()}
    assert {"connected", "disconnected"} <= events
    assert "unlisted" not in events
    for path in profile.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert not secret_in(data)
        assert not any(word(number).encode() in data.lower() for number in range(WORDS))


def test_what_cannot_work_ends_with_its_code_and_one_sentence(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    """At real time, with a recording that would last longer."""
    everywhere = {
        "wrong key": (3, JuvolyV2(), {"SCRIBE_JUVOLY_V2_API_KEY": "wrong"}, "refused the cred"),
        "no key": (3, JuvolyV2(), {"SCRIBE_JUVOLY_V2_API_KEY": ""}, "needs the API key"),
        "expired": (3, LiveApi(), {"SCRIBE_LIVE_API_TOKEN": LiveApi().token(-9)}, "has expired"),
        "no credit": (3, Voxist(faults=Faults(close=1008, reason="quota")), {}, "not paid"),
        "never ready": (4, JuvolyV2(faults=Faults(never_ready=True)), {}, "not get ready"),
        "mute": (4, LiveApi(faults=Faults(mute_handshake=True)), {}, "Live API"),
        "429": (4, Voxist(rest_faults=RestFaults(status=429, retry_after="99")), {}, "too many"),
        "500": (4, JuvolyV2(rest_faults=RestFaults(status=500)), {}, "reports an error"),
        "closes": (4, Voxist(faults=Faults(close=1011)), {}, "Voxist"),
    }  # fmt: skip
    jobs = {
        label: partial(served, tmp_path / label, server, "--pace", "realtime", words=40, **own)
        for label, (_, server, own, _) in everywhere.items()
    }
    for label, said in together(jobs).items():
        with subtests.test(label):
            check_sentence(said, everywhere[label][0], everywhere[label][3])


def check_sentence(said: Said, code: int, says: str) -> None:
    assert said.code == code
    assert said.err.startswith("scribe-app: ")
    assert says in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert not secret_in((said.out + said.err).encode())


def test_settings_that_cannot_be_called(tmp_path: Path, subtests: pytest.Subtests) -> None:
    with running(LiveApi()) as server, closed_port() as port:
        cases = {
            "no TLS": (2, "ws://192.0.2.1/ws", "Without encryption"),
            "no address": (2, "wss://a b", "is not an address"),
            "nobody there": (4, f"ws://127.0.0.1:{port}/", "cannot be reached"),
            "no such host": (4, "wss://nobody.invalid/ws", "cannot be reached"),
        }
        jobs = {
            label: partial(transcribed, tmp_path / label, server, "--set", f"socket_url={url}")
            for label, (_, url, _) in cases.items()
        }
        for label, said in together(jobs).items():
            with subtests.test(label):
                check_sentence(said, cases[label][0], cases[label][2])
        assert server.connections == []


def test_a_certificate_nobody_vouches_for(tmp_path: Path) -> None:
    context, _ = tls(tmp_path)
    said = served(tmp_path, LiveApi(tls=context))
    check_sentence(said, 4, "certificate of Live API is not trusted")


def test_a_proxy_is_asked_for_the_world_and_not_for_this_machine(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    with closed_port() as port:
        names = ("http_proxy", "https_proxy", "HTTPS_PROXY", "ALL_PROXY")
        proxies = dict.fromkeys(names, f"http://127.0.0.1:{port}") | {"no_proxy": ""}
        socks = {"https_proxy": f"socks5://127.0.0.1:{port}", "no_proxy": ""}
        odd = {"https_proxy": "nonsense://%%", "no_proxy": ""}
        away = ("--set", "rest_url=https://192.0.2.1", "--set", "socket_url=wss://192.0.2.1")
        with running(Voxist(pace=0.0)) as server, running(LiveApi()) as live:
            jobs = {
                "here": partial(transcribed, tmp_path / "a", server, words=3, **proxies),
                "away": partial(transcribed, tmp_path / "b", server, *away, **proxies),
                "socks": partial(transcribed, tmp_path / "c", server, *away, **socks),
                "odd": partial(transcribed, tmp_path / "d", server, *away, **odd),
                "socket": partial(transcribed, tmp_path / "e", live, *away[2:], **proxies),
                "sockets": partial(transcribed, tmp_path / "f", live, *away[2:], **socks),
            }
            for label, said in together(jobs).items():
                with subtests.test(label):
                    if label == "here":
                        assert (said.code, said.err) == (0, "")
                    else:
                        unreached = label in ("away", "socket")
                        check_sentence(said, 4, "the network" if unreached else "The proxy")


def headed(folder: Path, *options: str, words: int = WORDS) -> Said:
    """Read one line and no more, as `| head -1` does."""
    with (
        running(Voxist(pace=0.0)) as server,
        started(folder, server, *options, words=words) as program,
    ):
        assert program.stdout is not None
        line = program.stdout.readline()
        program.stdout.close()
        _, err = program.communicate(timeout=60)
        return Said(program.returncode, line, err)


def test_other_ways_to_run_it(tmp_path: Path, subtests: pytest.Subtests) -> None:
    def quick(label: str, *options: str, **more: Any) -> Said:
        return served(tmp_path / label, Voxist(pace=0.0), *options, **{"words": 3, **more})

    unpaid = Voxist(pace=0.0, faults=[Faults(after_words=6, close=1008, reason="wallet empty")])
    nowhere = {"SSL_CERT_FILE": "/nowhere/ca.pem", "SSL_CERT_DIR": "/nowhere"}
    found = together(
        {
            "text": partial(quick, "text"),
            "jsonl": partial(quick, "jsonl", "--format", "jsonl"),
            "a CA variable that leads nowhere": partial(quick, "ca", **nowhere),
            "half of it heard": partial(served, tmp_path / "half", unpaid, words=9),
            "nobody reads on": partial(headed, tmp_path / "headed", words=16),
            "nobody reads events": partial(headed, tmp_path / "events", "--format", "jsonl"),
        }
    )
    for label, said in found.items():
        with subtests.test(label):
            if label == "half of it heard":
                check_sentence(said, 3, "not paid")
                assert numbers(said.out)[:5] == [0, 1, 2, 3, 4]
                continue
            assert (said.code, said.err) == (0, "")
            assert word(0) in said.out.lower() or label == "nobody reads events"
            assert not secret_in(said.out.encode())
