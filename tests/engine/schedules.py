"""Random reconnect schedules: what goes wrong with each line, and how its vendor talks."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from tests.engine.lived import Lived, Scene, lived
from tests.simulators import VENDORS, Faults, RestFaults, Simulator

WORDS = 26
CODES = (1000, 1001, 1006, 1009, 1011, 1012, 1013, 3000, 4000)
STATUSES = (429, 500, 502, 503)

Kind = Callable[[Random], Faults]


def _moment(random: Random) -> dict[str, Any]:
    """Return when it goes wrong: after words, after seconds of sound, or at once."""
    which = random.random()
    if which < 0.5:
        return {"after_words": random.randint(1, 12)}
    return {"after_seconds": random.uniform(0.3, 12.0)} if which < 0.9 else {}


def _drop(random: Random) -> Faults:
    return Faults(drop=True, **_moment(random))


def _close(random: Random) -> Faults:
    code = random.choice(CODES)
    reason = '{"error":"server_overloaded","retryAfterMs":1500}' if code == 1013 else ""
    if code == 1006:
        return _drop(random)
    return Faults(close=code, reason=reason, **_moment(random))


def _mute(random: Random) -> Faults:
    return Faults(wedge=True, **_moment(random))


def _vanish(random: Random) -> Faults:
    return Faults(vanish=True, **_moment(random))


def _no_pongs(random: Random) -> Faults:
    return Faults(block_pings=True, **_moment(random))


def _slow_reader(random: Random) -> Faults:
    return Faults(stop_reading=random.uniform(0.5, 8.0), **_moment(random))


def _refused(random: Random) -> Faults:
    status = random.choice(STATUSES)
    after = random.choice(("", "2", "7", "soon", "1000000000")) if status == 429 else ""
    return Faults(handshake=status, retry_after=after)


def _slow_to_begin(random: Random) -> Faults:
    return random.choice(
        (
            Faults(ready_delay=random.uniform(0.1, 9.0)),
            Faults(never_ready=True),
            Faults(mute_handshake=True),
            Faults(drop_handshake=True),
        )
    )


def _out_of_order(random: Random) -> Faults:
    """Return messages that are repeated or late, on a line that breaks as well."""
    return Faults(
        duplicated=random.random() < 0.7, reordered=random.random() < 0.7, drop=True,
        **_moment(random),
    )  # fmt: skip


KINDS: tuple[Kind, ...] = (
    _drop, _drop, _drop, _close, _close, _mute, _vanish, _no_pongs, _slow_reader, _refused,
    _slow_to_begin, _out_of_order, _out_of_order,
)  # fmt: skip


def server_of(name: str, random: Random, faults: list[Faults]) -> Simulator:
    """Return a vendor with manners of its own."""
    more: dict[str, Any] = {"latency": random.choice((0.0, 0.0, 0.3, 1.2))}
    match name:
        case "voxist":
            more |= {
                "repeat_final": random.choice(("no", "same", "revised")),
                "segments": random.random() < 0.8,
                "ending": random.choice(
                    (("finals", "Done!", "close"), ("Done!", "finals"), ("finals", "close"))
                ),
            }
        case "juvoly-v2":
            more |= {"regress": random.random() < 0.3, "trailing_comma": random.random() < 0.3}
        case "live-api":
            times = random.choice(("chunk", "session"))
            more |= {"times": times, "speakers": random.choice((1, 2))}
    made = VENDORS[name](faults=faults, pause=random.choice((0.3, 0.4, 0.6)), **more)
    if name == "voxist" and any(fault.stop_reading for fault in faults):
        made.pace = 0.0  # what piled up while it did not read is not the client's haste
    if name.startswith("juvoly") and random.random() < 0.2:
        made.rest_faults = [RestFaults(status=random.choice(STATUSES))] * random.randint(1, 3)
    return made


def scene_of(name: str, seed: int) -> Scene:
    """Return the schedule of a seed."""
    random = Random(f"{name} {seed}")
    faults = [random.choice(KINDS)(random) for _ in range(random.randint(1, 7))]
    server = server_of(name, random, faults)
    offline = []
    if random.random() < 0.2:
        began = random.uniform(0.0, 15.0)
        offline.append((began, began + random.uniform(1.0, 20.0)))
    return Scene(
        servers=[server],
        words=WORDS,
        # What takes a minute to notice would be all that such a consultation is about.
        manifests={name: {"mute_seconds": 12.0 if name == "live-api" else 5.0}},
        values=(f"connections={random.choice((1, 2, 2))}",),
        offline=offline,
        before=random.choice((0.0, 0.0, 0.0, 12.0)),
        tail=random.choice((0.3, 1.0, 6.0)),
    )


def complaint(name: str, seed: int, folder: Path) -> str:
    """Return what is wrong with the transcript of a schedule, nothing where it is exact."""
    scene = scene_of(name, seed)
    try:
        made = lived(scene, folder)
    except TimeoutError:
        return "it never ends"
    return verdict(made, scene)


def verdict(made: Lived, scene: Scene) -> str:
    """Return what is wrong, in words."""
    found = []
    wanted = list(range(scene.words))
    if made.words != wanted:
        lost = sorted(set(wanted) - set(made.words))
        twice = sorted({word for word in made.words if made.words.count(word) > 1})
        found.append(f"lost {lost}, doubled {twice}: {made.words}")
    if made.ended is None or not made.ended.confirmed or made.holes:
        found.append(f"not confirmed, holes {made.holes}")
    for server in scene.servers:
        found += [f"{server.name}: {each}" for each in server.violations]
    return "; ".join(found)
