"""Keeps a second reading of the note beside it: the newest wins, and nothing waits for it."""

import asyncio
from functools import partial

from scribe_app.domain.review import Review
from scribe_app.engine.books import Books
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.reviewer import Reviewer

_SETTLED_SECONDS = 0.4
"""Without a further edit, before it is read again."""


class Reviewing:
    """What it finds is shown and not logged: note and transcript give it again at any time."""

    def __init__(self, books: Books, reviewer: Reviewer | None, language: str) -> None:
        self._books, self._reviewer, self._language = books, reviewer, language
        self._task: asyncio.Task[None] | None = None

    def drop(self) -> None:
        """Show nothing of the last reading: what it rests on may be gone."""
        self._books.show(review=Review())

    def ask(self, after: float = _SETTLED_SECONDS) -> None:
        """Read the note as it is in a moment; an earlier wish is overtaken."""
        if self._reviewer is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = asyncio.ensure_future(self._read(self._reviewer, after))

    async def close(self) -> None:
        """Read no more."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _read(self, reviewer: Reviewer, after: float) -> None:
        await asyncio.sleep(after)
        consultation = self._books.snapshot.consultation
        finals = consultation.transcript.finals
        read = partial(reviewer.review, consultation.note, finals, self._language)
        review = await in_daemon(read, "reviewer")
        if self._books.snapshot.consultation.forgotten == consultation.forgotten:
            self._books.show(review=review)
