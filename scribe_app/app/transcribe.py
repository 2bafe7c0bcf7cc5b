"""`scribe-app transcribe`: an audio file through the same engine as the window."""

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

from scribe_app.app import formats
from scribe_app.app.choosing import Wishes
from scribe_app.app.collector import spare_what_is_loaded
from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.app.fhir import as_fhir
from scribe_app.app.follow import Follower, Output, TextFollower
from scribe_app.app.logged import logged
from scribe_app.app.passphrase import open_vault
from scribe_app.app.wiring import Workshop
from scribe_app.domain import commands as cmd
from scribe_app.domain.events import Event
from scribe_app.domain.faults import storage_fault
from scribe_app.domain.layout import note_layout
from scribe_app.engine import journal
from scribe_app.ports.desk import Snapshot
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.paths import profile


def run(arguments: argparse.Namespace) -> int:
    """Transcribe one file; faults end it with their own exit status, after what was heard."""
    source = AudioFile(arguments.audio, pace=arguments.pace)
    try:
        workshop = Workshop(profile(arguments.profile), _wishes(arguments))
        open_vault(workshop, prompt=True)
        with logged(workshop.profile.logs), _output(arguments.out) as out:
            snapshot = _transcribed(workshop, source, arguments, out)
            return _reported(snapshot, arguments, out)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise storage_fault("The transcript cannot be written to its end.") from error
    finally:
        source.close()


def _wishes(arguments: argparse.Namespace) -> Wishes:
    return Wishes(
        vendor=arguments.vendor,
        model=arguments.model,
        language=arguments.language,
        values=tuple(arguments.set),
        fallbacks=tuple(arguments.fallback),
        note=arguments.note,
    )


def _transcribed(
    workshop: Workshop, source: AudioFile, arguments: argparse.Namespace, out: TextIO
) -> Snapshot:
    output = Output()
    engine = workshop.engine(lambda _: source, observer=_observer(arguments, out, output))
    spare_what_is_loaded()
    text = TextFollower(out) if arguments.format == "text" else None
    with Follower(engine, text, output) as follower:
        engine.submit(cmd.Start())
        return follower.finished()


def _observer(
    arguments: argparse.Namespace, out: TextIO, output: Output
) -> Callable[[Event], None] | None:
    if arguments.format != "jsonl":
        return None

    def write(event: Event) -> None:
        out.write(journal.encode(event).decode() + "\n")
        out.flush()

    return lambda event: output.tell(lambda: write(event))


def _reported(snapshot: Snapshot, arguments: argparse.Namespace, out: TextIO) -> int:
    consultation, fault = snapshot.consultation, snapshot.fault
    finals = consultation.transcript.finals
    match arguments.format:
        case "text" if not consultation.note.is_empty:
            out.write("\n" + note_layout(consultation.note) + "\n")
        case "json":
            warnings = (fault.sentence,) if fault else ()
            out.write(formats.as_json(consultation, snapshot.ledger, warnings))
        case "srt":
            out.write(formats.as_srt(finals))
        case "vtt":
            out.write(formats.as_vtt(finals))
        case "fhir":
            out.write(as_fhir(consultation))
    out.flush()
    if fault is None:
        return ExitCode.DONE
    sys.stderr.write(f"scribe-app: {fault.sentence}\n")
    return code_for(fault.kind)


def _output(path: Path | None) -> AbstractContextManager[TextIO]:
    if path is None:
        return nullcontext(sys.stdout)
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise storage_fault(f"{path.name} cannot be written there.") from error
