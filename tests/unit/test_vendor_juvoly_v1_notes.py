"""Juvoly V1: the note, whatever it is wrapped in."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.note import Episode, Origin
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v1 import JuvolyV1
from tests.fixtures.vendor_web import (
    notes,
    sent,
    settings,
    told,
)

SOAP = [
    {"S": "Keelpijn en hoofdpijn al 2 weken.", "O": "", "E": "Mogelijke infectie.", "P": "Kuur."},
    {"S": "Plekje op de voet.", "O": "", "E": "Niet gedefinieerd.", "P": "Verwijzing."},
]


NAMES = st.text("abcdefghijklmnop_W", min_size=1, max_size=12).filter(
    lambda name: name.lower() not in {"a", "e", "o", "p", "plan", "final", "complete"}
)


def codec(template: str = "", **values: str) -> Codec:
    vendor = JuvolyV1()
    return vendor.codec(settings(vendor, template=template, **values), SystemClock())


@pytest.mark.parametrize("template", ["soap", "meeting", "dictation"])
def test_a_note_is_asked_for_in_the_template_without_a_count(template: str) -> None:
    (request,) = sent(codec(template).request_note())
    assert request == {
        "type": "summarize",
        "request": {"modelSize": "large", "template": template},
    }
    assert template in JuvolyV1.manifest.capabilities.templates


def test_the_count_of_episodes_is_a_number_where_it_is_set() -> None:
    (request,) = sent(codec("soap", episode_count="2").request_note())
    assert request["request"]["episodeCount"] == 2  # type: ignore[index]


def summary(content: object, template: str = "soap", name: str = "summary") -> dict[str, object]:
    return {"type": "summarization", name: {"template": template, "content": content}}


@hypothesis_settings(max_examples=50, deadline=None)
@given(outer=NAMES, inner=NAMES, listed=NAMES)
def test_episodes_are_found_in_any_wrapper(outer: str, inner: str, listed: str) -> None:
    message = {"type": "summarization", outer: {"template": "soap", inner: {listed: SOAP}}}
    (draft,) = notes(told(codec(), message))
    assert draft.note.origin is Origin.VENDOR
    assert [each.plan for each in draft.note.episodes] == ["Kuur.", "Verwijzing."]
    assert draft.note.episodes[0].subjective == "Keelpijn en hoofdpijn al 2 weken."


def test_episodes_are_found_in_the_flat_form() -> None:
    flat = {"type": "summarization", "template": "soap", "episodes": SOAP}
    (draft,) = notes(told(codec(), flat))
    assert len(draft.note.episodes) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("s", "o", "e", "p"),
        ("Subjective", "OBJECTIVE", "evaluation", "plan"),
        ("subjectief", "objectief", "evaluatie", "plan"),
        ("S", "O", "A", "P"),
        ("subjective", "objective", "assessment", "plan"),
    ],
)
def test_sections_have_any_likely_name(names: tuple[str, ...]) -> None:
    episode = dict(zip(names, ("a1", "b2", "c3", "d4"), strict=True))
    (draft,) = notes(told(codec(), summary([episode])))
    assert draft.note.episodes == (Episode("a1", "b2", "c3", "d4"),)


@pytest.mark.parametrize(
    ("episode", "wanted"),
    [
        ({"P": "Kuur."}, Episode(plan="Kuur.")),
        ({"S": None, "P": "Kuur."}, Episode(plan="Kuur.")),
        ({"S": ["Pijn.", "Hoest."], "P": ""}, Episode(subjective="Pijn.\nHoest.")),
        ("Pijn in de keel.", Episode(subjective="Pijn in de keel.")),
        ({"title": "Keel", "S": "Pijn."}, Episode(subjective="Pijn.", title="Keel")),
    ],
)
def test_a_section_may_be_missing_a_list_or_the_whole_episode_a_string(
    episode: object, wanted: Episode
) -> None:
    (draft,) = notes(told(codec(), summary({"episodes": [episode]})))
    assert draft.note.episodes == (wanted,)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"text": "Besproken werd het rooster."}, "Besproken werd het rooster."),
        ("Besproken werd het rooster.", "Besproken werd het rooster."),
        ({"points": ["Rooster", "Vakantie"]}, "points: Rooster\nVakantie"),
        ({"title": "Overleg", "plan": "Bellen"}, "title: Overleg\nplan: Bellen"),
        ({"items": [{"who": "Jan"}, {"who": "An"}]}, "who: Jan\nwho: An"),
    ],
)
@pytest.mark.parametrize("template", ["meeting", "dictation"])
def test_the_result_of_another_template_is_plain_text(
    template: str, content: object, text: str
) -> None:
    (draft,) = notes(told(codec(), summary(content, template)))
    (episode,) = draft.note.episodes
    assert episode.subjective.removeprefix("content: ") == text
    assert (episode.objective, episode.evaluation, episode.plan) == ("", "", "")


def test_another_template_with_sections_is_taken_by_them() -> None:
    (draft,) = notes(told(codec(), summary({"episodes": SOAP}, "dictation")))
    assert len(draft.note.episodes) == 2


@pytest.mark.parametrize("content", [None, {}, [], {"episodes": []}, {"episodes": [{}]}])
def test_an_empty_summary_is_an_empty_note(content: object) -> None:
    (draft,) = notes(told(codec(), summary(content)))
    assert draft.note.is_empty


def test_what_is_unknown_or_malformed_is_counted_and_passed_over() -> None:
    it = codec()
    assert told(it, {"type": "made-up"}, "nonsense", b"\xff", "[1]") == []
    assert it.ignored == 4


@pytest.mark.parametrize("frame", ['{"type":"ready",}', '{"type":"ready"\n, }'])
def test_a_trailing_comma_does_no_harm(frame: str) -> None:
    assert told(codec(), frame) == [ev.Ready()]
