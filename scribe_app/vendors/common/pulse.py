"""How long a server may stand still before its line counts as dead."""

from dataclasses import replace

from scribe_app.ports.transport import SocketDial
from scribe_app.ports.vendor import Field
from scribe_app.vendors.common.fields import choice

_PINGS = {"patient": (20.0, 60.0), "strict": (2.0, 2.5)}


def patience() -> Field:
    """Return the field of it: a server that computes on its own loop answers pings late.

    From outside nobody can tell it from one that hangs, so whoever runs it has to say.
    """
    hint = "Strict: a server that stands still for 6 seconds is given up."
    return choice("patience", "Silent server", "patient", "strict", hint=hint)


def pinged(dial: SocketDial, chosen: str) -> SocketDial:
    """Return a dial with the pings of what was chosen."""
    ping, pong = _PINGS[chosen]
    return replace(dial, ping_seconds=ping, pong_seconds=pong)
