"""Notes as patient record systems take them: nothing is lost, and every wish is kept."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain.layout import PLAIN, PRESETS, Layout, excess, note_layout, section_layout
from scribe_app.domain.note import Episode, Note, Section

NOTE = Note(
    episodes=(
        Episode("2 weken keelpijn\n\nGeen koorts", "Temp 37.2 °C", "Faryngitis", ""),
        Episode(plan="Terug ≥ 1 week"),
    )
)
LINES = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"))


def test_the_plain_layout_is_the_contracts() -> None:
    assert note_layout(NOTE) == (
        "S: 2 weken keelpijn. Geen koorts\nO: Temp 37.2 °C\nE: Faryngitis\nP:\n\n"
        "S:\nO:\nE:\nP: Terug ≥ 1 week"
    )
    assert section_layout("  a  \n\n b\n") == "a\n\n b"


def test_a_section_may_keep_its_lines() -> None:
    layout = replace(PLAIN, joined=False)
    assert note_layout(Note(episodes=NOTE.episodes[:1]), layout) == (
        "S:\n2 weken keelpijn\nGeen koorts\nO:\nTemp 37.2 °C\nE:\nFaryngitis\nP:"
    )


def test_marks_are_the_users_own_and_may_stand_in_fields_or_nowhere() -> None:
    layout = replace(PLAIN, markers=("(S)", "(O)", "(E)", "(P)"), marked=True)
    assert section_layout("keelpijn", layout, Section.SUBJECTIVE) == "(S) keelpijn"
    assert section_layout("  ", layout, Section.SUBJECTIVE) == ""
    bare = replace(PLAIN, markers=("", "", "", ""))
    assert note_layout(Note(episodes=(Episode("a", "b", "c", "d"),)), bare) == "a\nb\nc\nd"


@pytest.mark.parametrize(
    ("written", "copied"),
    [
        ("temp 37.2 °C", "temp 37,2 °C"),
        ("0.5 mg, 1.25 g", "0,5 mg, 1,25 g"),
        ("12.05.2024", "12.05.2024"),
        ("1.000 mg", "1.000 mg"),
        ("om 9.30:15", "om 9.30:15"),
        ("3.2.1", "3.2.1"),
        ("einde 5.", "einde 5."),
    ],
)
def test_a_decimal_comma_touches_decimals_alone(written: str, copied: str) -> None:
    assert section_layout(written, replace(PLAIN, decimal_comma=True)) == copied


def test_ascii_keeps_what_is_meant() -> None:
    layout = replace(PLAIN, ascii_only=True)
    said = "Reële kans ≥ 1 week; 50 µg, 37 °C, “één” – œdème … ½ € 🙂"
    assert section_layout(said, layout) == (
        'Reele kans >= 1 week; 50 mcg, 37 C, "een" - oedeme ... 1/2 EUR ?'
    )


def test_a_field_that_is_too_long_is_told_and_never_cut() -> None:
    layout = replace(PLAIN, longest=10)
    text = section_layout("twaalf tekens", layout)
    assert text == "twaalf tekens"
    assert excess(text, layout) == 3
    assert excess(text, PLAIN) == 0


@given(LINES, st.builds(Layout, width=st.integers(0, 60), windows_lines=st.booleans()))
def test_no_word_is_lost_and_no_line_too_wide(text: str, layout: Layout) -> None:
    copied = section_layout(text, layout)
    assert "".join(copied.split()) == "".join(text.split())
    if layout.width:
        assert all(len(line) <= layout.width for line in copied.splitlines())
    if layout.windows_lines:
        assert copied.count("\n") == copied.count("\r\n")


@given(LINES)
def test_ascii_is_ascii_and_loses_no_letter_or_digit(text: str) -> None:
    copied = section_layout(text, replace(PLAIN, ascii_only=True))
    assert copied.isascii()
    plain = [char for char in text if char.isascii() and char.isalnum()]
    rest = iter(copied)
    assert all(char in rest for char in plain)


@given(LINES, st.sampled_from([*PRESETS.values()]))
def test_a_preset_writes_the_same_again(text: str, layout: Layout) -> None:
    once = section_layout(text, layout)
    assert section_layout(once, layout) == once
