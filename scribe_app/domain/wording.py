"""How measurements are written in the O of an EHR contact."""

from collections.abc import Sequence

from scribe_app.domain.information import Measurement

_BLOOD_PRESSURE = "85354-9"
# LOINC code -> words in en, nl, fr; {} is the value.
_FORMS = {
    _BLOOD_PRESSURE: ("BP {} mmHg", "RR {} mmHg", "TA {} mmHg"),
    "8867-4": ("pulse {}", "pols {}", "pouls {}"),
    "8310-5": ("temp {} {unit}", "temp {} {unit}", "temp {} {unit}"),
    "2708-6": ("sat {}%", "sat {}%", "sat {} %"),
    "29463-7": ("weight {} {unit}", "gewicht {} {unit}", "poids {} {unit}"),
    "8302-2": ("height {} {unit}", "lengte {} {unit}", "taille {} {unit}"),
    "8664-5": ("{} pack-years", "{} pack-years", "{} paquets-années"),
}
_LANGUAGES = ("en", "nl", "fr")


def objective_line(measurements: Sequence[Measurement], language: str) -> str:
    """Return ``RR 140/90 mmHg, pols 72, temp 37,2 °C`` in the language of the consultation."""
    return ", ".join(objective_wording(each, language) for each in measurements)


def objective_wording(measurement: Measurement, language: str) -> str:
    """Return one measurement as it is written in O; an unknown kind as it is shown."""
    base = language.lower().replace("_", "-").split("-")[0]
    forms = _FORMS.get(measurement.kind)
    value = measurement.value if base == "en" else _with_comma(measurement)
    if forms is None:
        return f"{measurement.description} {value} {measurement.unit}".strip()
    form = forms[_LANGUAGES.index(base) if base in _LANGUAGES else 0]
    return form.format(value, unit=measurement.unit)


def _with_comma(measurement: Measurement) -> str:
    return measurement.value.replace(".", ",")
