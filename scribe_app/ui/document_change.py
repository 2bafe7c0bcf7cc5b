"""Brings a document to another text by what differs alone: cursors and undo stay."""

from difflib import SequenceMatcher

from PySide6.QtGui import QTextCursor, QTextDocument


def change_to(document: QTextDocument, text: str) -> None:
    """Change the lines that differ, as one step that can be undone."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for start, end, new in reversed(_hunks(document.toPlainText(), text)):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new)
    cursor.endEditBlock()


def _hunks(old: str, new: str) -> list[tuple[int, int, str]]:
    """Return (start, end, text) of what differs, in Qt's positions (UTF-16 units)."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    found = []
    for tag, i, j, k, m in codes:
        if tag != "equal":
            found.append(_trimmed(len("".join(before[:i])), before[i:j], after[k:m]))
    return [(_units(old[:at]), _units(old[: at + size]), text) for at, size, text in found]


def _trimmed(at: int, old_lines: list[str], new_lines: list[str]) -> tuple[int, int, str]:
    old, new = "".join(old_lines), "".join(new_lines)
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return at + head, len(old) - head - tail, new[head : len(new) - tail]


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
