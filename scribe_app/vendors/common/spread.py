"""Words for a text that comes without them: spread over its time by their length."""

from scribe_app.domain.transcript import Word


def spread(text: str, start: float, end: float) -> tuple[Word, ...]:
    """Return the words of a text with estimated times between `start` and `end` seconds."""
    spoken = text.split()
    total = sum(len(word) + 1 for word in spoken) or 1
    words, done = [], 0
    for word in spoken:
        begin = start + (end - start) * done / total
        done += len(word) + 1
        words.append(Word(word, begin, start + (end - start) * done / total))
    return tuple(words)
