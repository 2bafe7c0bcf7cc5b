"""Juvoly V2: information and summaries."""

import pytest

from scribe_app.domain.information import Coding, Information, Measurement, Resource
from scribe_app.domain.note import Episode
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from tests.fixtures.vendor_web import (
    consultation,
    notes,
    settings,
    told,
)

INFORMATION = {
    "type": "information",
    "codings": [
        {"system": "snomed", "code": "392570002", "description": "bevinding bloeddruk"},
        {"system": "icpc", "code": "K29", "description": "Andere klachten"},
    ],
    "resources": [
        {"link": "https://www.thuisarts.nl/x", "description": "Bloeddruk", "origin": "Thuisarts"},
        {"link": "https://richtlijnen.nhg.org/y", "description": "", "origin": "NHG"},
    ],
    "measurements": [{"description": "Bloeddruk", "value": "140/90", "unit": "mmHg"}],
}  # fmt: skip


def codec(**values: str) -> Codec:
    vendor = JuvolyV2()
    return vendor.codec(settings(vendor, **values), SystemClock())


# --- information ----------------------------------------------------------------------------------


def test_codings_resources_and_measurements_are_read() -> None:
    (found,) = told(codec(), INFORMATION)
    assert found == Information(
        (
            Coding("snomed", "392570002", "bevinding bloeddruk", "Juvoly V2"),
            Coding("icpc", "K29", "Andere klachten", "Juvoly V2"),
        ),
        (
            Resource("https://www.thuisarts.nl/x", "Bloeddruk", "Thuisarts"),
            Resource("https://richtlijnen.nhg.org/y", "", "NHG"),
        ),
        (Measurement("Bloeddruk", "140/90", "mmHg"),),
    )


@pytest.mark.parametrize("missing", ["codings", "resources", "measurements"])
@pytest.mark.parametrize("value", ["absent", None, [], {}, "x", [None, 3]])
def test_every_list_of_information_is_optional(missing: str, value: object) -> None:
    message = {k: v for k, v in INFORMATION.items() if k != missing}
    message |= {} if value == "absent" else {missing: value}
    (found,) = told(codec(), message)
    assert isinstance(found, Information)
    assert getattr(found, missing) == ()
    assert sum(len(getattr(found, k)) for k in ("codings", "resources", "measurements")) in (3, 4)


def pressure(value: object) -> dict[str, object]:
    return {
        "type": "information",
        "measurements": [{"description": "RR", "value": value, "unit": "mmHg"}],
    }


def test_information_is_merged_and_a_new_value_keeps_the_former() -> None:
    found = consultation(
        told(codec(), INFORMATION, INFORMATION, pressure("130/80"), pressure("120/70"))
    )
    values = [each.value for each in found.information.measurements]
    assert values == ["140/90", "130/80", "120/70"]
    assert len(found.information.codings) == 2


def test_information_may_replace_what_came_before() -> None:
    events = told(codec(information_mode="replace"), INFORMATION, pressure("130/80"))
    found = consultation(events).information
    assert [each.value for each in found.measurements] == ["130/80"]
    assert found.codings == ()


@pytest.mark.parametrize(("value", "text"), [(37.5, "37.5"), (80, "80"), ("80", "80")])
def test_a_measurement_may_be_a_number(value: object, text: str) -> None:
    assert consultation(told(codec(), pressure(value))).information.measurements[0].value == text


def soep(*episodes: object) -> dict[str, object]:
    return {"type": "summarySoep", "summary": {"episodes": list(episodes)}}


# --- summaries ------------------------------------------------------------------------------------


def test_a_summary_has_an_episode_for_each_problem() -> None:
    keys = ("subjective", "objective", "evaluation", "plan")
    one = dict(zip(keys, ("Keelpijn.", "", "Infectie.", "Kuur."), strict=True))
    (draft,) = notes(told(codec(), soep(one, one)))
    assert draft.note.episodes == (Episode("Keelpijn.", "", "Infectie.", "Kuur."),) * 2


def test_every_summary_is_a_version_also_one_that_was_not_asked_for() -> None:
    events = told(codec(), soep({"plan": "Kuur."}), soep({"plan": "Rust."}))
    result = consultation(events)
    assert [d.note.episodes[0].plan for d in result.drafts] == ["Kuur.", "Rust."]
    assert result.note.episodes[0].plan == "Rust."


def test_an_empty_summary_is_an_empty_note() -> None:
    assert notes(told(codec(), soep()))[0].note.is_empty


def test_an_unknown_type_is_counted_and_passed_over() -> None:
    it = codec()
    assert told(it, {"type": "documentMapping", "text": "x"}, {"no": "type"}) == []
    assert it.ignored == 2


@pytest.mark.parametrize("code", [1001, 1006, 1011, 4000])
def test_any_close_but_a_normal_one_is_a_loss(code: int) -> None:
    fault = codec().closed(code, "")
    assert fault is not None
    assert fault.retryable
    assert codec().closed(1000, "") is None
