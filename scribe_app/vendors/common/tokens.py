"""A bearer token: pasted, or bought at a token address and renewed before it expires."""

import json
import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from urllib.parse import urlencode

from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.ports.http import Http, HttpReply, HttpRequest
from scribe_app.ports.vendor import Field
from scribe_app.vendors.common import jwt
from scribe_app.vendors.common.fields import yes_or_no
from scribe_app.vendors.common.plain import missing
from scribe_app.vendors.common.reading import line, message, seconds
from scribe_app.vendors.common.refusals import not_understood, refusal, refused_key

CREDENTIALS = (
    Field("token", "token", secret=True, optional=True, help="A JSON Web Token."),
    Field("client_id", "client ID", optional=True, help="For the token address."),
    Field("client_secret", "client secret", secret=True, optional=True),
    Field("email", "e-mail", optional=True, help="Where the token address wants a person."),
    Field("password", "password", secret=True, optional=True),
)
IN_ADDRESS = yes_or_no(
    "auth_in_address", "Token in the address", "Only for servers that want it there."
)
Seconds = Callable[[], float]
"""A clock."""

_TOKEN = re.compile(r"[!-~]{1,8000}")
_EARLY_SECONDS = 300.0
_SOON_SECONDS = 3600.0
_LIFETIME = 3600.0


class TokenOffice:
    """Keeps the newest bought token in memory, nowhere else.

    How long it lasts is counted on a clock that nobody sets: the computer's may be wrong.
    """

    def __init__(self, vendor: str, wall: Seconds, clock: Seconds) -> None:
        self._vendor = vendor
        self._wall = wall
        self._clock = clock
        self._bought = ""
        self._until = 0.0
        self._by: HttpRequest | None = None
        self._is_fresh = False

    async def token(self, url: str, secrets: Mapping[str, str], http: Http) -> str:
        """Return a token that has not expired; raises `ScribeError`."""
        fault = self._trouble(url, secrets, self._wall())
        if fault is not None:
            raise ScribeError(fault)
        if not _buys(url, secrets):
            return secrets["token"]
        request = _request(self._vendor, url, secrets)
        stays = self.lasts >= _EARLY_SECONDS
        self._is_fresh = not (self._bought and stays and request == self._by)
        if self._is_fresh:
            await self._buy(request, http)
        return self._bought

    @property
    def lasts(self) -> float:
        """Return for how many seconds the bought token is good, 0 without one."""
        return max(0.0, self._until - self._clock()) if self._bought else 0.0

    def forget(self) -> bool:
        """Buy anew next time; return whether that may help, the last token being an older one."""
        may_help = bool(self._bought) and not self._is_fresh
        self._bought = ""
        return may_help

    def forewarning(self, url: str, secrets: Mapping[str, str], now: float) -> Fault | None:
        """Return what is wrong with what is there, also what soon will be."""
        fault = self._trouble(url, secrets, now)
        until = None if _buys(url, secrets) else jwt.expiry(secrets.get("token", ""))
        if fault is None and until is not None and until - now < _SOON_SECONDS:
            sentence = (
                f"The token of {self._vendor} expires within the hour; "
                "get a new one before you record."
            )
            return Fault(FaultKind.AUTH, True, sentence)
        return fault

    def _trouble(self, url: str, secrets: Mapping[str, str], now: float) -> Fault | None:
        if _buys(url, secrets):
            return None
        token = secrets.get("token", "")
        if not token:
            return missing(self._vendor, "token")
        if not jwt.is_usable(token):
            sentence = f"What {self._vendor} has as its token is none; paste it again."
            return Fault(FaultKind.AUTH, False, sentence)
        until = jwt.expiry(token)
        if until is not None and until <= now:
            sentence = f"The token of {self._vendor} has expired; get a new one in the settings."
            return Fault(FaultKind.AUTH, False, sentence)
        return None

    async def _buy(self, request: HttpRequest, http: Http) -> None:
        reply = await http.send(request)
        if reply.status not in (200, 201):
            raise ScribeError(refusal(self._vendor, reply.status, reply.retry_after))
        answer = message(reply.body) or {}
        if answer.get("success") is False:
            raise ScribeError(refused_key(self._vendor))
        token = line(answer.get("access_token")) or line(answer.get("token"))
        if not _TOKEN.fullmatch(token):
            raise ScribeError(not_understood(self._vendor))
        lasts = jwt.lifetime(token, self._server_time(reply))
        if lasts is None:
            lasts = seconds(answer.get("expires_in"))
        self._until = self._clock() + (_LIFETIME if lasts is None else lasts)
        self._bought, self._by = token, request

    def _server_time(self, reply: HttpReply) -> float:
        """Return the Unix time of an answer by the server's clock, by ours where it says none."""
        try:
            return parsedate_to_datetime(reply.headers.get("date", "")).timestamp()
        except (ValueError, TypeError, OverflowError):
            return self._wall()


def _buys(url: str, secrets: Mapping[str, str]) -> bool:
    client = secrets.get("client_id") and secrets.get("client_secret")
    return bool(url and (client or (secrets.get("email") and secrets.get("password"))))


def _request(vendor: str, url: str, secrets: Mapping[str, str]) -> HttpRequest:
    """Return client credentials as a form (RFC 6749), or e-mail and password as JSON."""
    if secrets.get("client_id") and secrets.get("client_secret"):
        form = {"grant_type": "client_credentials"} | {
            key: secrets[key] for key in ("client_id", "client_secret")
        }
        kind = (("Content-Type", "application/x-www-form-urlencoded"),)
        return HttpRequest(vendor, "POST", url, kind, urlencode(form).encode())
    login = {key: secrets[key] for key in ("email", "password")} | {"remember": False}
    kind = (("Content-Type", "application/json"),)
    return HttpRequest(vendor, "POST", url, kind, json.dumps(login).encode())
