"""What the recogniser and its parent say to one another, as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scribe_app.ondevice.heard import Heard
from scribe_app.ondevice.streaming import Event, Partial, Progress

LANGUAGES = ("nl", "en", "fr")
AUTO = "auto"


class BadStart(ValueError):
    """A start message that cannot be followed."""


@dataclass(frozen=True, slots=True)
class Start:
    """What to recognise with; `language` is a code or `AUTO`."""

    model: Path
    language: str
    threads: int = 1


def parse_start(text: str) -> Start:
    """Return the parent's first message; raises `BadStart`."""
    try:
        message = json.loads(text)
        start = Start(
            Path(message["model"]), str(message["language"]), int(message.get("threads", 1))
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadStart("no start message") from error
    if start.language not in (*LANGUAGES, AUTO) or start.threads < 1:
        raise BadStart("unknown language or threads")
    return start


def says_finish(text: str) -> bool:
    """Return whether a message says that the audio has ended."""
    try:
        message = json.loads(text)
    except ValueError:
        return False
    return isinstance(message, dict) and message.get("type") == "finish"


def said_before(text: str) -> str | None:
    """Return what a message says was said before the audio, none where it is another one."""
    try:
        message = json.loads(text)
    except ValueError:
        return None
    is_said = isinstance(message, dict) and message.get("type") == "said"
    return str(message.get("text", "")) if is_said else None


def ready(model: str) -> str:
    """Return the message that the model is loaded."""
    return json.dumps({"type": "ready", "model": model})


def ended() -> str:
    """Return the message that everything has been said."""
    return json.dumps({"type": "ended"})


def fault(kind: str, sentence: str) -> str:
    """Return the message of a fault; `kind` is configuration, vendor or storage."""
    return json.dumps({"type": "fault", "kind": kind, "sentence": sentence}, ensure_ascii=False)


def event(event: Event) -> str:
    """Return the message of a partial, a final or progress."""
    if isinstance(event, Progress):
        return json.dumps({"type": "progress", "until": round(event.until, 3)})
    if isinstance(event, Partial):
        body: dict[str, object] = {"type": "partial"}
    else:
        body = {"type": "final", "id": event.id, "closed": event.closed}
    return json.dumps(body | _spoken(event.words), ensure_ascii=False)


def _spoken(words: Sequence[Heard]) -> dict[str, object]:
    return {
        "start": round(words[0].start, 3) if words else 0.0,
        "end": round(words[-1].end, 3) if words else 0.0,
        "text": " ".join(w.text for w in words),
        "words": [
            {
                "text": w.text,
                "start": round(w.start, 3),
                "end": round(w.end, 3),
                "confidence": round(w.confidence, 3),
            }
            for w in words
        ],
    }
