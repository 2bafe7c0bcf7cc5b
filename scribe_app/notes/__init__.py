"""Turns a transcript into a note with evidence: nothing unsaid can stand in it."""

from scribe_app.notes.drafter import ExtractiveDrafter

__all__ = ["ExtractiveDrafter"]
