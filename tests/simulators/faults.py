"""What can be made to go wrong, for one connection or one web request."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from tests.simulators.hostile import ALL

__all__ = ["ALL", "Faults", "RestFaults", "chosen"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What goes wrong on one connection.

    The handshake: `handshake` is an HTTP status sent instead of an upgrade (200 too), with
    `retry_after` and `location` as headers; `mute_handshake` never answers, `drop_handshake` hangs
    up. After it: `never_ready`; `ready_delay` in seconds.

    Then at the trigger, which is `after_words` heard or `after_seconds` of audio received (both 0:
    right after the upgrade, before any greeting): `close` with that code and `reason`; `drop` the
    TCP connection in the middle of a frame; `wedge`: say nothing any more but answer pings;
    `stop_reading` for so many seconds; `block_pings`: read and answer, but no pongs;
    `vanish`: neither read nor write, as with a pulled cable; `uplink` for `uplink_seconds`: read
    at that many times real time only.

    All along: `hostile` messages before the real ones, in turn; messages split into `fragments`
    frames; each transcript message `duplicated`; every second one `reordered` behind the next.
    """

    handshake: int = 0
    retry_after: str = ""
    location: str = ""
    mute_handshake: bool = False
    drop_handshake: bool = False
    never_ready: bool = False
    ready_delay: float = 0.0
    after_words: int = 0
    after_seconds: float = 0.0
    close: int = 0
    reason: str = ""
    drop: bool = False
    wedge: bool = False
    stop_reading: float = 0.0
    block_pings: bool = False
    vanish: bool = False
    uplink: float = 0.0
    uplink_seconds: float = 0.0
    hostile: tuple[str, ...] = ()
    fragments: int = 1
    duplicated: bool = False
    reordered: bool = False

    @property
    def strikes(self) -> bool:
        """Return whether anything happens at the trigger."""
        struck = self.close or self.drop or self.wedge or self.stop_reading
        return bool(struck or self.block_pings or self.vanish)

    def is_due(self, words: int, seconds: float) -> bool:
        """Return whether the trigger has come."""
        wanted = [self.after_words or math.inf, self.after_seconds or math.inf]
        if wanted == [math.inf, math.inf]:
            return self.strikes
        return self.strikes and (words >= wanted[0] or seconds >= wanted[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class RestFaults:
    """What goes wrong with one web request: another answer, or a late one.

    `body` replaces the answer's body as it is, `huge` makes it 8 MiB; `path` limits it to
    requests whose path holds that text (the others do not count).
    """

    status: int = 0
    retry_after: str = ""
    location: str = ""
    body: bytes | None = None
    huge: bool = False
    delay: float = 0.0
    hang_up: bool = False
    path: str = ""


_Fault = TypeVar("_Fault", Faults, RestFaults)
Script: TypeAlias = _Fault | Sequence[_Fault] | Mapping[int, _Fault]


def chosen(script: Script[_Fault], number: int, none: _Fault) -> _Fault:
    """Return what happens the number-th time, from 0: one for all, a list, or a mapping."""
    if isinstance(script, Mapping):
        return script.get(number, none)
    if not isinstance(script, Sequence):
        return script
    return script[number] if number < len(script) else none
