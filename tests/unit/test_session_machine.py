"""The session machine, cell by cell: every phase x link x signal has one right answer."""

from itertools import product

import pytest

from scribe_app.domain.session import Link, Phase, Signal, State, step

PHASES = {
    "start-asked": {"idle": "starting", "review": "starting"},
    "capture-began": {"starting": "recording"},
    "capture-paused": {"recording": "paused", "private": "paused"},
    "capture-resumed": {"paused": "recording"},
    "private-began": {"recording": "private"},
    "private-ended": {"private": "recording"},
    "capture-ended": dict.fromkeys(("starting", "recording", "paused", "private"), "finishing"),
    "covered": {"finishing": "drafting"},
    "draft-asked": {"review": "drafting"},
    "draft-done": {"drafting": "review"},
    "reopened": {"idle": "review"},
    "finish-asked": {"review": "finishing"},
    "closed": dict.fromkeys(Phase, "idle"),
}
LINKS = {
    "dialled": {"none": "connecting", "down": "reconnecting"},
    "link-ready": {"connecting": "live", "reconnecting": "live"},
    "link-dropped": {"connecting": "reconnecting", "live": "reconnecting"},
    "link-gone": {"connecting": "down", "live": "down", "reconnecting": "down", "down": "down"},
    "link-ended": dict.fromkeys(Link, "none"),
    "closed": dict.fromkeys(Link, "none"),
}
WITHOUT_LINK = {"idle", "drafting", "review"}


@pytest.mark.parametrize(("phase", "link", "signal"), [*product(Phase, Link, Signal)])
def test_every_cell(phase: Phase, link: Link, signal: Signal) -> None:
    expected_phase = PHASES.get(signal, {}).get(phase, phase)
    expected_link = LINKS.get(signal, {}).get(link, link)
    if expected_phase in WITHOUT_LINK:
        expected_link = "none"
    assert step(State(phase, link), signal) == State(Phase(expected_phase), Link(expected_link))


def test_a_whole_consultation_walks_from_idle_to_review() -> None:
    state = State()
    for signal in (
        Signal.START_ASKED,
        Signal.DIALLED,
        Signal.CAPTURE_BEGAN,
        Signal.LINK_READY,
        Signal.CAPTURE_ENDED,
        Signal.LINK_ENDED,
        Signal.COVERED,
        Signal.DRAFT_DONE,
    ):
        assert (state := step(state, signal)) is not None
    assert state == State(Phase.REVIEW, Link.NONE)
