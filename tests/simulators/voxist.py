"""Voxist: a token for a key, 100-ms frames in real time, partials and finals, `Done`."""

import json
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from tests.simulators.link import Link
from tests.simulators.listening import Listener, Spoken
from tests.simulators.rest import Reply, Request
from tests.simulators.server import Simulator
from tests.simulators.sound import word
from tests.simulators.tokens import refusal, token
from tests.simulators.voxist_config import complaints

FRAME = 3200
LANGUAGES = (
    *("fr", "fr-medical", "fr-medicalV2-16", "fr-medicalV2-32", "fr-medicalV2-64"),
    *("en", "de", "es", "it", "nl", "pt"),
)
UNSERVED = ("sv", "pl", "ja", "he", "tr")
Step = Literal["finals", "Done!", "close"]


@dataclass(kw_only=True, eq=False)
class Voxist(Simulator):
    """The server; `rest_url` is what /websocket is appended to, `socket_url` the direct address.

    `api_key` is the key of the environment that is simulated: `other_key` is that of the other
    one, and refused. `stale_tokens` is how many good tokens are refused at the handshake.
    `ending` is what follows Done, in that order ("close" left out: Kroko), `drop_done` nothing at
    all. `pace` times real time, plus `burst` seconds, is the most that may be sent (0: any).
    `repeat_final` says a final again, or says it wrong before it says it right; `half_words` gives
    partials the beginning of a word; `redirect` and `error` send such a frame after the first
    final. Counters: `dones`, `eofs`, `frames_before_config`.
    """

    name: ClassVar[str] = "voxist"

    api_key: str = field(default="made-up-voxist-key", repr=False)
    other_key: str = field(default="made-up-voxist-key-of-the-other-environment", repr=False)
    secret: str = field(default="made-up-signing-secret", repr=False)
    engines: Collection[str] = ("voxist-rt-2", "voxist-rt")
    token_seconds: float = 3600.0
    expires_in: bool = True
    stale_tokens: int = 0
    refuse_with: int = 401
    ending: tuple[Step, ...] = ("finals", "Done!", "close")
    drop_done: bool = False
    pace: float = 1.5
    burst: float = 2.0
    repeat_final: Literal["no", "same", "revised"] = "no"
    half_words: bool = True
    segments: bool = True
    mirror: bool = False
    confidence: Literal["absent", "null", "text", "number"] = "absent"
    redirect: bool = False
    error: bool = False
    monotonic: Callable[[], float] = time.monotonic
    pause: float = 0.3

    dones: int = field(default=0, init=False)
    eofs: int = field(default=0, init=False)
    frames_before_config: int = field(default=0, init=False)
    configs: list[dict[str, Any]] = field(default_factory=list, init=False)

    @property
    def rest_url(self) -> str:
        """Return the base of the web service."""
        return self.rest_base

    @property
    def socket_url(self) -> str:
        """Return the whole address of the socket, for a key in the address."""
        return f"{self.socket_base}/ws"

    def answer(self, request: Request) -> Reply:
        """Trade a key for an address with a token."""
        if (request.method, request.path) != ("GET", "/websocket"):
            self.violate(None, f"unknown call {request.method} {request.path}")
            return Reply(404, {})
        if request.query.get("engine") not in self.engines:
            self.violate(None, "websocket: unknown engine")
            return Reply(400, {"error": "unknown engine"})
        if "x-lvl-key" not in request.headers:
            self.violate(None, "websocket: no X-LVL-KEY")
        if request.headers.get("x-lvl-key") != self.api_key:
            return Reply(401, {"error": "unauthorized"})
        made = {"url": f"{self.socket_url}?token={self.token()}"}
        return Reply(
            200, made | ({"expires_in": int(self.token_seconds)} if self.expires_in else {})
        )

    def token(self, seconds: float | None = None) -> str:
        """Return a token that lives so many seconds from now."""
        expires = self.now() + (self.token_seconds if seconds is None else seconds)
        return token(self.secret, expires, number=len(self.calls))

    def admit(self, link: Link) -> int:
        """Check the credential and the parameters of the address."""
        key, given = link.query.pop("api_key", ""), link.query.pop("token", "")
        if link.path != "/ws":
            self.violate(link, "unknown path")
            return 404
        link.state |= {"by": "key" if key else "token", "segment": 0, "since": 0.0}
        if bool(key) == bool(given):
            self.violate(link, "not exactly one of api_key and token")
            return self.refuse_with
        if not set(link.query) <= {"lang", "sample_rate"}:
            self.violate(link, "unknown query")
        if not self._is_good(link, key, given):
            return self.refuse_with
        return self._set_up(link, link.query) if link.query else 0

    def _is_good(self, link: Link, key: str, given: str) -> bool:
        if key:
            return key == self.api_key
        if refusal(given, self.secret, self.now()):
            return False
        self.stale_tokens -= 1
        return self.stale_tokens < 0

    def _set_up(self, link: Link, given: dict[str, Any]) -> int:
        """Take language and rate; return 0 or the close code they earn."""
        if str(given.get("sample_rate", 16000)) != "16000":
            self.violate(link, "a sample rate that is not 16000")
        language = str(given.get("lang", link.state.get("lang", "")))
        if not language:
            return 0
        plain = language if language in LANGUAGES else language.partition("-")[0]
        if plain not in LANGUAGES:
            return 1011 if plain in UNSERVED else 1008
        link.state["lang"] = language
        return 0

    def audio(self, link: Link, frame: bytes) -> bytes:
        """Check a frame's size and pace; it is heard only once the language is known."""
        if link.state.get("short"):
            self.violate(link, "a short frame that was not the last")
        link.state["short"] = len(frame) < FRAME
        if len(frame) > FRAME or len(frame) % 2:
            self.violate(link, f"a frame of {len(frame)} bytes")
        if frame[:4] == b"RIFF":
            self.violate(link, "a WAV header: it would be decoded as audio")
        if link.state.get("done"):
            self.violate(link, "audio after Done")
        self._check_pace(link)
        if "lang" not in link.state:
            self.frames_before_config += 1
            return b""
        return frame

    def _check_pace(self, link: Link) -> None:
        now = self.monotonic()
        elapsed = now - link.state.setdefault("begun", now)
        allowed = self.burst + self.pace * elapsed
        if self.pace and link.audio_bytes / 32000 > allowed and not link.state.get("fast"):
            link.state["fast"] = True
            self.violate(link, f"audio faster than {self.pace} times real time")

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        """Send partials and finals."""
        for spoken in changed:
            if not spoken.final:
                link.say(self._result(link, spoken), after=self.latency, sample=self._sample)
                continue
            self._say_final(link, spoken)

    def _say_final(self, link: Link, spoken: Spoken) -> None:
        right = self._result(link, spoken)
        if self.repeat_final != "no":
            wrong = {**right, "text": f"{right['text']} eh"}
            first = wrong if self.repeat_final == "revised" else right
            link.say(first, after=self.latency, sample=self._sample)
        link.say(right, after=self.latency, sample=self._sample)
        link.state["segment"] += 1
        link.state["since"] = spoken.end
        for kind in ("redirect", "error"):
            if getattr(self, kind) and link.state["segment"] == 1:
                link.say({"type": kind, "url": "ws://127.0.0.1:9/elsewhere", "message": "made up"})

    def text(self, link: Link, message: str) -> None:
        """Take Done, a configuration, or an eof that means nothing."""
        if message == "Done":
            self._done(link)
            return
        try:
            value = json.loads(message)
        except ValueError:
            value = None
        if value == {"eof": 1}:
            self.eofs += 1
        elif isinstance(value, dict) and isinstance(value.get("config"), dict) and len(value) == 1:
            self._configure(link, value["config"])
        else:
            self.violate(link, "unknown text frame")

    def _configure(self, link: Link, config: dict[str, Any]) -> None:
        self.configs.append(config)
        for complaint in complaints(config):
            self.violate(link, complaint)
        before = link.state.get("lang")
        if code := self._set_up(link, config):
            self.end(link, code, "language")
        elif before not in (None, link.state.get("lang")):
            self._move(link)

    def _move(self, link: Link) -> None:
        """Go on at another engine, whose segments and times begin again."""
        self.heard(link, link.listener.finish())
        link.listener = Listener(self.ear, pause=self.pause)
        link.state |= {"segment": 0, "since": 0.0}

    def _done(self, link: Link) -> None:
        self.dones += 1
        if link.state.get("done"):
            self.violate(link, "Done twice")
        link.state["done"] = True
        for step in () if self.drop_done else self.ending:
            if step == "finals":
                self.heard(link, link.listener.finish())
            elif step == "Done!":
                link.say("Done!", after=self.latency)
            else:
                self.end(link, 1000)
                break

    def _result(self, link: Link, spoken: Spoken) -> dict[str, object]:
        words = [(heard.word, heard.start) for heard in spoken.words]
        begun = link.listener.ear.pending
        if self.half_words and not spoken.final and begun is not None:
            number = link.listener.ear.pending_number
            words += [(word(number)[:2], begun)] if number is not None else []
        text = " ".join([spoken.text, *(each for each, _ in words[len(spoken.words) :])])
        return self._message(
            "final" if spoken.final else "partial", text, words, link.state["since"],
            link.state["segment"],
        )  # fmt: skip

    def _message(
        self, kind: str, text: str, words: list[tuple[str, Any]], since: float, segment: int
    ) -> dict[str, object]:
        place: dict[str, object] = {"startedAt": since}
        place |= {"segment": segment} if self.segments else {}
        inner = [{"text": each, "type": "word", **place, "startedAt": at} for each, at in words]
        whole = {"text": f" {text}", "type": "segment", **place}
        message = {**whole, "type": kind, "elements": {"segments": [whole], "words": inner}}
        message |= {"transcript": f" {text}"} if self.mirror else {}
        sure: dict[str, object] = {"null": None, "text": "high", "number": 0.87}
        return message | (
            {} if self.confidence == "absent" else {"confidence": sure[self.confidence]}
        )

    def _sample(self, text: Any, start: Any, end: Any) -> dict[str, object]:
        made = self._message("partial", text, [(text, start)], 0.0, 900)
        return made if isinstance(text, str) and text else {**made, "text": text or None}
