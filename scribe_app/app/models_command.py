"""`scribe-app models`: which speech models there are, and bringing and removing them."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Protocol

from scribe_app.app.exit_codes import ExitCode
from scribe_app.app.models import ModelManager
from scribe_app.app.wiring import Workshop
from scribe_app.ports.models import ModelPlace, SpeechModel
from scribe_app.system.paths import profile

_WHERE = {
    ModelPlace.BUILT_IN: "comes with the program",
    ModelPlace.HERE: "on this computer",
    ModelPlace.ABSENT: "not on this computer",
}


class _Terminal(Protocol):
    def isatty(self) -> bool: ...

    def write(self, text: str, /) -> int: ...


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; an interrupted download goes on where it stopped."""
    manager = Workshop(profile(arguments.profile)).models
    match arguments.action:
        case "download":
            _download(manager, arguments.model)
        case "import":
            sys.stdout.write(f"{manager.bring(arguments.path)} is on this computer now.\n")
        case "remove":
            sys.stdout.write(f"{manager.remove(arguments.model)} was removed.\n")
        case _:
            _list(manager, as_json=arguments.json)
    return ExitCode.DONE


def _download(manager: ModelManager, model_id: str) -> None:
    name = manager.download(model_id, Meter(sys.stderr).told)
    sys.stdout.write(f"{name} is on this computer now.\n")


def _list(manager: ModelManager, *, as_json: bool) -> None:
    models = manager.models()
    if as_json:
        sys.stdout.write(json.dumps([_told(each) for each in models], indent=1) + "\n")
    for each in () if as_json else models:
        languages = ", ".join(each.languages)
        sys.stdout.write(
            f"{each.id}: {each.name}, {each.size / 1e6:.0f} MB, {languages}, {each.licence}; "
            f"{_WHERE[each.place]}\n"
        )


def _told(model: SpeechModel) -> dict[str, object]:
    fields = asdict(model)
    return {key: fields[key] for key in fields if key not in ("progress", "answer")}


class Meter:
    """Shows on a terminal, once for every whole percent, how far a download is."""

    def __init__(self, terminal: _Terminal) -> None:
        self._terminal = terminal
        self._shown = -1

    def told(self, done: int, total: int) -> None:
        """Take the bytes done and in all."""
        percent = 100 * done // total
        if percent == self._shown or not self._terminal.isatty():
            return
        self._shown = percent
        end = "\n" if done >= total else "\r"
        self._terminal.write(f"{percent:3d} % of {total / 1e6:.0f} MB{end}")
