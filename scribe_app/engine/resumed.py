"""A consultation that was recorded earlier: shown as it was left, and finished from its log."""

from collections.abc import Callable

from scribe_app.domain import events as ev
from scribe_app.domain.session import Signal
from scribe_app.engine.course import Course
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.forgetting import caught_up
from scribe_app.engine.kit import Kit
from scribe_app.engine.past import Past, past_of
from scribe_app.ports.desk import Snapshot
from scribe_app.ports.log import SessionLogs


class Resumed(Course):
    """Nothing in it depends on how its program ended: opening it again always means the same.

    What is added goes behind what is there, so that a further crash costs nothing.
    """

    def __init__(
        self,
        number: int,
        kit: Kit,
        logs: SessionLogs,
        past: Past,
        publish: Callable[[Snapshot], None],
    ) -> None:
        super().__init__(number, kit, publish)
        self._logs = logs
        self._confirmed, self._noted = past.confirmed, past.noted
        self._captured.set()
        self._books.take_up(past.consultation, logs.events)
        if not past.stopped:
            self._books.record(ev.RecordingStopped(logs.audio.written, abrupt=True))

    def show(self) -> None:
        """Show it as it was left."""
        self._show_id()
        self._show_rest(confirmed=self._confirmed)
        self.signal(Signal.REOPENED)
        self._reviewing.ask(after=0.0)


async def resumed(
    session_id: str, number: int, kit: Kit, publish: Callable[[Snapshot], None]
) -> Resumed:
    """Open a consultation of the disk; raises `ScribeError` where it cannot be read.

    It is heard on in the language in which it was spoken, whatever the settings are now.
    """
    logs = await in_daemon(lambda: kit.store.reopen(session_id), "log-reopen")
    try:
        await in_daemon(lambda: caught_up(logs), "log-catch-up")
        past = await in_daemon(lambda: past_of(logs.events.records()), "log-replay")
        spoken = past.consultation.language
        return Resumed(number, kit.spoken(spoken) if spoken else kit, logs, past, publish)
    except BaseException:
        await in_daemon(logs.close, "log-close")
        raise
