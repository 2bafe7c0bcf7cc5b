"""Everything that makes a vendor unusable, and what is said about it."""

import contextlib
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import trustme

from scribe_app.domain.faults import FaultKind
from tests.engine.vendors import Plan
from tests.simulators import VENDORS, Faults, LiveApi, RestFaults, Simulator
from tests.simulators.__main__ import secrets_of

KEYED = ("juvoly-v1", "juvoly-v2", "voxist")


@dataclass(frozen=True, kw_only=True)
class Failure:
    """A vendor that cannot work; `slow` takes its time to show it."""

    label: str
    vendor: str
    kind: FaultKind
    says: str
    server: dict[str, Any] = field(default_factory=dict)
    values: tuple[str, ...] = ()
    secrets: dict[str, str] | None = None
    tls: Callable[[], tuple[ssl.SSLContext, trustme.CA]] | None = None
    slow: bool = False
    unseen: bool = False

    def made(self, folder: Path) -> tuple[Simulator, Plan]:
        """Return the server and how it is called."""
        folder.mkdir(parents=True, exist_ok=True)
        context, trusted = self._trust(folder)
        more = {"pace": 0.0} if self.vendor == "voxist" else {}
        server = VENDORS[self.vendor](tls=context, **{**more, **self.server})  # type: ignore[arg-type]
        plan = Plan(words=3, ca_file=trusted, values=self.values, secrets=self.secrets)
        return server, plan

    def _trust(self, folder: Path) -> tuple[ssl.SSLContext | None, str]:
        if self.tls is None:
            return None, ""
        context, authority = self.tls()
        authority.cert_pem.write_to_path(str(folder / "ca.pem"))
        return context, str(folder / "ca.pem")


def served(
    name: str = "127.0.0.1", days: tuple[int, int] = (-1, 1), *, by_another: bool = False
) -> Callable[[], tuple[ssl.SSLContext, trustme.CA]]:
    """Return a maker of a server's certificate and of the authority that its client trusts."""

    def made() -> tuple[ssl.SSLContext, trustme.CA]:
        authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        first, last = (datetime.now(UTC) + timedelta(days=each) for each in days)
        authority.issue_cert(name, not_before=first, not_after=last).configure_cert(context)
        return context, trustme.CA() if by_another else authority

    return made


