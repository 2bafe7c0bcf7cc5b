"""A note by a language model: what it is asked, and what of its answer can be read.

Its own line numbers are not trusted: whoever shows the note links every line anew.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeGuard

from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.drafter import Draft, Drafter
from scribe_app.ports.language_model import Answered, LanguageModel

_LANGUAGES = {"nl": "Dutch", "en": "English", "fr": "French"}
_LINES, _LONGEST = 10, 400
_STATEMENTS = {
    "type": "array",
    "maxItems": _LINES,
    "items": {
        "type": "object",
        "properties": {
            "text": {"type": "string", "maxLength": _LONGEST},
            "lines": {"type": "array", "items": {"type": "integer"}},
        },
        "required": ["text", "lines"],
        "additionalProperties": False,
    },
}
_EPISODE = {
    "type": "object",
    "properties": {"title": {"type": "string", "maxLength": 60}}
    | {part.value: _STATEMENTS for part in Section},
    "required": ["title", *(part.value for part in Section)],
    "additionalProperties": False,
}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"episodes": {"type": "array", "maxItems": 5, "items": _EPISODE}},
    "required": ["episodes"],
    "additionalProperties": False,
}
"""What is asked for; what comes may be anything."""


class ModelDrafter:
    """A `Drafter` on a language model; measurements are read by another, on this machine."""

    def __init__(self, model: LanguageModel, template: str, reader: Drafter) -> None:
        """Make one; `template` is the instruction, with ``{language}`` in it."""
        self._model, self._template = model, template
        self.measure = reader.measure

    def draft(self, utterances: Sequence[Utterance], language: str) -> Draft:
        """Return the model's note without evidence; raises `ScribeError`."""
        if not any(each.text.strip() for each in utterances):
            return Draft(Note(), ())
        named = _LANGUAGES.get(language[:2].lower(), "English")
        instruction = self._template.replace("{language}", named)
        answer = self._model.complete(instruction, numbered(utterances), SCHEMA)
        return Draft(Note(Origin.LLM, read_episodes(answer)), ())


def numbered(utterances: Iterable[Utterance]) -> str:
    """Return the transcript as the model gets it: a numbered line an utterance."""
    lines = []
    for number, each in enumerate(utterances, start=1):
        speaker = f"{each.speaker}: " if each.speaker else ""
        lines.append(f"[{number}] {speaker}{' '.join(each.text.split())}")
    return "\n".join(lines)


def read_episodes(answer: Answered) -> tuple[Episode, ...]:
    """Return the episodes in an answer, also where it is wrapped in words or was cut short.

    Raises `ScribeError` (protocol) where there are none.
    """
    found = _found(_document(answer.text))
    episodes = [each for each in map(_episode, found) if any(each.text(part) for part in Section)]
    if not episodes:
        sentence = "The language model answered with something Scribe does not understand."
        raise ScribeError(Fault(FaultKind.PROTOCOL, True, sentence))
    return tuple(episodes)


def _found(document: object) -> list[dict[str, Any]]:
    """Return what may be episodes: a list of them, one that holds such a list, or a single one."""
    if isinstance(document, dict):
        document = document.get("episodes", [document])
    return [each for each in document if isinstance(each, dict)] if _is_list(document) else []


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _episode(document: Mapping[str, Any]) -> Episode:
    texts = {part.value: "\n".join(_statements(document.get(part.value))) for part in Section}
    title = document.get("title")
    return Episode(**texts, title=_line(title) if isinstance(title, str) else "")


def _statements(value: object) -> list[str]:
    if isinstance(value, str):
        value = value.splitlines()
    if not isinstance(value, list):
        return []
    texts = [each.get("text") if isinstance(each, dict) else each for each in value]
    lines = [_line(text) for text in texts if isinstance(text, str)]
    return list(dict.fromkeys(line for line in lines if line))


def _line(text: str) -> str:
    return " ".join(text.split()).lstrip("-*• ").strip()[:_LONGEST]


def _document(text: str) -> object:
    """Return the first JSON value in a text; an end that is missing is put there."""
    begin = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
    if begin < 0:
        return None
    body = text[begin:]
    try:
        return json.JSONDecoder().raw_decode(body)[0]
    except (ValueError, RecursionError):
        pass
    for cut in _cuts(body):
        try:
            return json.loads(cut)
        except (ValueError, RecursionError):
            continue
    return None


def _cuts(body: str) -> Iterable[str]:
    """Yield the text cut where a value ended, last first, with what was open closed."""
    opened: list[str] = []
    cuts: list[str] = []
    inside = escaped = False
    for at, char in enumerate(body):
        if inside:
            escaped, inside = (char == "\\" and not escaped), (char != '"' or escaped)
        elif char == '"':
            inside = True
        elif char in "{[":
            opened.append("}" if char == "{" else "]")
        elif char in "}]" and opened:
            opened.pop()
            cuts.append(body[: at + 1] + "".join(reversed(opened)))
    return list(reversed(cuts))[:50]
