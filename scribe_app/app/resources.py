"""Where the sample consultations lie."""

from pathlib import Path

from scribe_app.ui.paths import resources


def sample(language: str) -> Path:
    """Return the recording of the sample consultation in a language: nl, en or fr."""
    return resources() / "samples" / f"{language}.ogg"
