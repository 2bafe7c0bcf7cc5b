"""Drafts arrive while somebody types: nothing typed is ever lost, changed or moved."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.domain.merging import merged_episodes, merged_text
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section

DRAFT_LINES = ("keelpijn", "geen koorts", "hoest", "moe", "pijn rechts", "3 dagen", "")


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("a\nb", "a\nb", "a\nc", "a\nc"),
        ("a\nb", "a\nb\ntyped", "a\nc", "a\nb\ntyped"),
        ("a\nb\nc", "a\nb\nc\ntyped", "x\nb\nc", "x\nb\nc\ntyped"),
        ("a\nb", "typed", "c\nd", "typed"),
        ("", "typed", "a\nb", "typed\na\nb"),
        ("", "a", "a\nb", "a\nb"),
        ("a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"),
        ("a", "", "b", ""),
        ("a\nb", "a, changed\nb", "a\nb\nc", "a, changed\nb\nc"),
    ],
)
def test_what_was_typed_stays_and_what_is_new_comes(
    base: str, ours: str, theirs: str, merged: str
) -> None:
    assert merged_text(base, ours, theirs) == merged


def test_problems_are_found_again_by_their_words() -> None:
    throat, knee = Episode("keelpijn links", title="Keel"), Episode("knie dik", title="Knie")
    typed = knee.with_text(Section.PLAN, "naar de fysiotherapeut")
    episodes, places = merged_episodes(
        (throat, knee), (throat, typed), (knee.with_text(Section.OBJECTIVE, "hydrops"), throat)
    )
    assert places == {0: 1, 1: 0}
    assert episodes[0] == throat
    assert episodes[1] == typed.with_text(Section.OBJECTIVE, "hydrops")


def test_a_problem_that_is_gone_stays_where_somebody_typed_in_it() -> None:
    first, second = Episode("keelpijn"), Episode("knie")
    typed = first.with_text(Section.PLAN, "rust")
    assert merged_episodes((first, second), (typed, second), (first,))[0] == (typed,)
    kept = second.with_text(Section.PLAN, "rust")
    assert merged_episodes((first, second), (first, kept), (first,))[0] == (first, kept)


def test_evidence_follows_its_line() -> None:
    said = Evidence(0, Section.PLAN, "rust", ("0:1",))
    draft = ev.NoteDraft(Note(Origin.VENDOR, (Episode(plan="rust"),)), (said,))
    typed = ev.SectionEdited(0, Section.PLAN, "rust\ntyped")
    newer = ev.NoteDraft(Note(Origin.ON_DEVICE, (Episode("keelpijn", plan="rust"),)), ())
    consultation = Consultation()
    for event in (draft, typed, newer):
        consultation = fold(consultation, event)
    assert consultation.note.episodes == (Episode("keelpijn", plan="rust\ntyped"),)
    assert consultation.evidence == (said,)


sections = st.sampled_from(list(Section))
texts = st.lists(st.sampled_from(DRAFT_LINES), max_size=5).map("\n".join)
drafts = st.lists(
    st.builds(Episode, texts, texts, texts, texts, st.sampled_from(["", "Keel", "Knie"])),
    min_size=1,
    max_size=3,
)
typings = st.tuples(st.integers(0, 2), sections, st.integers(0, 200), st.booleans())


@settings(max_examples=1000, deadline=None)
@given(st.lists(drafts | typings, max_size=8))
def test_no_typed_character_is_ever_lost_or_moved(steps: Sequence[object]) -> None:
    """Each thing typed is a word of its own; it stays in its field, in the order of its field."""
    consultation, typed = Consultation(), dict[tuple[int, Section], list[str]]()
    for number, step in enumerate(steps):
        if isinstance(step, list):
            draft = ev.NoteDraft(Note(Origin.VENDOR, tuple(step)))
            consultation = fold(consultation, draft)
        else:
            consultation = _typed(consultation, step, f"<{number}>", typed)
        for (episode, section), words in typed.items():
            text = consultation.note.episodes[episode].text(section)
            places = [text.find(word) for word in words]
            assert -1 not in places
            assert places == sorted(places)


def _typed(
    consultation: Consultation,
    step: object,
    word: str,
    typed: dict[tuple[int, Section], list[str]],
) -> Consultation:
    assert isinstance(step, tuple)
    episode, section, at, own_line = step
    episodes = consultation.note.episodes
    text = episodes[episode].text(section) if episode < len(episodes) else ""
    at %= len(text) + 1
    while text.rfind("<", 0, at) > text.rfind(">", 0, at):
        at -= 1  # nobody types inside another typed word here
    text = text[:at] + (f"\n{word}\n" if own_line else word) + text[at:]
    words = typed.setdefault((episode, section), [])
    words.append(word)
    words.sort(key=text.find)
    return fold(consultation, ev.SectionEdited(episode, section, text))
