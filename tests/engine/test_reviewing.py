"""The second reading beside a note: the newest counts, and what was forgotten is read by nobody."""

import asyncio
from collections.abc import Sequence

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.note import Evidence, Note, Section
from scribe_app.domain.review import Review
from scribe_app.domain.transcript import Utterance
from scribe_app.engine.books import Books
from scribe_app.engine.reviewing import Reviewing
from scribe_app.ports.desk import EngineLabel


class Reader:
    """A reviewer that says which text it read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def review(self, note: Note, utterances: Sequence[Utterance], language: str) -> Review:
        text = note.episodes[0].plan
        self.read.append(text)
        return Review((Evidence(0, Section.PLAN, text, tuple(u.id for u in utterances)),))


def books() -> Books:
    made = Books(1, EngineLabel(), lambda _: None)
    made.record(ev.Final(Utterance("0:0", 0.0, 1.0, "rust")))
    return made


def typed(book: Books, text: str) -> None:
    book.record(ev.SectionEdited(0, Section.PLAN, text))


async def settled(reviewing: Reviewing) -> None:
    assert reviewing._task is not None
    await asyncio.wait_for(reviewing._task, 5)


@pytest.mark.asyncio
async def test_the_newest_text_is_read_once() -> None:
    book, reader = books(), Reader()
    reviewing = Reviewing(book, reader, "nl")
    for text in ("r", "ru", "rust"):
        typed(book, text)
        reviewing.ask(after=0.02)
    await settled(reviewing)
    assert reader.read == ["rust"]
    assert book.snapshot.review.evidence[0].utterances == ("0:0",)
    await reviewing.close()


@pytest.mark.asyncio
async def test_nothing_is_read_once_it_is_closed_or_dropped() -> None:
    book, reader = books(), Reader()
    reviewing = Reviewing(book, reader, "nl")
    typed(book, "rust")
    reviewing.ask(after=0.02)
    await reviewing.close()
    await asyncio.sleep(0.05)
    assert reader.read == []
    book.show(review=Review((Evidence(0, Section.PLAN, "rust", ()),)))
    reviewing.drop()
    assert book.snapshot.review == Review()


@pytest.mark.asyncio
async def test_what_was_read_of_a_forgotten_stretch_is_not_shown() -> None:
    book, reader = books(), Reader()
    reviewing = Reviewing(book, reader, "nl")
    typed(book, "rust")

    def reads_slowly(note: Note, utterances: Sequence[Utterance], language: str) -> Review:
        loop.call_soon_threadsafe(book.record, ev.Forgotten(0, 16_000))
        return Review((Evidence(0, Section.PLAN, "rust", ("0:0",)),))

    loop = asyncio.get_running_loop()
    reader.review = reads_slowly  # type: ignore[method-assign]
    reviewing.ask(after=0.0)
    await settled(reviewing)
    assert book.snapshot.consultation.forgotten.parts
    assert book.snapshot.review == Review()
    await reviewing.close()