@contextlib.contextmanager
def closed_port() -> Iterator[int]:
    """Hold a port on which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])


def everywhere(url: str, vendor: str) -> tuple[str, ...]:
    """Return settings that lead to an address; `{scheme}` stands for http or ws."""
    web, ws = url.format(scheme="http"), url.format(scheme="ws")
    rest = () if vendor == "live-api" else (f"rest_url={web}",)
    return (*rest, f"socket_url={ws}")


def first_answer(vendor: str, **fault: Any) -> dict[str, Any]:
    """Return a server whose first answer of all, by web or by socket, is a fault, always."""
    if vendor == "live-api":
        return {
            "faults": Faults(**{"handshake" if k == "status" else k: v for k, v in fault.items()})
        }
    return {"rest_faults": RestFaults(**fault)}


NOT_UNDERSTOOD = "answered with something Scribe does not understand"
REFUSED = "refused the credentials; check them in the settings"


def failures(port: int) -> list[Failure]:
    """Return all of them; nobody listens on that port of this machine."""
    found: list[Failure] = []
    for vendor in VENDORS:
        found += _of_every(vendor, port)
    for vendor in KEYED:
        found += _of_web(vendor)
    for vendor in ("juvoly-v1", "juvoly-v2", "live-api"):
        found.append(
            Failure(label="never ready", vendor=vendor, kind=FaultKind.VENDOR,
                    says="did not get ready in time", server={"faults": Faults(never_ready=True)},
                    slow=True)
        )  # fmt: skip
    return [*found, *_of_tokens(), *_of_certificates()]


def each_once(port: int) -> list[Failure]:
    """Return every kind of failure with one vendor, a different one from kind to kind."""
    by_label: dict[str, list[Failure]] = {}
    for each in failures(port):
        by_label.setdefault(each.label, []).append(each)
    return [found[place % len(found)] for place, found in enumerate(by_label.values())]


def _of_every(vendor: str, port: int) -> list[Failure]:
    def one(label: str, kind: FaultKind, says: str, **more: Any) -> Failure:
        return Failure(label=label, vendor=vendor, kind=kind, says=says, **more)

    known = secrets_of(VENDORS[vendor]())
    wrong = {key: known[key] if key == "client_id" else "wrong" for key in known}
    if vendor == "live-api":
        wrong = {"token": LiveApi(secret="another").token()}
    nobody = everywhere("{scheme}://127.0.0.1:" + str(port), vendor)
    nowhere = everywhere("{scheme}s://nobody.invalid", vendor)
    plain = everywhere("{scheme}://192.0.2.1", vendor)
    odd = everywhere("{scheme}://exa mple:99999", vendor)
    over = FaultKind.CAPACITY
    return [
        one("wrong key", FaultKind.AUTH, REFUSED, secrets=wrong),
        one("missing key", FaultKind.AUTH, "enter it in the settings", secrets={}, unseen=True),
        one("refused port", FaultKind.TRANSPORT, "cannot be reached; check the network",
            values=nobody, unseen=True),
        one("unknown host", FaultKind.TRANSPORT, "cannot be reached; check the network",
            values=nowhere, unseen=True),
        one("no TLS", FaultKind.CONFIGURATION, "Without encryption", values=plain, unseen=True),
        one("no address", FaultKind.CONFIGURATION, "is not an address", values=odd, unseen=True),
        one("429", FaultKind.RATE_LIMIT, "too many requests",
            server=first_answer(vendor, status=429, retry_after="120")),
        one("500", FaultKind.VENDOR, "reports an error", server=first_answer(vendor, status=500)),
        one("503", over, "overloaded or down", server=first_answer(vendor, status=503)),
        one("402", FaultKind.ENTITLEMENT, "not paid", server=first_answer(vendor, status=402)),
        one("redirect", FaultKind.CONFIGURATION, "only points elsewhere",
            server=first_answer(vendor, status=302, location="http://127.0.0.1:9/")),
        one("closed at once", FaultKind.VENDOR, "", server={"faults": Faults(close=1011)}),
        one("closed normally", FaultKind.TRANSPORT, "", server={"faults": Faults(close=1000)}),
        one("no upgrade", FaultKind.PROTOCOL, NOT_UNDERSTOOD,
            server={"faults": Faults(handshake=200)}),
        one("hung up", FaultKind.TRANSPORT, "", server={"faults": Faults(drop_handshake=True)}),
        one("mute", FaultKind.VENDOR, "", server={"faults": Faults(mute_handshake=True)},
            slow=True),
        *(
            one(f"handshake {status}", FaultKind.AUTH, REFUSED,
                server={"faults": Faults(handshake=status)})
            for status in (401, 403)
        ),
        *(
            one(f"close {code}", FaultKind.AUTH, REFUSED, server={"faults": Faults(close=code)})
            for code in (1008, 4401, 4403)
        ),
        one("no credit", FaultKind.ENTITLEMENT, "not paid",
            server={"faults": Faults(close=1008, reason="wallet empty")}),
    ]  # fmt: skip


def _of_web(vendor: str) -> list[Failure]:
    def one(label: str, kind: FaultKind, says: str, **fault: Any) -> Failure:
        server = {"rest_faults": RestFaults(**fault)}
        slow = bool(fault.get("delay"))
        return Failure(label=label, vendor=vendor, kind=kind, says=says, server=server, slow=slow)

    return [
        one("web garbage", FaultKind.PROTOCOL, NOT_UNDERSTOOD, body=b"<html>\xff\x00"),
        one("web empty", FaultKind.PROTOCOL, NOT_UNDERSTOOD, body=b""),
        one("web other", FaultKind.PROTOCOL, NOT_UNDERSTOOD, body=b'{"sessionId": {}, "url": []}'),
        one("web huge", FaultKind.PROTOCOL, NOT_UNDERSTOOD, huge=True),
        one("web hung up", FaultKind.PROTOCOL, NOT_UNDERSTOOD, hang_up=True),
        one("web slow", FaultKind.TRANSPORT, "cannot be reached", delay=60.0),
    ]


def _of_tokens() -> list[Failure]:
    def one(label: str, says: str, token: str, **server: Any) -> Failure:
        return Failure(label=label, vendor="live-api", kind=FaultKind.AUTH, says=says,
                       secrets={"token": token}, server=server, unseen=not server)  # fmt: skip

    stranger = LiveApi(secret="another").token()
    codes = (401, 403, 1008, 4401, 4403)
    return [
        one("expired token", "has expired; get a new one", LiveApi().token(-10)),
        one("no token", "paste it again", "no-token-at-all"),
        *(one(f"token refused {c}", REFUSED, stranger, refuse_with=c) for c in codes),
    ]


def _of_certificates() -> list[Failure]:
    def one(label: str, says: str, tls: Any, vendor: str) -> Failure:
        return Failure(label=f"certificate {label}", vendor=vendor, kind=FaultKind.TRANSPORT,
                       says=says, tls=tls)  # fmt: skip

    return [
        each
        for vendor in VENDORS
        for each in (
            one("of others", "is not trusted", served(by_another=True), vendor),
            one("of another name", "is for another address", served("example.org"), vendor),
            one("expired", "computer's clock", served(days=(-9, -2)), vendor),
            one("not yet valid", "computer's clock", served(days=(2, 9)), vendor),
        )
    ]
