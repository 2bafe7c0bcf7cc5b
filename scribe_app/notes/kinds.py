"""The seven kinds of measurement: LOINC code, unit, what is plausible, what they are called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of measurement; `low` and `high` bound what a person can have, in `unit`."""

    cue: str
    code: str
    unit: str
    low: float
    high: float
    names: tuple[str, str, str]

    def name(self, language: str) -> str:
        """Return what it is called in en, nl or fr."""
        return self.names[("en", "nl", "fr").index(language)]


BLOOD_PRESSURE = Kind(
    "blood_pressure",
    "85354-9",
    "mmHg",
    60,
    260,
    ("Blood pressure", "Bloeddruk", "Tension artérielle"),
)
PULSE = Kind("pulse", "8867-4", "/min", 20, 250, ("Pulse", "Pols", "Pouls"))
TEMPERATURE = Kind(
    "temperature", "8310-5", "°C", 30, 43, ("Temperature", "Temperatuur", "Température")
)
SATURATION = Kind(
    "saturation",
    "2708-6",
    "%",
    50,
    100,
    ("Oxygen saturation", "Zuurstofsaturatie", "Saturation en oxygène"),
)
WEIGHT = Kind("weight", "29463-7", "kg", 0.4, 350, ("Weight", "Gewicht", "Poids"))
HEIGHT = Kind("height", "8302-2", "cm", 30, 230, ("Height", "Lengte", "Taille"))
PACK_YEARS = Kind(
    "pack_years", "8664-5", "pack-years", 0.1, 200, ("Pack-years", "Packyears", "Paquets-années")
)
KINDS = (BLOOD_PRESSURE, PULSE, TEMPERATURE, SATURATION, WEIGHT, HEIGHT, PACK_YEARS)
DIASTOLIC = (30, 160)
