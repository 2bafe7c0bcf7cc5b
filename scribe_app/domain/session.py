"""The session machine: what the consultation is doing (phase) and its vendor's line (link)."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Phase(StrEnum):
    """What happens to the consultation."""

    IDLE = "idle"
    STARTING = "starting"
    RECORDING = "recording"
    PAUSED = "paused"
    PRIVATE = "private"
    FINISHING = "finishing"
    DRAFTING = "drafting"
    REVIEW = "review"


class Link(StrEnum):
    """What the line to the vendor does."""

    NONE = "none"
    CONNECTING = "connecting"
    LIVE = "live"
    RECONNECTING = "reconnecting"
    DOWN = "down"


class Signal(StrEnum):
    """What moves the machine; each is something that happened, never a wish."""

    START_ASKED = "start-asked"
    CAPTURE_BEGAN = "capture-began"
    CAPTURE_PAUSED = "capture-paused"
    CAPTURE_RESUMED = "capture-resumed"
    PRIVATE_BEGAN = "private-began"
    PRIVATE_ENDED = "private-ended"
    CAPTURE_ENDED = "capture-ended"
    COVERED = "covered"
    DRAFT_ASKED = "draft-asked"
    DRAFT_DONE = "draft-done"
    REOPENED = "reopened"
    FINISH_ASKED = "finish-asked"
    CLOSED = "closed"
    DIALLED = "dialled"
    LINK_READY = "link-ready"
    LINK_DROPPED = "link-dropped"
    LINK_GONE = "link-gone"
    LINK_ENDED = "link-ended"


@dataclass(frozen=True, slots=True)
class State:
    """One cell of phase x link."""

    phase: Phase = Phase.IDLE
    link: Link = Link.NONE


_PHASES: dict[tuple[Phase, Signal], Phase] = {
    (Phase.IDLE, Signal.START_ASKED): Phase.STARTING,
    (Phase.REVIEW, Signal.START_ASKED): Phase.STARTING,
    (Phase.STARTING, Signal.CAPTURE_BEGAN): Phase.RECORDING,
    (Phase.STARTING, Signal.CAPTURE_ENDED): Phase.FINISHING,
    (Phase.RECORDING, Signal.CAPTURE_PAUSED): Phase.PAUSED,
    (Phase.PAUSED, Signal.CAPTURE_RESUMED): Phase.RECORDING,
    (Phase.RECORDING, Signal.PRIVATE_BEGAN): Phase.PRIVATE,
    (Phase.PRIVATE, Signal.PRIVATE_ENDED): Phase.RECORDING,
    (Phase.PRIVATE, Signal.CAPTURE_PAUSED): Phase.PAUSED,
    (Phase.PRIVATE, Signal.CAPTURE_ENDED): Phase.FINISHING,
    (Phase.RECORDING, Signal.CAPTURE_ENDED): Phase.FINISHING,
    (Phase.PAUSED, Signal.CAPTURE_ENDED): Phase.FINISHING,
    (Phase.FINISHING, Signal.COVERED): Phase.DRAFTING,
    (Phase.DRAFTING, Signal.DRAFT_DONE): Phase.REVIEW,
    (Phase.REVIEW, Signal.DRAFT_ASKED): Phase.DRAFTING,
    (Phase.IDLE, Signal.REOPENED): Phase.REVIEW,
    (Phase.REVIEW, Signal.FINISH_ASKED): Phase.FINISHING,
    **{(phase, Signal.CLOSED): Phase.IDLE for phase in Phase},
}

_LINKS: dict[tuple[Link, Signal], Link] = {
    (Link.NONE, Signal.DIALLED): Link.CONNECTING,
    (Link.DOWN, Signal.DIALLED): Link.RECONNECTING,
    (Link.CONNECTING, Signal.LINK_READY): Link.LIVE,
    (Link.RECONNECTING, Signal.LINK_READY): Link.LIVE,
    (Link.CONNECTING, Signal.LINK_DROPPED): Link.RECONNECTING,
    (Link.LIVE, Signal.LINK_DROPPED): Link.RECONNECTING,
    **{(link, Signal.LINK_GONE): Link.DOWN for link in Link if link is not Link.NONE},
    **{(link, Signal.LINK_ENDED): Link.NONE for link in Link},
    **{(link, Signal.CLOSED): Link.NONE for link in Link},
}

_LINKED_PHASES = frozenset(
    {Phase.STARTING, Phase.RECORDING, Phase.PAUSED, Phase.PRIVATE, Phase.FINISHING}
)


def step(state: State, signal: Signal) -> State:
    """Return the state after a signal; one that means nothing here changes nothing.

    A line exists only from the start to the end of the transcription: in every other phase the
    link is `NONE`, whatever its own table says.
    """
    phase = _PHASES.get((state.phase, signal), state.phase)
    link = _LINKS.get((state.link, signal), state.link)
    return replace(state, phase=phase, link=link if phase in _LINKED_PHASES else Link.NONE)
