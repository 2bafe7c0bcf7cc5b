"""Which addresses may be called: with TLS any, without it this machine and allowed hosts."""

import ipaddress
from collections.abc import Collection
from urllib.parse import urlsplit

from scribe_app.domain.faults import configuration_fault
from scribe_app.system.network.trouble import bad_address

_PLAIN = frozenset({"http", "ws"})
_WEB, _SOCKET = frozenset({"https", "http"}), frozenset({"wss", "ws"})


def web_host(url: str, vendor: str, plain_hosts: Collection[str] = ()) -> str:
    """Return the host of an http address that may be called; raises `ScribeError`."""
    return _checked(url, vendor, _WEB, plain_hosts)


def socket_host(url: str, vendor: str, plain_hosts: Collection[str] = ()) -> str:
    """Return the host of a WebSocket address that may be called; raises `ScribeError`."""
    return _checked(url, vendor, _SOCKET, plain_hosts)


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _checked(url: str, vendor: str, schemes: frozenset[str], plain_hosts: Collection[str]) -> str:
    scheme, host = _parts(url)
    if scheme not in schemes or not host:
        raise bad_address(vendor)
    allowed = is_loopback(host) or host in {each.strip().lower() for each in plain_hosts}
    if scheme in _PLAIN and not allowed:
        raise configuration_fault(
            f"Without encryption {vendor} may not be reached; "
            "use wss:// or https://, or allow the host in the settings."
        )
    return host


def _parts(url: str) -> tuple[str, str]:
    """Return scheme and host, both empty for what is no address."""
    if any(character.isspace() or not character.isprintable() for character in url):
        return "", ""
    try:
        parts = urlsplit(url)
        port_is_one = parts.port is None or 0 < parts.port < 65536
        return (parts.scheme, parts.hostname or "") if port_is_one else ("", "")
    except ValueError:
        return "", ""
