"""A socket address that a service hands out with a token in it, for a key in a header."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.http import Http, HttpRequest
from scribe_app.vendors.common.reading import line, message, seconds
from scribe_app.vendors.common.refusals import not_understood, refusal

_LIFETIME = 3600.0


async def routed(request: HttpRequest, own: str, default: str, http: Http) -> tuple[str, float]:
    """Return the address that a service issues, at the place that is set; raises `ScribeError`.

    With it come the seconds that it is good for, an hour where the service says none.

    `own` is what the settings say and counts where it is not the `default`. The address must lead
    to the service's own site: an answer does not decide where speech is sent.
    """
    reply = await http.send(request)
    if reply.status != 200:
        raise ScribeError(refusal(request.vendor, reply.status, reply.retry_after))
    answer = message(reply.body) or {}
    url, lasts = line(answer.get("url")), seconds(answer.get("expires_in"))
    if not url.startswith(("ws://", "wss://")) or "token" not in query(url):
        raise ScribeError(not_understood(request.vendor))
    if _site(url) != _site(request.url):
        raise ScribeError(not_understood(request.vendor))
    address = url if own == default else with_query(own, query(url))
    return address, _LIFETIME if lasts is None else lasts


def with_query(url: str, more: Mapping[str, str]) -> str:
    """Return an address with more in its query; what it had stays."""
    return urlunsplit(urlsplit(url)._replace(query=urlencode(query(url) | dict(more))))


def query(url: str) -> dict[str, str]:
    """Return the query of an address, nothing for what is no address."""
    try:
        return dict(parse_qsl(urlsplit(url).query))
    except ValueError:
        return {}


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    is_name = not host.replace(".", "").isdigit()
    return ".".join(host.split(".")[-2:]) if is_name else host
