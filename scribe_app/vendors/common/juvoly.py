"""What every version of Juvoly has in common: credentials, the session call, the end by silence."""

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds
from scribe_app.domain.faults import Fault, FaultKind, ScribeError, configuration_fault
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.ports.http import Http, HttpReply, HttpRequest
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Field
from scribe_app.vendors.common import reading
from scribe_app.vendors.common.framing import Framing
from scribe_app.vendors.common.open_lines import OpenLines
from scribe_app.vendors.common.plain import PlainCodec
from scribe_app.vendors.common.reading import line, message
from scribe_app.vendors.common.refusals import not_understood, refusal

API_KEY = Field("api_key", "API key", secret=True, help="From Juvoly, for your organisation.")
CLIENT_ID = Field("client_id", "client ID", help="From Juvoly, beside the API key.")

_TOKEN = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")
"""What may stand in a subprotocol header (RFC 9110 token)."""
_KEY = re.compile(r"[!-~]{1,1000}")
"""What may stand in any header."""

REMARK = "Sends the sound of the consultation to Juvoly, which also writes the note."
CAP_SECONDS = 10.0
"""How long open utterances are waited for, once the audio has ended."""
MUTE_SECONDS = 60.0
PACE = 2.0

_IDLE_SECONDS = 2.0
_TAIL = bytes(2 * 16_000)


def _headers(secrets: Mapping[str, str], key: str) -> tuple[tuple[str, str], ...]:
    return (
        ("X-Juvoly-Api-Key", key),
        ("X-Juvoly-Client-Id", secrets.get("client_id", "")),
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
    )


async def session(
    vendor: str, url: str, secrets: Mapping[str, str], key: str, http: Http
) -> tuple[str, str]:
    """Return client id and a session id that is good for one connection; raises `ScribeError`."""
    client = secrets.get("client_id", "")
    if not _TOKEN.fullmatch(client):
        raise configuration_fault(f"The client ID of {vendor} has characters it cannot have.")
    reply = await http.send(
        HttpRequest(vendor, "POST", url, _headers(secrets, key), json.dumps({}).encode())
    )
    if reply.status not in (200, 201):
        raise ScribeError(refusal(vendor, reply.status, reply.retry_after))
    answer = message(reply.body) or {}
    session_id, answered = (line(answer.get(key)) for key in ("sessionId", "clientId"))
    if not _TOKEN.fullmatch(session_id):
        raise ScribeError(not_understood(vendor))
    return (answered if _TOKEN.fullmatch(answered) else client), session_id


async def user_key(
    vendor: str, url: str, secrets: Mapping[str, str], answers: Mapping[str, str], http: Http
) -> str:
    """Return a user's own key for e-mail and password (seed 001); raises `ScribeError`."""
    pair = f"{answers.get('email', '').strip()}:{answers.get('password', '')}"
    basic = base64.b64encode(pair.encode()).decode()
    headers = (*_headers(secrets, secrets["api_key"]), ("Authorization", f"Basic {basic}"))
    reply = await http.send(HttpRequest(vendor, "GET", url, headers))
    key = line((message(reply.body) or {}).get("userApiKey"))
    if reply.status == 200 and _KEY.fullmatch(key):
        return key
    raise ScribeError(_sign_in_fault(vendor, reply))


def _sign_in_fault(vendor: str, reply: HttpReply) -> Fault:
    if reply.status == 401:
        return Fault(
            FaultKind.ENTITLEMENT,
            False,
            f"{vendor} refused the sign-in: "
            "the e-mail or password is wrong, or there is no subscription.",
        )
    if reply.status == 200:
        return not_understood(vendor)
    return refusal(vendor, reply.status, reply.retry_after)


class JuvolyCodec(PlainCodec):
    """Audio in the chosen form; no message says that it has ended, so silence does."""

    def __init__(self, vendor: str, form: str) -> None:
        super().__init__(vendor)
        self.lines = OpenLines()
        self._framing = Framing(form)
        self._given = self._newest = 0.0

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Send samples; the first frame of a WAV stream carries its header."""
        self._given += to_seconds(len(pcm) // SAMPLE_BYTES)
        yield self._framing.frame(pcm)

    def finish(self) -> Iterable[Frame]:
        """Send a second of silence, so that the last word is followed by a pause."""
        yield self._framing.frame(_TAIL)

    def span(self, value: reading.Message, words: tuple[Word, ...]) -> reading.Span:
        """Return start and end; what has no times lies between the newest final and now."""
        return reading.span(value, words, self._newest, self._given)

    def taken(self, utterance: Utterance, *, is_final: bool) -> Iterator[ev.VendorEvent]:
        """Return what an utterance changes."""
        for event in self.lines.take(utterance, is_final=is_final):
            if isinstance(event, ev.Final):
                self._newest = max(self._newest, utterance.end)
            yield event

    def drained(self, quiet: float) -> bool:
        """Return whether nothing came for 2 s, or for nearly 10 s while an utterance is open."""
        return quiet >= (_IDLE_SECONDS if self.lines.is_empty else CAP_SECONDS - 0.5)
