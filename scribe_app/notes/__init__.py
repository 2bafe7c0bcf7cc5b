"""Turns a transcript into a note with evidence."""
