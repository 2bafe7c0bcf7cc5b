"""A consultation as a FHIR R4 document: a Composition with Observations in LOINC and UCUM."""

import json
import uuid
from datetime import UTC, datetime
from html import escape
from typing import Any

from scribe_app.domain.consultation import Consultation
from scribe_app.domain.information import Context, Measurement
from scribe_app.domain.note import Episode, Section

_LOINC = "http://loinc.org"
_UCUM = "http://unitsofmeasure.org"
_UNITS = {
    "85354-9": "mm[Hg]",
    "8867-4": "/min",
    "8310-5": "Cel",
    "2708-6": "%",
    "29463-7": "kg",
    "8302-2": "cm",
    "8664-5": "{PackYears}",
}
_PRESSURES = (("8480-6", "Systolic blood pressure"), ("8462-4", "Diastolic blood pressure"))
_SECTIONS = {
    Section.SUBJECTIVE: ("61150-9", "Subjective"),
    Section.OBJECTIVE: ("61149-1", "Objective"),
    Section.EVALUATION: ("51848-0", "Evaluation"),
    Section.PLAN: ("18776-5", "Plan of care"),
}


def as_fhir(consultation: Consultation) -> str:
    """Return the document Bundle; nobody is named in it, the receiving system knows the patient."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    found = [m for m in consultation.information.measurements if _is_finding(m)]
    observations = [_entry(_observation(m, now)) for m in found]
    author = _entry({"resourceType": "Device", "deviceName": [_DEVICE]})
    composition = _entry(_composition(consultation, now, author["fullUrl"], observations))
    bundle = {
        "resourceType": "Bundle",
        "type": "document",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{uuid.uuid4()}"},
        "timestamp": now,
        "entry": [composition, author, *observations],
    }
    return json.dumps(bundle, ensure_ascii=False, indent=1) + "\n"


_DEVICE = {"name": "Scribe", "type": "manufacturer-name"}


def _entry(resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": f"urn:uuid:{uuid.uuid4()}", "resource": resource}


def _is_finding(measurement: Measurement) -> bool:
    return measurement.context is Context.NOW and measurement.kind in _UNITS


def _composition(
    consultation: Consultation, now: str, author: str, observations: list[dict[str, Any]]
) -> dict[str, Any]:
    sections = [
        _section(part, episode) for episode in consultation.note.episodes for part in Section
    ]
    if observations:
        entries = [{"reference": each["fullUrl"]} for each in observations]
        sections.append({"title": "Measurements", "entry": entries})
    return {
        "resourceType": "Composition",
        "status": "preliminary",
        "language": consultation.language,
        "type": _concept("11488-4", "Consult note"),
        "date": now,
        "author": [{"reference": author}],
        "title": "Consultation",
        "section": [section for section in sections if section],
    }


def _section(part: Section, episode: Episode) -> dict[str, Any]:
    text = episode.text(part).strip()
    if not text:
        return {}
    code, title = _SECTIONS[part]
    lines = "<br/>".join(escape(line) for line in text.splitlines())
    narrative = f'<div xmlns="http://www.w3.org/1999/xhtml">{lines}</div>'
    heading = f"{title}: {episode.title}" if episode.title else title
    return {
        "title": heading,
        "code": _concept(code, title),
        "text": {"status": "additional", "div": narrative},
    }


def _observation(measurement: Measurement, now: str) -> dict[str, Any]:
    observation = {
        "resourceType": "Observation",
        "status": "preliminary",
        "code": _concept(measurement.kind, measurement.description),
        "effectiveDateTime": now,
    }
    if measurement.kind != "85354-9":
        return {**observation, "valueQuantity": _quantity(measurement.value, measurement)}
    values = zip(_PRESSURES, measurement.value.split("/"), strict=False)
    components = [
        {"code": _concept(code, display), "valueQuantity": _quantity(value, measurement)}
        for (code, display), value in values
    ]
    return {**observation, "component": components}


def _quantity(value: str, measurement: Measurement) -> dict[str, Any]:
    return {
        "value": float(value.replace(",", ".")),
        "unit": measurement.unit,
        "system": _UCUM,
        "code": _UNITS[measurement.kind],
    }


def _concept(code: str, display: str) -> dict[str, Any]:
    return {"coding": [{"system": _LOINC, "code": code, "display": display}], "text": display}
