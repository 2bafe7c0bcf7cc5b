"""Text from outside, made safe for widgets: plain, of a bounded length, and possible to wrap."""

import re

_ENDLESS = re.compile(r"\S{400}(?=\S)")
_UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]")


def breakable(text: str) -> str:
    """Return a text for an editor: an endless word, which would freeze it, is broken in lines."""
    return _ENDLESS.sub(lambda run: f"{run[0]}\n", _UNSEEN.sub("", text))


def brief(text: str, longest: int = 200) -> str:
    """Return a text for a small card: one line, words that wrap, cut at a length."""
    line = " ".join(_UNSEEN.sub(" ", text[: 4 * longest]).split())
    cut = line if len(line) <= longest else line[: longest - 1] + "…"
    return re.sub(r"\S{24}(?=\S)", lambda run: f"{run[0]}\u200b", cut)


def unmnemonic(text: str) -> str:
    """Return a text for a button or a tab, where a single & would vanish."""
    return text.replace("&", "&&")
