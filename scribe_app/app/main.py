"""Where the program begins: reads the command line and runs one sub-command."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.domain.faults import ScribeError

if TYPE_CHECKING:
    import argparse

_RECOGNISER = "_recogniser"
"""Named here as well as in `recognisers`, whose imports the command line need not pay for."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status; no traceback reaches the user."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == [_RECOGNISER]:
        return _recogniser()
    try:
        return _run(given)
    except ScribeError as error:
        return complain(error.fault.sentence, code_for(error.fault.kind))
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except KeyboardInterrupt:
        return complain("Stopped.", ExitCode.USAGE)


def complain(sentence: str, code: ExitCode) -> int:
    """Say one plain sentence on stderr and return the exit status."""
    sys.stderr.write(f"scribe-app: {sentence}\n")
    return code


def _run(given: list[str]) -> int:
    if not given:
        gc.disable()  # until the first frame, before which nothing is garbage
        from scribe_app.app.gui import open_window

        return open_window(None)  # nor does the plain start wait for a parser
    from scribe_app.app.arguments import parser

    arguments = parser().parse_args(given)
    return _command(arguments.command)(arguments)


def _command(name: str | None) -> "Callable[[argparse.Namespace], int]":
    """Import only what the sub-command needs: the window must paint soon."""
    match name:
        case "transcribe":
            from scribe_app.app.transcribe import run
        case "vendors":
            from scribe_app.app.listings import run_vendors as run
        case "devices":
            from scribe_app.app.listings import run_devices as run
        case "draft":
            from scribe_app.app.draft import run
        case "doctor":
            from scribe_app.app.doctor import run
        case "credentials":
            from scribe_app.app.credentials_command import run
        case "models":
            from scribe_app.app.models_command import run
        case "sessions":
            from scribe_app.app.sessions_command import run
        case "demo":
            from scribe_app.app.demo import run
        case _:
            from scribe_app.app.gui import run
    return run


def _recogniser() -> int:
    from scribe_app.ondevice.worker import main as recogniser

    return recogniser()
