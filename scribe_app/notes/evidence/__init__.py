"""Reads a note against what was said: links, doubts and omissions, whoever wrote it."""
