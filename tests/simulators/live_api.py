"""Live API (MediSync): a JWT, whole WAV files of 1-5 s, text in brackets, nothing partial."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from tests.simulators.link import Link
from tests.simulators.listening import Listener, Spoken
from tests.simulators.rest import Reply, Request
from tests.simulators.server import Simulator
from tests.simulators.tokens import expiry, refusal, token
from tests.simulators.wav import Decoder, Form

_SHORTEST, _LONGEST = 1.0, 5.0


@dataclass(kw_only=True, eq=False)
class LiveApi(Simulator):
    """The server; `socket_url` is the whole address, `login_url` and `token_url` make tokens.

    `token_by` is where the token may stand; `refuse_with` how a bad one is refused (HTTP status
    or close code); `expects` the audio's form. Each chunk is recognised by itself, so a word cut
    in two is lost, unless `across_chunks`. `times` are relative to the chunk or the session;
    `speakers` how many take turns by utterance, `relabel` after how many chunks their numbers
    swap; `labels` how they look; `silent` what a chunk without speech gets. With `latency`, chunks
    queue up: each takes that long. Tokens live `token_seconds`; one that runs out while the line
    is open ends it where the server `hangs_up`.
    """

    name: ClassVar[str] = "live-api"

    secret: str = field(default="made-up-signing-secret", repr=False)
    email: str = "huisarts@example.org"
    password: str = field(default="made-up-password", repr=False)
    client_id: str = "clinic-1"
    client_secret: str = field(default="made-up-client-secret", repr=False)
    token_by: Literal["either", "header", "query"] = "either"
    token_seconds: float = 3600.0
    algorithm: Literal["HS256", "RS256"] = "HS256"
    refuse_with: int = 401
    expects: Form | None = Form.WAV_PER_CHUNK
    across_chunks: bool = False
    times: Literal["chunk", "session"] = "chunk"
    speakers: int = 1
    relabel: int = 0
    labels: Literal["SPEAKER_0", "SPEAKER_00", "UNKNOWN", "none"] = "SPEAKER_0"
    silent: Literal["nothing", "warning"] = "nothing"
    skew: float = 0.0
    hangs_up: bool = False
    monotonic: Callable[[], float] = time.monotonic

    @property
    def socket_url(self) -> str:
        """Return the whole address of the socket."""
        return f"{self.socket_base}/ws/transcribe"

    @property
    def rest_url(self) -> str:
        """Return the base of the web service."""
        return self.rest_base

    @property
    def login_url(self) -> str:
        """Return where e-mail and password buy a token."""
        return f"{self.rest_base}/api/login"

    @property
    def token_url(self) -> str:
        """Return where client id and secret buy a token."""
        return f"{self.rest_base}/token"

    def token(self, seconds: float | None = None, *, algorithm: str = "") -> str:
        """Return a token that lives so many seconds from now (negative: expired)."""
        expires = self.now() + (self.token_seconds if seconds is None else seconds)
        kind = algorithm or self.algorithm
        issued = int(self.now())
        return token(self.secret, expires, algorithm=kind, sub="user-1", iat=issued)

    def answer(self, request: Request) -> Reply:
        """Hand out tokens."""
        match request.method, request.path:
            case "POST", "/api/login":
                return self._login(request)
            case "POST", "/token":
                return self._client_token(request)
        self.violate(None, f"unknown call {request.method} {request.path}")
        return Reply(404, {})

    def _login(self, request: Request) -> Reply:
        given = request.json
        if not isinstance(given, dict) or "json" not in request.headers.get("content-type", ""):
            self.violate(None, "login: no JSON object")
            return Reply(422, {"detail": "malformed"})
        if not set(given) <= {"email", "password", "remember"}:
            self.violate(None, "login: unknown fields")
        if (given.get("email"), given.get("password")) != (self.email, self.password):
            return Reply(401, {"success": False})
        return Reply(200, {"success": True, "token": self.token(), "uid": "user-1"})

    def _client_token(self, request: Request) -> Reply:
        given = request.form
        if "form" not in request.headers.get("content-type", ""):
            self.violate(None, "token: no form")
        if given.get("grant_type", "client_credentials") != "client_credentials":
            self.violate(None, "token: unknown grant type")
        pair = request.basic or (given.get("client_id"), given.get("client_secret"))
        if pair != (self.client_id, self.client_secret):
            return Reply(401, {"error": "invalid_client"})
        seconds = int(self.token_seconds)
        return Reply(
            200, {"access_token": self.token(), "token_type": "Bearer", "expires_in": seconds}
        )

    def admit(self, link: Link) -> int:
        """Check path and token."""
        if link.path != "/ws/transcribe":
            self.violate(link, "unknown path")
            return 404
        header = link.headers.pop("authorization", "")
        query = link.query.pop("token", "")
        link.state |= {"by": "header" if header else "query", "chunks": 0, "busy": 0.0}
        link.state |= {"decoder": Decoder(), "last": 0.0}
        if header and query:
            self.violate(link, "the token both in header and address")
        if self.token_by != "either" and self.token_by != link.state["by"]:
            self.violate(link, f"the token not by {self.token_by}")
            return self.refuse_with
        scheme, _, given = header.partition(" ") if header else ("Bearer", "", query)
        wrong = refusal(given, self.secret, self.now()) if given else "no token"
        link.state["until"] = 0.0 if wrong else expiry(given)
        return self.refuse_with if wrong or scheme != "Bearer" else 0

    def opened(self, link: Link) -> None:
        """Send the session's id, at once."""
        session = f"550e8400-e29b-41d4-a716-4466554400{link.number:02d}"
        message = {"type": "session_init", "session_id": session}
        link.say(message, after=link.faults.ready_delay)

    def audio(self, link: Link, frame: bytes) -> bytes:
        """Decode one chunk and check its form and length."""
        if self.hangs_up and self.now() >= link.state["until"]:
            self.violate(link, "audio under a token that has expired")
            self.end(link, 1008, "token expired")
        decoder: Decoder = link.state["decoder"]
        if decoder.form is not Form.WAV_PER_CHUNK:
            decoder = link.state["decoder"] = Decoder()
        pcm = decoder.decode(frame)
        while decoder.complaints:
            self.violate(link, decoder.complaints.pop())
        if self.expects not in (None, decoder.form):
            self.violate(link, f"chunk as {decoder.form}, not {self.expects}")
        seconds = len(pcm) / 32000
        if not _SHORTEST <= seconds <= _LONGEST:
            self.violate(link, f"chunk of {seconds:.2f} s")
        link.state |= {"from": link.state["last"], "last": link.state["last"] + seconds}
        link.state["chunks"] += 1
        if not self.across_chunks:
            begun = round(link.state["from"] * 16000)
            link.listener = Listener(self.ear, begun, pause=self.pause)
        return pcm

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        """Answer a chunk, after those before it."""
        finals = [each for each in changed if each.final]
        finals += [] if self.across_chunks else link.listener.finish()
        now = self.monotonic()
        link.state["busy"] = max(now, link.state["busy"]) + self.latency
        after = link.state["busy"] - now
        if finals:
            text = "\n".join(self._line(link, each) for each in finals)
            link.say(self._message(link, text), after=after, sample=self._sample)
        elif self.silent == "warning":
            link.say({"type": "warning", "message": "No speech detected"}, after=after)

    def _line(self, link: Link, spoken: Spoken) -> str:
        link.state["turns"] = link.state.get("turns", -1) + 1
        swapped = self.relabel and (link.state["chunks"] - 1) // self.relabel
        who = (link.state["turns"] + swapped) % max(1, self.speakers)
        label = {"SPEAKER_0": f"SPEAKER_{who}", "SPEAKER_00": f"SPEAKER_{who:02d}"}
        begun = link.state["from"] if self.times == "chunk" else 0.0
        start, end = max(0.0, spoken.start - begun), max(0.0, spoken.end - begun)
        if self.labels == "none":
            return spoken.text
        return f"[{label.get(self.labels, 'UNKNOWN')} | {start:.3f} --> {end:.3f}]: {spoken.text}"

    def _message(self, link: Link | None, text: object) -> dict[str, object]:
        number = link.state["chunks"] if link else 0
        return {
            "type": "transcription",
            "text": text,
            "timestamp": round(self.now() + self.skew, 3),
            "audio_file": f"audio_chunks/session_{number:06d}.wav",
        }

    def _sample(self, text: Any, start: Any, end: Any) -> dict[str, object]:
        if not isinstance(text, str):
            return self._message(None, text)
        return self._message(None, f"[SPEAKER_0 | {start} --> {end}]: {text}" if text else None)
