"""The rules of Voxist's configuration frame."""

from collections.abc import Iterator
from typing import Any

_FIELDS = {"lang", "sample_rate", "punctuation_mode", "user_vocabulary"}
_ENTRY = {"pattern": str, "replacement": str, "case_sensitive": bool}


def complaints(config: dict[str, Any]) -> Iterator[str]:
    """Say what is wrong with a configuration, never what stands in it."""
    if not set(config) <= _FIELDS:
        yield "config: unknown fields"
    if config.get("punctuation_mode", "Generated") not in ("Generated", "Dictated"):
        yield "config: unknown punctuation_mode"
    if config.get("sample_rate", 16000) != 16000:
        yield "config: a sample rate that is not the number 16000"
    vocabulary = config.get("user_vocabulary", [])
    if not isinstance(vocabulary, list):
        yield "config: user_vocabulary is no list"
        return
    if len(vocabulary) > 100:
        yield f"config: {len(vocabulary)} vocabulary entries"
    for place, entry in enumerate(vocabulary):
        if not _is_entry(entry):
            yield f"config: vocabulary entry {place} is malformed"
        elif len((entry["pattern"] + entry["replacement"]).encode()) > 256:
            yield f"config: vocabulary entry {place} is too long"


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or not set(entry) <= set(_ENTRY):
        return False
    typed = all(isinstance(entry[key], _ENTRY[key]) for key in entry)
    return typed and bool(entry.get("pattern")) and "replacement" in entry
