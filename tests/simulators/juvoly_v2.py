"""Juvoly V2: three subprotocols, utterances that are completed, information on subscription."""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from tests.simulators.findings import Information, information
from tests.simulators.juvoly import Juvoly, shares
from tests.simulators.link import Link
from tests.simulators.listening import Spoken
from tests.simulators.rest import Reply, Request
from tests.simulators.wav import Decoder, Form

_SUBSCRIPTION = {"type": "subscribe", "subscription": {"type": "information"}}
_SECTIONS = ("subjective", "objective", "evaluation", "plan")
MODELS = ("generic", "multilingual", "kolibri", "radiology", "juvoly_v3")


@dataclass(kw_only=True, eq=False)
class JuvolyV2(Juvoly):
    """The server; `rest_url` is what /session is appended to, `socket_url` /<model>.

    `users` are passwords by e-mail, `subscribed` who has a subscription, `user_keys` the user
    keys handed out. `selected` is the subprotocol the server chooses. `never_complete` holds
    numbers of utterances that stay open; `regress` sends an older, incomplete version after a
    completed one; `information` says how findings come; `first_protocol` is the one that leads.
    """

    name: ClassVar[str] = "juvoly-v2"

    users: dict[str, str] = field(
        default_factory=lambda: {"huisarts@example.org": "made-up-password"}, repr=False
    )
    subscribed: Collection[str] | None = None
    models: Collection[str] = MODELS
    first_protocol: str = "v2.juvoly"
    selected: Literal["first", "third", "none"] = "first"
    trailing_comma: bool = False
    without_completed: bool = False
    never_complete: Collection[int] = ()
    regress: bool = False
    information: Information = "delta"
    early_subscription: Literal["ignore", "obey", "close"] = "ignore"

    user_keys: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    @property
    def rest_url(self) -> str:
        """Return the base of the web service."""
        return f"{self.rest_base}/api/v2/rest"

    @property
    def socket_url(self) -> str:
        """Return the base of the socket."""
        return f"{self.socket_base}/api/v2/socket"

    def keys(self) -> set[str]:
        """Return the master key and the users' keys."""
        return {self.api_key, *self.user_keys.values()}

    def answer(self, request: Request) -> Reply:
        """Create sessions, and hand out user keys."""
        match request.method, request.path.removeprefix("/api/v2/rest"):
            case "POST", "/session":
                return self.session_reply(request)
            case "GET", "/auth/user-api-key":
                return self._user_key(request)
        self.violate(None, f"unknown call {request.method} {request.path}")
        return Reply(404, {})

    def _user_key(self, request: Request) -> Reply:
        if request.headers.get("x-juvoly-api-key") in self.user_keys.values():
            self.violate(None, "user-api-key: asked with a user key, not the master key")
        if (refused := self.key_refusal(request, {self.api_key})) is not None:
            return refused
        if request.basic is None:
            self.violate(None, "user-api-key: no Basic authorization")
            return Reply(401, {"message": "Unauthorized"})
        email, password = request.basic
        entitled = self.subscribed is None or email in self.subscribed
        if self.users.get(email) != password or not entitled:
            return Reply(401, {"message": "Unauthorized"})
        key = self.user_keys.setdefault(email, f"made-up-user-key-{len(self.user_keys) + 1}")
        return Reply(200, {"userApiKey": key})

    def select(self, offered: list[str]) -> str | None:
        """Choose as the option says."""
        place = {"first": 0, "third": 2, "none": None}[self.selected]
        return offered[place] if place is not None and place < len(offered) else None

    def admit(self, link: Link) -> int:
        """Check path, encoding and the three subprotocols."""
        model = link.path.removeprefix("/api/v2/socket/")
        if model not in self.models:
            self.violate(link, "unknown path or model")
            return 404
        if link.query not in ({}, {"encoding": "PCM"}):
            self.violate(link, "unknown query")
        offered = [
            each.strip() for each in link.headers.pop("sec-websocket-protocol", "").split(",")
        ]
        if len(offered) != 3 or offered[0] != self.first_protocol:
            self.violate(link, "wrong subprotocols")
            return self.refuse_with
        link.state |= {"model": model, "decoder": Decoder(), "findings": 0}
        return self.claim(link, offered[1], offered[2])

    def audio(self, link: Link, frame: bytes) -> bytes:
        """Decode PCM where it was announced, a container where it was not."""
        if self.is_early(link, "audio"):
            return b""
        pcm, form = self.decoded(link, frame), link.state["decoder"].form
        if ("encoding" in link.query) == (form is Form.PCM):
            return pcm
        if not link.state.get("form"):
            link.state["form"] = True
            self.violate(link, f"audio as {form}, against the encoding in the address")
        return b""

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        """Send utterances, and findings after each that is complete."""
        for spoken in changed:
            stays_open = spoken.index in self.never_complete
            self._say_utterance(link, spoken, completed=spoken.final and not stays_open)
            if spoken.final and not stays_open:
                if self.regress:
                    self._say_utterance(link, spoken, completed=False, words=1)
                self._say_information(link)

    def text(self, link: Link, message: str) -> None:
        """Take a subscription, or write a note."""
        request = self.parsed(link, message)
        kind = request.get("type")
        if self.is_early(link, str(kind)):
            if kind == "subscribe" and self.early_subscription == "obey":
                link.state["subscribed"] = True
            if kind == "subscribe" and self.early_subscription == "close":
                self.end(link, 1008)
            return
        if kind == "subscribe":
            self._subscribe(link, request)
        elif request == {"type": "summarizeSoep"}:
            self._summarise(link)
        elif request:
            self.violate(link, "unknown or malformed request")

    def _subscribe(self, link: Link, request: dict[str, object]) -> None:
        if request != _SUBSCRIPTION or link.state.get("subscribed"):
            self.violate(link, "malformed or repeated subscription")
        link.state["subscribed"] = True
        if self.information == "before":
            self._say_information(link)

    def _say_information(self, link: Link) -> None:
        if link.state.get("subscribed") and self.information != "never":
            found = information(self.information, link.state["findings"])
            link.state["findings"] += 1
            link.say({"type": "information", **found}, after=self.latency)

    def _summarise(self, link: Link) -> None:
        self.requests.append("soep")
        parts = shares(link.listener.said, 1)
        episodes = [dict(zip(_SECTIONS, part, strict=True)) for part in parts]
        self.say_summary(link, _summary(episodes), _summary([]))

    def _say_utterance(
        self, link: Link, spoken: Spoken, *, completed: bool, words: int | None = None
    ) -> None:
        part = spoken.words[:words]
        text = spoken.text if words is None else " ".join(heard.word for heard in part)
        inner = [{"word": heard.word, "start": heard.start, "end": heard.end} for heard in part]
        message = _utterance(str(spoken.index), text, inner, completed=completed)
        if self.without_completed and not completed:
            del message["completed"]
        whole = self.encoded(message)
        link.say(whole, after=self.latency, sample=_sample)

    def encoded(self, message: dict[str, object]) -> str:
        """Return JSON, with the trailing comma of the vendor's own example where wished."""
        text = json.dumps(message)
        return re.sub(r'("end": [\d.]+)}', r"\1,}", text) if self.trailing_comma else text


def _utterance(
    name: str, text: str, words: list[dict[str, object]], *, completed: bool
) -> dict[str, object]:
    utterance = {"id": name, "sentence": text, "words": words}
    return {"type": "transcript", "completed": completed, "utterance": utterance}


def _summary(episodes: list[dict[str, str]]) -> dict[str, object]:
    return {"type": "summarySoep", "summary": {"episodes": episodes}}


def _sample(text: str, start: object, end: object) -> dict[str, object]:
    words: list[dict[str, object]] = [{"word": text, "start": start, "end": end}]
    return _utterance("hostile", text, words, completed=False)
