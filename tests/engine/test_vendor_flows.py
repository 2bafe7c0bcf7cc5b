"""Every vendor from the first sample to the note, over real TLS, at the pace it takes."""

from pathlib import Path

import pytest

from scribe_app.domain.note import Origin
from tests.engine.vendors import WRITE_NOTES, Consulted, Plan, at_once, consulted, tls
from tests.simulators import VENDORS, JuvolyV2
from tests.simulators.findings import CODINGS, RESOURCES
from tests.simulators.sound import numbers, timetable

WORDS = 9
SECOND = bytes(2 * 16_000)
NEAR = {"live-api": 0.3}


def test_every_vendor_over_tls(tmp_path: Path, subtests: pytest.Subtests) -> None:
    context, trusted = tls(tmp_path)
    plan = Plan(words=WORDS, ca_file=str(trusted))

    def job(name: str) -> Consulted:
        return consulted(tmp_path / name, VENDORS[name](tls=context), plan)

    runs = at_once({name: lambda name=name: job(name) for name in VENDORS})  # type: ignore[misc]
    for name, run in runs.items():
        with subtests.test(name):
            if isinstance(run, Exception):
                raise run
            check(run)


def check(run: Consulted) -> None:
    assert run.done.fault is None
    assert run.words == list(range(WORDS))
    assert run.server.violations == []
    assert run.done.ledger.is_complete
    assert run.done.ledger.unconfirmed == 0
    assert len(run.done.consultation.epochs) == 1
    check_audio(run)
    check_times(run)
    check_note(run)
    check_information(run)


def check_audio(run: Consulted) -> None:
    """Every sample arrived, each once; then only the silence that the vendor's end needs."""
    (link,) = run.server.connections
    assert link.pcm[: len(run.pcm)] == run.pcm
    tail = bytes(link.pcm[len(run.pcm) :])
    assert tail == bytes(len(tail))
    match run.server.name:
        case "juvoly-v1" | "juvoly-v2":
            assert tail == SECOND
        case "voxist":
            assert tail == b""
        case _:
            assert len(tail) < len(SECOND)


def check_times(run: Consulted) -> None:
    near = NEAR.get(run.server.name, 0.15)
    finals = run.done.consultation.transcript.finals
    heard = [word for utterance in finals for word in utterance.words]
    for word, said in zip(heard, timetable(WORDS), strict=True):
        assert numbers(word.text) == [said.number]
        assert word.start == pytest.approx(said.start, abs=near)
        assert word.end == pytest.approx(said.end, abs=near)


def check_note(run: Consulted) -> None:
    note = run.done.consultation.note
    if run.server.name in WRITE_NOTES:
        assert note.origin is Origin.VENDOR
        text = " ".join(
            t for e in note.episodes for t in (e.subjective, e.objective, e.evaluation, e.plan)
        )
        assert numbers(text) == list(range(WORDS))
    else:
        assert note.origin is not Origin.VENDOR
        assert run.server.requests == []


def check_information(run: Consulted) -> None:
    information = run.done.consultation.information
    if not isinstance(run.server, JuvolyV2):
        assert not information.codings
        return
    assert {each.code for each in information.codings} <= {each["code"] for each in CODINGS}
    assert len(information.codings) >= 2
    assert {each.link for each in information.resources} <= {each["link"] for each in RESOURCES}
    assert {each.description for each in information.measurements} == {"Bloeddruk", "Temperatuur"}
