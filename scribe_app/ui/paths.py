"""Where the window finds what it ships with, in a checkout and in a packaged folder alike."""

from pathlib import Path


def resources() -> Path:
    """Return the folder of fonts and translations."""
    return Path(__file__).resolve().parents[2] / "resources"
