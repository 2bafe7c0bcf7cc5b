"""`scribe-app sessions`: what is on the disk; shows, exports, discards it, finishes the rest."""

import argparse
import asyncio
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from scribe_app.app import shown_sessions
from scribe_app.app.choosing import Wishes
from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.app.logged import logged
from scribe_app.app.passphrase import open_vault
from scribe_app.app.wiring import Workshop
from scribe_app.domain.faults import Fault, ScribeError, configuration_fault
from scribe_app.engine.resumed import resumed
from scribe_app.engine.standing import listed
from scribe_app.ports.archive import Entry
from scribe_app.ports.desk import Snapshot
from scribe_app.system.paths import profile

_LEAST_OF_AN_ID = 4
_TIME = "%Y-%m-%d %H:%M"


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked of the consultations that no other program holds now."""
    wishes = _wishes(arguments) if arguments.action == "recover" else None
    workshop = Workshop(profile(arguments.profile), wishes)
    open_vault(workshop, prompt=True)
    with logged(workshop.profile.logs):
        return _ACTIONS.get(arguments.action, _list)(workshop, arguments)


def _list(workshop: Workshop, arguments: argparse.Namespace) -> int:
    entries = listed(workshop.store)
    if arguments.json:
        _print_json([_told(each) for each in entries])
    elif not entries:
        sys.stdout.write("There is no consultation on this disk.\n")
    for each in () if arguments.json else entries:
        when = datetime.fromtimestamp(each.started).astimezone().strftime(_TIME)
        length = f"{int(each.seconds) // 60}:{int(each.seconds) % 60:02}"
        sys.stdout.write(f"{each.id}  {when}  {length:>7}  {each.standing:10}  {each.engine}\n")
    return ExitCode.DONE


def _show(workshop: Workshop, arguments: argparse.Namespace) -> int:
    entry = _entry(workshop, arguments.id)
    sys.stdout.write(shown_sessions.text_of(workshop.store, entry, arguments.format))
    return ExitCode.DONE


def _export(workshop: Workshop, arguments: argparse.Namespace) -> int:
    entry = _entry(workshop, arguments.id)
    text = shown_sessions.text_of(workshop.store, entry, arguments.format)
    path = shown_sessions.written(text, entry, arguments.format, arguments.to or Path())
    sys.stdout.write(f"{path}\n")
    return ExitCode.DONE


def _discard(workshop: Workshop, arguments: argparse.Namespace) -> int:
    receipt = workshop.store.discard(_entry(workshop, arguments.id).id)
    destroyed = datetime.fromtimestamp(receipt.key_destroyed, UTC).isoformat(timespec="seconds")
    if arguments.json:
        _print_json(asdict(receipt) | {"key_destroyed": destroyed})
        return ExitCode.DONE
    files = "every file is removed" if receipt.removed else "a file is in use and goes later"
    sys.stdout.write(
        f"Discarded {receipt.id}: its key was destroyed at {destroyed} "
        f"({receipt.segments} files sealed with it); {files}.\n"
    )
    return ExitCode.DONE


def _recover(workshop: Workshop, arguments: argparse.Namespace) -> int:
    unfinished = [each for each in listed(workshop.store) if each.is_offered]
    if not unfinished:
        sys.stdout.write("Nothing is unfinished.\n")
    code = int(ExitCode.DONE)
    for each in unfinished:
        fault = asyncio.run(_finished(workshop, each.id))
        sys.stdout.write(f"{each.id}  {'not finished' if fault else 'finished'}\n")
        if fault is not None:
            sys.stderr.write(f"scribe-app: {fault.sentence}\n")
            code = code or code_for(fault.kind)
    return code


async def _finished(workshop: Workshop, session_id: str) -> Fault | None:
    """Finish one and return what kept it from that, if anything did."""
    last = Snapshot()

    def see(snapshot: Snapshot) -> None:
        nonlocal last
        last = snapshot

    try:
        course = await resumed(session_id, 1, workshop.kit(), see)
    except ScribeError as error:
        return error.fault
    try:
        course.show()
        await course.finish()
    finally:
        await course.close()
    return last.fault


def _entry(workshop: Workshop, wanted: str) -> Entry:
    """Return the consultation of an id, or of a beginning that only one has."""
    fits = [each for each in listed(workshop.store) if each.id.startswith(wanted)]
    if len(fits) != 1 or len(wanted) < _LEAST_OF_AN_ID:
        raise configuration_fault("There is no consultation of that id that can be had now.")
    return fits[0]


def _wishes(arguments: argparse.Namespace) -> Wishes:
    return Wishes(
        vendor=arguments.vendor,
        model=arguments.model,
        values=tuple(arguments.set),
        fallbacks=tuple(arguments.fallback),
    )


def _told(entry: Entry) -> dict[str, object]:
    started = datetime.fromtimestamp(entry.started, UTC).isoformat(timespec="seconds")
    return {
        "id": entry.id,
        "started": started,
        "seconds": round(entry.seconds, 2),
        "state": entry.standing.value,
        "engine": entry.engine,
        "language": entry.language,
        "unfinished": entry.is_offered,
    }


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


_ACTIONS: dict[str | None, Callable[[Workshop, argparse.Namespace], int]] = {
    "show": _show,
    "export": _export,
    "discard": _discard,
    "recover": _recover,
}
