"""A networked vendor's consultation through the whole engine, against its simulator."""

import ssl
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import trustme

from scribe_app.app.choosing import Wishes
from scribe_app.app.follow import Follower
from scribe_app.app.wiring import Workshop
from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_samples
from scribe_app.domain.folding import folded
from scribe_app.ports.desk import Snapshot
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import profile
from tests.simulators import Simulator, running
from tests.simulators.__main__ import secrets_of, settings_of
from tests.simulators.sound import numbers, speech, write_wav

T = TypeVar("T")

LANGUAGES = {"voxist": "fr"}
WRITE_NOTES = ("juvoly-v1", "juvoly-v2")


def language_of(name: str) -> str:
    return LANGUAGES.get(name, "nl")


def pairs_of(server: Simulator) -> list[str]:
    """Return the settings under which a simulator is found, as the command line takes them."""
    own = settings_of(server)
    return [f"{key}={value}" for key, value in own.items() if key != "token_url"]


def environment_of(server: Simulator) -> dict[str, str]:
    """Return the variables that hold a simulator's credentials."""
    prefix = f"SCRIBE_{server.name}_".upper().replace("-", "_")
    return {f"{prefix}{key.upper()}": value for key, value in secrets_of(server).items()}


def tls(folder: Path, *names: str) -> tuple[ssl.SSLContext, Path]:
    """Return a server's TLS and the CA file that makes it trusted."""
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names or ("127.0.0.1",)).configure_cert(context)
    authority.cert_pem.write_to_path(str(folder / "ca.pem"))
    return context, folder / "ca.pem"


@dataclass
class Consulted:
    """What a consultation gave, and the server's own records."""

    server: Simulator
    plan: "Plan"
    pcm: bytes = field(repr=False)
    events: list[ev.Event] = field(default_factory=list)
    snapshots: list[Snapshot] = field(default_factory=list)

    @property
    def done(self) -> Snapshot:
        return self.snapshots[-1]

    @property
    def words(self) -> list[int]:
        """Return the numbers that stand in the transcript, in its order."""
        finals = self.done.consultation.transcript.finals
        return [number for utterance in finals for number in numbers(utterance.text)]

    def replay_starts(self) -> list[int]:
        """Return where each further epoch began: shortly before what was committed by then."""
        starts = []
        for place, event in enumerate(self.events):
            if isinstance(event, ev.EpochOpened) and event.number:
                committed = to_samples(folded(self.events[:place]).transcript.committed)
                behind = committed - event.start_sample
                assert 9_600 <= behind <= 40_000 or event.start_sample == 0
                starts.append(event.start_sample)
        return starts


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How a consultation is held: `manifest` changes the vendor's, for tests in a hurry."""

    words: int = 12
    pace: float = 0.0
    note: bool = True
    ca_file: str = ""
    fallbacks: Sequence[str] = ()
    values: Sequence[str] = ()
    manifest: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] | None = None
    pings: tuple[float, float] | None = None


def workshop_for(folder: Path, server: Simulator, plan: Plan) -> Workshop:
    """Return a workshop whose settings lead to a simulator, with its credentials in memory."""
    place = profile(folder)
    place.prepare()
    place.settings_file.write_text(f'ca_file = "{plan.ca_file}"\n')
    values = (*pairs_of(server), *plan.values)
    name = server.name
    wishes = Wishes(name, None, language_of(name), values, plan.fallbacks, plan.note)
    workshop = Workshop(place, wishes, MemorySecrets(), folder / "no-policy.toml")
    vendor = workshop.vendors[name]
    secrets = secrets_of(server) if plan.secrets is None else plan.secrets
    for key, value in secrets.items():
        workshop.credentials.keep(vendor.manifest, key, value)
    vendor.manifest = replace(vendor.manifest, **plan.manifest)  # type: ignore[misc]
    if plan.pings is not None:
        _ping(vendor, plan.pings)
    return workshop


def _ping(vendor: Any, seconds: tuple[float, float]) -> None:
    dial = vendor.dial

    async def dialled(*arguments: Any) -> Any:
        made = await dial(*arguments)
        return replace(made, ping_seconds=seconds[0], pong_seconds=seconds[1])

    vendor.dial = dialled


def consulted(
    folder: Path,
    server: Simulator,
    plan: Plan | None = None,
    watch: Callable[[Consulted, Snapshot], None] | None = None,
) -> Consulted:
    """Hold a consultation of numbered words with a simulator that is not yet running."""
    plan = plan or Plan()
    folder.mkdir(parents=True, exist_ok=True)
    made = Consulted(server, plan, speech(plan.words))
    source = AudioFile(write_wav(folder / "speech.wav", made.pcm), pace=plan.pace)
    with running(server):
        workshop = workshop_for(folder, server, plan)

        def see(snapshot: Snapshot) -> None:
            made.snapshots.append(snapshot)
            if watch is not None:
                watch(made, snapshot)

        with Follower(workshop.engine(lambda _: source, made.events.append)) as follower:
            follower.engine.subscribe(see)
            follower.engine.submit(cmd.Start())
            made.snapshots.append(follower.finished())
    return made


def at_once(jobs: dict[str, Callable[[], T]], threads: int = 8) -> dict[str, T | Exception]:
    """Return what every job returned or raised, by its name; several run side by side."""
    with ThreadPoolExecutor(threads, "job") as pool:
        futures = {name: pool.submit(job) for name, job in jobs.items()}
    return {name: _result(future) for name, future in futures.items()}


def _result(future: Any) -> Any:
    error = future.exception()
    return error if error is not None else future.result()
