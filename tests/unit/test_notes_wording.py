"""Measurements as an EHR writes them."""

import pytest

from scribe_app.domain.information import Measurement
from scribe_app.domain.wording import objective_line

ALL = (
    ("85354-9", "140/90", "mmHg"),
    ("8867-4", "72", "/min"),
    ("8310-5", "37.2", "°C"),
    ("2708-6", "98", "%"),
    ("29463-7", "82", "kg"),
    ("8302-2", "178", "cm"),
    ("8664-5", "20", "pack-years"),
)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "BP 140/90 mmHg, pulse 72, temp 37.2 °C, sat 98%, weight 82 kg, height 178 cm, "
            "20 pack-years",
        ),
        (
            "nl-NL",
            "RR 140/90 mmHg, pols 72, temp 37,2 °C, sat 98%, gewicht 82 kg, lengte 178 cm, "
            "20 pack-years",
        ),
        (
            "fr",
            "TA 140/90 mmHg, pouls 72, temp 37,2 °C, sat 98 %, poids 82 kg, taille 178 cm, "
            "20 paquets-années",
        ),
    ],
)
def test_all_kinds(language: str, line: str) -> None:
    found = [Measurement("x", value, unit, kind) for kind, value, unit in ALL]
    assert objective_line(found, language) == line


def test_an_unknown_kind_is_written_as_it_is_shown() -> None:
    assert objective_line([Measurement("Peakflow", "420", "l/min")], "nl") == "Peakflow 420 l/min"


def test_nothing_measured_is_an_empty_line() -> None:
    assert objective_line([], "en") == ""
