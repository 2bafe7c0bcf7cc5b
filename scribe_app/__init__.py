"""Scribe: records a consultation, shows its words, drafts its note."""

__version__ = "0.1.0"
