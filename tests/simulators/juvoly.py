"""What both Juvoly versions share: sessions over REST, and notes that are asked for."""

import json
import secrets as randomness
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from tests.simulators.link import Link
from tests.simulators.rest import Reply, Request
from tests.simulators.server import Simulator
from tests.simulators.sound import Heard, sentence
from tests.simulators.wav import Decoder

Summary = Literal["once", "twice", "empty", "never"]

_LIFE_SECONDS = 600.0


@dataclass(kw_only=True, eq=False)
class Juvoly(Simulator):
    """Sessions, readiness and summaries.

    `early` says what happens to data before ready: it is dropped, or the line is closed;
    `summary` and `summary_delay` how notes come; `refuse_with` how a bad session is refused, an
    HTTP status or a close code; `no_headers_checked` switches the Content-Type rule off.
    """

    client_id: str = "clinic-1"
    api_key: str = field(default="made-up-master-key", repr=False)
    early: Literal["drop", "close"] = "drop"
    summary: Summary = "once"
    summary_delay: float = 0.0
    refuse_with: int = 403

    sessions: dict[str, float] = field(default_factory=dict, init=False, repr=False)
    used: set[str] = field(default_factory=set, init=False, repr=False)

    def keys(self) -> set[str]:
        """Return the keys that may open a session."""
        return {self.api_key}

    def session_reply(self, request: Request) -> Reply:
        """Create a session, for a good key and a body of {} or nothing."""
        if (refused := self.key_refusal(request, self.keys())) is not None:
            return refused
        if request.body and request.json != {}:
            self.violate(None, "session: the body is not {}")
        if request.body and "json" not in request.headers.get("content-type", ""):
            self.violate(None, "session: Content-Type is not JSON")
        session = randomness.token_hex(16)
        self.sessions[session] = self.now()
        created = datetime.fromtimestamp(self.now(), UTC).isoformat()
        return Reply(200, {
            "clientId": self.client_id, "sessionId": session,
            "sessionCreateTime": created, "sessionClaimTime": None,
        })  # fmt: skip

    def key_refusal(self, request: Request, keys: set[str]) -> Reply | None:
        """Return the refusal of a wrong key or client id, None where they are good."""
        for header in ("x-juvoly-api-key", "x-juvoly-client-id"):
            if header not in request.headers:
                self.violate(None, f"{request.path}: no {header}")
        key = request.headers.get("x-juvoly-api-key", "")
        if key in keys and request.headers.get("x-juvoly-client-id") == self.client_id:
            return None
        return Reply(401, {"message": "Unauthorized"})

    def claim(self, link: Link, client: str, session: str) -> int:
        """Use a session up; return 0, or how it is refused."""
        if session in self.used:
            self.violate(link, "reused session id")
            return self.refuse_with
        created = self.sessions.get(session)
        if created is None or client != self.client_id:
            self.violate(link, "unknown session id or client id")
            return self.refuse_with
        self.used.add(session)
        return self.refuse_with if self.now() - created > _LIFE_SECONDS else 0

    def opened(self, link: Link) -> None:
        """Say ready."""
        link.state["ready"] = True
        link.say({"type": "ready"}, after=link.faults.ready_delay)

    def decoded(self, link: Link, frame: bytes) -> bytes:
        """Return the sound of a frame; what is wrong with its form is a violation."""
        decoder: Decoder = link.state["decoder"]
        pcm = decoder.decode(frame)
        while decoder.complaints:
            self.violate(link, decoder.complaints.pop())
        return pcm

    def is_early(self, link: Link, what: str) -> bool:
        """Return whether something came before ready was sent, and record it."""
        if link.sent:
            return False
        self.violate(link, f"{what} before ready")
        if self.early == "close":
            self.end(link, 1008)
        return True

    def parsed(self, link: Link, message: str) -> dict[str, Any]:
        """Return a client's message, empty where it is no object."""
        try:
            value = json.loads(message)
        except ValueError:
            value = None
        if isinstance(value, dict) and isinstance(value.get("type"), str):
            return value
        self.violate(link, "text frame that is no JSON object with a type")
        return {}

    def say_summary(self, link: Link, message: dict[str, object], empty: object) -> None:
        """Send a summary as often, as late and as full as the options say."""
        if self.summary == "never":
            return
        whole = empty if self.summary == "empty" else message
        for _ in range(2 if self.summary == "twice" else 1):
            link.say(whole, after=self.latency + self.summary_delay)


def shares(words: list[Heard], episodes: int) -> list[list[str]]:
    """Return for each episode its share of the words, as four sentences (S, O, E, P)."""
    size = -(-len(words) // (episodes * 4)) or 1
    parts = [words[at * size : (at + 1) * size] for at in range(episodes * 4)]
    texts = [sentence(heard.number for heard in part) if part else "" for part in parts]
    return [texts[at : at + 4] for at in range(0, len(texts), 4)]
