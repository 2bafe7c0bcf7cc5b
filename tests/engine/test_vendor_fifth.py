"""A fifth vendor, made up: a manifest, an address, a codec. Nothing else has to know it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from scribe_app.app.choosing import Wishes
from scribe_app.app.follow import Follower
from scribe_app.app.wiring import Workshop, vendors
from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import Capabilities
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, VendorSettings
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import profile
from scribe_app.vendors.common.plain import PlainCodec, PlainVendor
from tests.simulators import Faults, Simulator, running
from tests.simulators.link import Link
from tests.simulators.listening import Spoken
from tests.simulators.sound import numbers, speech, write_wav


class Parrot(PlainVendor):
    """Says back what it hears; would be one file and one line in the registry."""

    manifest = Manifest(
        "parrot", "Parrot", (Model("grey"),), ("nl",), Capabilities(), pace=8.0,
        credentials=(Field("key", "key", secret=True),), settings=(Field("socket_url", "Address"),),
    )  # fmt: skip

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        self.require(settings, secrets)
        return SocketDial("Parrot", settings.values["socket_url"], (("X-Key", secrets["key"]),))

    def codec(self, settings: VendorSettings, clock: Clock) -> PlainCodec:
        return ParrotCodec("Parrot")


class ParrotCodec(PlainCodec):
    """`[]` says ready, `[text, start, end]` an utterance, anything else the end."""

    def finish(self) -> Iterable[Frame]:
        yield "end"

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        match json.loads(frame):
            case []:
                yield ev.Ready()
            case [str(said), float(start), float(end)]:
                yield ev.Final(Utterance(f"{start}", start, end, said))
            case _:
                yield ev.Ended(confirmed=True)


class Perch(Simulator):
    """Its server."""

    def admit(self, link: Link) -> int:
        return 0 if link.headers["x-key"] == "polly" else 401

    def opened(self, link: Link) -> None:
        link.say([])

    def audio(self, link: Link, frame: bytes) -> bytes:
        return frame

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        for each in changed:
            if each.final:
                link.say([each.text, each.start, each.end])

    def text(self, link: Link, message: str) -> None:
        self.heard(link, link.listener.finish())
        link.say("0")


@pytest.mark.parametrize("faults", [(), [Faults(after_words=7, drop=True)]])
def test_a_made_up_vendor(
    faults: list[Faults], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scribe_app.app.wiring.vendors", lambda: (*vendors(), Parrot()))
    source = AudioFile(write_wav(tmp_path / "speech.wav", speech(12)), pace=0.0)
    with running(Perch(faults=faults)) as server:
        wishes = Wishes("parrot", language="nl", values=(f"socket_url={server.socket_base}/",))
        workshop = Workshop(profile(tmp_path), wishes, MemorySecrets())
        workshop.credentials.keep(Parrot.manifest, "key", "polly")
        with Follower(workshop.engine(lambda _: source)) as follower:
            follower.engine.submit(cmd.Start())
            done = follower.finished()
    assert (done.fault, done.ledger.unconfirmed) == (None, 0)
    said = " ".join(each.text for each in done.consultation.transcript.finals)
    assert numbers(said) == list(range(12))
