"""A language model on a server that the clinician, or the hospital, runs: text in, text out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back; `whole` is false where the server stopped in the middle."""

    text: str
    whole: bool = True


class LanguageModel(Protocol):
    """Blocking; wants a thread of its own."""

    def complete(self, instruction: str, content: str, schema: Mapping[str, Any]) -> Answered:
        """Return the answer to an instruction about a content, as JSON of a schema if it can.

        Raises `ScribeError`: transport, rate limit, authentication, protocol or vendor.
        """
