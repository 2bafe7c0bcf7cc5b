"""What is asked of the consultation that is open, while it is recorded or looked at."""

from collections.abc import Callable, Coroutine
from typing import Any

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.session import Phase
from scribe_app.engine.course import Course
from scribe_app.engine.session import Session

Spawn = Callable[[Coroutine[Any, Any, None]], None]


def ask(course: Course, command: cmd.Command, spawn: Spawn) -> None:
    """Have a consultation do what is asked, where that makes sense; what takes time is spawned."""
    match command:
        case cmd.DraftNote() if course.phase is Phase.REVIEW:
            spawn(course.redraft())
        case cmd.Forget(seconds):
            spawn(course.forget(seconds))
        case cmd.EditSection():
            course.edit(command)
        case cmd.NoteCopied():
            course.copied(command)
        case cmd.NameSpeaker(speaker, name):
            course.record(ev.SpeakerNamed(speaker, name))
        case _ if isinstance(course, Session):
            _ask_recording(course, command, spawn)


def _ask_recording(session: Session, command: cmd.Command, spawn: Spawn) -> None:
    match command:
        case cmd.Stop() | cmd.DraftNote():
            spawn(session.stop())
        case cmd.Pause():
            session.pause()
        case cmd.Resume():
            session.resume()
        case cmd.BeginPrivate():
            session.begin_private()
        case cmd.EndPrivate():
            session.end_private()
