"""Juvoly V1: path authentication, a WAV stream, sentences in lists whose names nobody knows."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from tests.simulators.juvoly import Juvoly, shares
from tests.simulators.link import Link
from tests.simulators.listening import Spoken
from tests.simulators.rest import Reply, Request
from tests.simulators.wav import Decoder, Form

Wrappers = tuple[str, str, str, str]

_TRANSCRIPTS = ("transcript", "transcription", "data", "payload", "result")
_SUMMARIES = ("summary", "summarization", "result", "data")
_CONTENTS = ("summary", "content", "output")
_EPISODES = ("episodes", "items", "problems")


@dataclass(kw_only=True, eq=False)
class JuvolyV1(Juvoly):
    """The server; `rest_url` is what /session is appended to, `socket_url` /<client>/<session>.

    `wrappers` are the names around transcripts, summaries, their content and the list of
    episodes; left out, they are drawn from `seed`. `flat` uses none. `completed` is sent as
    delta or cumulative; `sentences` as objects, plain strings, or one single object instead of a
    list; `idx_reset` starts idx again after so many sentences. `expects` is the audio's form.
    """

    name: ClassVar[str] = "juvoly-v1"

    seed: int = 0
    wrappers: Wrappers | None = None
    flat: bool = False
    completed: Literal["delta", "cumulative"] = "delta"
    sentences: Literal["object", "string", "single"] = "object"
    speaker: Literal["null", "int", "str", "absent"] = "null"
    first_idx: int = 49
    idx_reset: int = 0
    expects: Form | None = Form.WAV_STREAM

    _names: Wrappers = field(default=("", "", "", ""), init=False, repr=False)

    def __post_init__(self) -> None:
        draw = random.Random(self.seed)
        drawn = tuple(map(draw.choice, (_TRANSCRIPTS, _SUMMARIES, _CONTENTS, _EPISODES)))
        self._names = self.wrappers or drawn  # type: ignore[assignment]

    @property
    def rest_url(self) -> str:
        """Return the base of the web service."""
        return f"{self.rest_base}/api/authentication"

    @property
    def socket_url(self) -> str:
        """Return the base of the socket."""
        return f"{self.socket_base}/ws/speech"

    def answer(self, request: Request) -> Reply:
        """Create sessions."""
        if (request.method, request.path) == ("POST", "/api/authentication/session"):
            return self.session_reply(request)
        self.violate(None, f"unknown call {request.method} {request.path}")
        return Reply(404, {})

    def admit(self, link: Link) -> int:
        """Check the path, which is all there is."""
        parts = link.path.split("/")
        if len(parts) != 5 or parts[:3] != ["", "ws", "speech"]:
            self.violate(link, "unknown path")
            return 404
        link.path = "/ws/speech"  # the rest is secret
        if link.query or "sec-websocket-protocol" in link.headers:
            self.violate(link, "a query or a subprotocol, where the path is all")
        link.state |= {"decoder": Decoder(), "done": []}
        return self.claim(link, parts[3], parts[4])

    def audio(self, link: Link, frame: bytes) -> bytes:
        """Decode whatever comes."""
        if self.is_early(link, "audio"):
            return b""
        pcm, form = self.decoded(link, frame), link.state["decoder"].form
        if self.expects not in (None, form) and not link.state.get("form"):
            link.state["form"] = True
            self.violate(link, f"audio as {form}, not {self.expects}")
        return pcm

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        """Send the sentences that are complete and those that are not."""
        for spoken in changed:
            if spoken.final:
                link.state["done"].append(spoken)
        if not changed:
            return
        finals = [spoken for spoken in changed if spoken.final]
        done = link.state["done"] if self.completed == "cumulative" else finals
        buffered = [link.listener.open] if link.listener.open else []
        message = self._transcript(
            list(map(self._sentence, done)), list(map(self._sentence, buffered))
        )
        link.say(message, after=self.latency, sample=self._sample)

    def text(self, link: Link, message: str) -> None:
        """Write a note."""
        request = self.parsed(link, message)
        if self.is_early(link, "text") or not request:
            return
        if request["type"] != "summarize" or not self._is_good(link, request):
            self.violate(link, "unknown or malformed request")
            return
        wanted = request["request"]
        self.requests.append(wanted["template"])
        content = self._content(link, wanted["template"], wanted.get("episodeCount", 1))
        empty = self._summary(wanted["template"], {self._names[3]: []})
        self.say_summary(link, self._summary(wanted["template"], content), empty)

    def _is_good(self, link: Link, request: dict[str, object]) -> bool:
        wanted = request.get("request")
        if not isinstance(wanted, dict) or set(request) != {"type", "request"}:
            return False
        if "episodeCount" in wanted and not _is_count(wanted["episodeCount"]):
            self.violate(link, "episodeCount that is no whole number from 1: leave it out")
            return False
        known = wanted.get("template") in ("soap", "meeting", "dictation")
        return known and wanted.get("modelSize") == "large" and set(wanted) <= {
            "template", "modelSize", "episodeCount"
        }  # fmt: skip

    def _content(self, link: Link, template: str, episodes: int) -> dict[str, object]:
        parts = shares(link.listener.said, episodes)
        if template == "soap":
            return {self._names[3]: [dict(zip("SOEP", part, strict=True)) for part in parts]}
        if template == "meeting":
            return {"title": "Overleg", "points": parts[0]}
        return {"text": " ".join(part for part in parts[0] if part)}

    def _summary(self, template: str, content: dict[str, object]) -> dict[str, object]:
        if self.flat:
            return {"type": "summarization", "template": template, **content}
        inner = {"template": template, self._names[2]: content}
        return {"type": "summarization", self._names[1]: inner}

    def _transcript(self, completed: list[object], buffered: list[object]) -> dict[str, object]:
        lists: dict[str, object] = {"completed": completed, "buffered": buffered}
        if self.sentences == "single":
            lists = {name: few[-1] if len(few) == 1 else few or None for name, few in
                     (("completed", completed), ("buffered", buffered))}  # fmt: skip
        return {"type": "transcript", **(lists if self.flat else {self._names[0]: lists})}

    def _idx(self, index: int) -> int:
        return self.first_idx + (index % self.idx_reset if self.idx_reset else index)

    def _sentence(self, spoken: Spoken) -> object:
        if self.sentences == "string":
            return spoken.text
        words = [(heard.word, heard.start, heard.end) for heard in spoken.words]
        speaker = {"null": None, "int": spoken.index % 2, "str": f"SPK{spoken.index % 2}"}
        made = _sentence(self._idx(spoken.index), spoken.text, words)
        return made if self.speaker == "absent" else {**made, "speaker": speaker[self.speaker]}

    def _sample(self, text: str, start: object, end: object) -> dict[str, object]:
        made = _sentence(self.first_idx + 9000, text, [(text, start, end)])
        return self._transcript([], [made])


def _sentence(
    idx: int, text: str, words: Sequence[tuple[str, object, object]]
) -> dict[str, object]:
    inner = [{"idx": 0, "start": start, "end": end, "word": word} for word, start, end in words]
    return {
        "idx": idx, "start": words[0][1], "end": words[-1][2], "sentence": text,
        "words": inner,
    }  # fmt: skip


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
