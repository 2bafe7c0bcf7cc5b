"""Utterances whose words say when they begin, and no more: the ends are estimated."""

from scribe_app.domain.transcript import Utterance, Word
from scribe_app.vendors.common import reading

_LONGEST_WORD = 0.6
_SLACK = 0.5  # seconds by which a segment may begin after its first word


def utterance_of(message: reading.Message, name: str, newest: float) -> Utterance:
    """Return the utterance of a partial or a final; `newest` is a start where it has none."""
    began = reading.seconds(message.get("startedAt"))
    elements = message.get("elements")
    listed = elements.get("words") if isinstance(elements, dict) else None
    words = _words(reading.objects(listed), began or 0.0)
    text = reading.text(message.get("text")) or reading.text(message.get("transcript"))
    start = words[0].start if words else newest if began is None else began
    end = words[-1].end if words else max(start, newest)
    return Utterance(name, start, end, text, None, words)


def _words(listed: list[reading.Message], began: float) -> tuple[Word, ...]:
    """Return the words; one that does not say when begins with the word before it."""
    timed, last = [], began
    for each in listed:
        start = reading.seconds(each.get("startedAt"))
        last = last if start is None else start
        if spoken := reading.text(each.get("text")):
            timed.append((last, spoken, reading.confidence(each)))
    timed.sort(key=lambda word: word[0])
    # Should a server count words from their segment, some would lie before its start.
    shift = began if timed and timed[0][0] < began - _SLACK else 0.0
    following = [start for start, _, _ in timed[1:]] + [float("inf")]
    return tuple(
        Word(spoken, start + shift, min(start + _LONGEST_WORD, after) + shift, sure)
        for (start, spoken, sure), after in zip(timed, following, strict=False)
    )
