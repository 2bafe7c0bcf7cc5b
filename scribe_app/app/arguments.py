"""The command line, as the contract has it."""

import argparse
from pathlib import Path

from scribe_app import __version__

FORMATS = ("text", "json", "jsonl", "srt", "vtt", "fhir")


def pace(text: str) -> float:
    """Return the factor of real time: realtime is 1, max is 0 (no limit)."""
    if text == "realtime":
        return 1.0
    if text == "max":
        return 0.0
    factor = float(text)
    if not 0 < factor < 1000:
        raise ValueError
    return factor


def parser() -> argparse.ArgumentParser:
    """Return the parser of every sub-command; without one the window opens."""
    common = _common(argparse.SUPPRESS)
    root = argparse.ArgumentParser(
        prog="scribe-app",
        parents=[_common(None)],
        description="Record a consultation, see the words, get a SOEP note.",
    )
    root.add_argument("--version", action="version", version=f"scribe-app {__version__}")
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    _transcribe(commands.add_parser("transcribe", parents=[common], help="audio file to text"))
    _json(commands.add_parser("vendors", parents=[common], help="speech vendors there are"))
    _json(commands.add_parser("devices", parents=[common], help="microphones there are"))
    _draft(commands.add_parser("draft", parents=[common], help="transcripts to notes"))
    _json(commands.add_parser("doctor", parents=[common], help="check that everything works"))
    _credentials(
        commands.add_parser("credentials", parents=[common], help="keys of the speech vendors")
    )
    _models(commands.add_parser("models", parents=[common], help="speech models on this device"))
    _sessions(commands.add_parser("sessions", parents=[common], help="what is on the disk"))
    _demo(commands.add_parser("demo", parents=[common], help="play a sample consultation"))
    return root


def _common(default: str | None) -> argparse.ArgumentParser:
    """Return what the root and every sub-command take; the latter keep what the former was told."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--profile",
        type=Path,
        metavar="DIR",
        default=default,
        help="keep settings and data under DIR instead of the platform's folders",
    )
    return common


def _transcribe(command: argparse.ArgumentParser) -> None:
    command.add_argument("audio", type=Path, metavar="AUDIO", help="WAV, FLAC, OGG or MP3")
    _engine(command)
    command.add_argument("--language", metavar="L", help="language spoken: nl, en or fr")
    command.add_argument("--pace", type=pace, default=0.0, metavar="realtime|max|FACTOR")
    command.add_argument("--note", action=argparse.BooleanOptionalAction, default=True)
    command.add_argument("--format", choices=FORMATS, default="text")
    command.add_argument("--out", type=Path, metavar="FILE", help="write there, not to stdout")


def _engine(command: argparse.ArgumentParser) -> None:
    command.add_argument("--vendor", metavar="ID", help="speech vendor (see: scribe-app vendors)")
    command.add_argument("--model", metavar="M", help="the vendor's model")
    command.add_argument(
        "--set", action="append", default=[], metavar="key=value", help="a setting of the vendor"
    )
    command.add_argument(
        "--fallback", action="append", default=[], metavar="ID", help="vendor to go on with"
    )


def _draft(command: argparse.ArgumentParser) -> None:
    command.add_argument("transcripts", type=Path, metavar="TRANSCRIPTS.jsonl")
    command.add_argument(
        "--llm", metavar="URL", help="let an OpenAI-compatible server write, not this device"
    )
    command.add_argument("--llm-model", metavar="NAME", help="its model (default: its first)")


def _credentials(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    actions.add_parser("status", help="which are there")
    keep = actions.add_parser("set", help="keep one, from a hidden prompt or standard input")
    keep.add_argument("vendor", metavar="VENDOR")
    keep.add_argument("field", metavar="FIELD")
    drop = actions.add_parser("delete", help="delete one, or all of a vendor's")
    drop.add_argument("vendor", metavar="VENDOR")
    drop.add_argument("field", metavar="FIELD", nargs="?")


def _models(command: argparse.ArgumentParser) -> None:
    command.set_defaults(json=False)
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    _json(actions.add_parser("list", help="which there are, and which are here"))
    fetch = actions.add_parser("download", help="bring one over the network; goes on if stopped")
    fetch.add_argument("model", metavar="ID")
    bring = actions.add_parser("import", help="bring one from a folder, an archive or a stick")
    bring.add_argument("path", type=Path, metavar="PATH")
    drop = actions.add_parser("remove", help="remove one from the disk")
    drop.add_argument("model", metavar="ID")


def _sessions(command: argparse.ArgumentParser) -> None:
    _json(command)
    actions = command.add_subparsers(dest="action", metavar="ACTION")
    # What stands before the action counts as well as what stands behind it.
    json = argparse.ArgumentParser(add_help=False)
    json.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print JSON")
    actions.add_parser("list", parents=[json], help="when, how long, how far")
    show = actions.add_parser("show", help="print one")
    export = actions.add_parser("export", help="write one to a new file")
    export.add_argument("--to", type=Path, metavar="DIR", help="the folder; else the current one")
    discard = actions.add_parser("discard", parents=[json], help="destroy one for good")
    for action in (show, export, discard):
        action.add_argument("id", metavar="ID", help="its id, or how only its id begins")
    for action, usual in ((show, "text"), (export, "json")):
        action.add_argument("--format", choices=FORMATS, default=usual)
    recover = actions.add_parser("recover", help="finish every unfinished one")
    _engine(recover)


def _demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=("nl", "en", "fr"), help="which sample to play")
    command.add_argument("--pace", type=pace, default=1.0, metavar="realtime|max|FACTOR")
    command.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="where the picture goes without a display"
    )


def _json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
