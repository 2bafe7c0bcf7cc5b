"""What breaks inside Scribe itself ends the consultation with a sentence, never with a hang."""

from pathlib import Path

from scribe_app.app.follow import Follower
from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.session import Phase
from scribe_app.system.audio_file import AudioFile
from tests.engine.vendors import Plan, workshop_for
from tests.gates import LogGate
from tests.simulators import JuvolyV2, running
from tests.simulators.sound import speech, write_wav


def test_a_session_that_breaks_is_over(tmp_path: Path, log_gate: LogGate) -> None:
    log_gate.expect("unexpected-error")

    def stumble(event: ev.Event) -> None:
        if isinstance(event, ev.Ended):
            raise LookupError("a bug")

    source = AudioFile(write_wav(tmp_path / "speech.wav", speech(3)), pace=0.0)
    with running(JuvolyV2()) as server:
        workshop = workshop_for(tmp_path, server, Plan(manifest={"pace": 6.0}))
        with Follower(workshop.engine(lambda _: source, stumble)) as follower:
            follower.engine.submit(cmd.Start())
            done = follower.finished()
    assert done.fault is not None
    assert done.fault.sentence.startswith("Something went wrong inside Scribe")
    assert done.state.phase is Phase.IDLE


def test_a_codec_that_breaks_loses_one_message(tmp_path: Path, log_gate: LogGate) -> None:
    log_gate.expect("unexpected-error")
    source = AudioFile(write_wav(tmp_path / "speech.wav", speech(6)), pace=0.0)
    with running(JuvolyV2()) as server:
        workshop = workshop_for(tmp_path, server, Plan(manifest={"pace": 6.0}))
        vendor = workshop.vendors["juvoly-v2"]
        made, stumbled = vendor.codec, []

        def codec(*arguments: object) -> object:
            real = made(*arguments)  # type: ignore[arg-type]
            receive = real.receive

            def once(frame: str | bytes) -> object:
                if "transcript" in str(frame) and not stumbled:
                    stumbled.append(True)
                    raise ValueError("a bug")
                return receive(frame)

            real.receive = once  # type: ignore[method-assign,assignment]
            return real

        vendor.codec = codec  # type: ignore[method-assign,assignment]
        with Follower(workshop.engine(lambda _: source)) as follower:
            follower.engine.submit(cmd.Start())
            done = follower.finished()
    assert stumbled
    assert done.fault is None
    assert done.ledger.unconfirmed == 0
