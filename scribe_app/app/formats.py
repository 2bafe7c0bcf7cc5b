"""A finished consultation in the forms the contract names: text, JSON, SRT and VTT."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from scribe_app.domain.audio import to_seconds
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.information import Information
from scribe_app.domain.layout import note_layout
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.note import Evidence, Note, Section
from scribe_app.domain.review import Check, Omission
from scribe_app.domain.transcript import Utterance


def as_text(consultation: Consultation) -> str:
    """Return the transcript, an utterance a line, and the note under it when there is one."""
    lines = [utterance.text for utterance in consultation.transcript.finals]
    if not consultation.note.is_empty:
        lines += ["", note_layout(consultation.note)]
    return "\n".join(lines) + "\n"


def as_json(consultation: Consultation, ledger: Ledger, warnings: Sequence[str]) -> str:
    """Return the document of `--format json`."""
    document = {
        "vendor": consultation.engines[0] if consultation.engines else "",
        "engines": list(consultation.engines),
        "language": consultation.language,
        "duration": round(to_seconds(consultation.captured_samples), 3),
        "epochs": len(consultation.epochs),
        "utterances": [utterance_dict(u) for u in consultation.transcript.finals],
        "note": note_dict(consultation.note),
        "evidence": [evidence_dict(e) for e in consultation.evidence],
        "information": information_dict(consultation.information),
        "ledger": ledger_dict(ledger),
        "warnings": list(warnings),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def utterance_dict(utterance: Utterance) -> dict[str, Any]:
    """Return an utterance as the contract writes it; times in seconds, to the millisecond."""
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "start": round(utterance.start, 3),
        "end": round(utterance.end, 3),
        "text": utterance.text,
        "status": utterance.status.value,
        "words": [
            {"text": word.text, "start": round(word.start, 3), "end": round(word.end, 3)}
            for word in utterance.words
        ],
    }


def note_dict(note: Note) -> dict[str, Any]:
    """Return a note as the contract writes it."""
    return {
        "origin": note.origin.value,
        "episodes": [
            {"title": episode.title, **{part.value: episode.text(part) for part in Section}}
            for episode in note.episodes
        ],
    }


def check_dict(check: Check) -> dict[str, Any]:
    """Return a line to check, and why."""
    return {
        "episode": check.episode,
        "section": check.section.value,
        "text": check.text,
        "kind": check.kind.value,
        "level": check.level.value,
        "words": list(check.words),
        "utterances": list(check.utterances),
    }


def omission_dict(omission: Omission) -> dict[str, Any]:
    """Return something that was said and stands nowhere."""
    return {
        "section": omission.section.value,
        "text": omission.text,
        "utterances": list(omission.utterances),
        "weight": omission.weight,
    }


def evidence_dict(evidence: Evidence) -> dict[str, Any]:
    """Return where a line came from as the contract writes it."""
    return {
        "episode": evidence.episode,
        "section": evidence.section.value,
        "text": evidence.text,
        "utterances": list(evidence.utterances),
        "support": round(evidence.support, 2),
        "flags": list(evidence.flags),
    }


def information_dict(information: Information) -> dict[str, Any]:
    """Return codings, resources and measurements as the contract writes them."""
    return {
        "codings": [
            {"system": c.system, "code": c.code, "description": c.description}
            for c in information.codings
        ],
        "resources": [asdict(resource) for resource in information.resources],
        "measurements": [
            {
                "description": m.description,
                "value": m.value,
                "unit": m.unit,
                "context": m.context.value,
                "plausible": m.plausible,
                "utterance": m.utterance,
            }
            for m in information.measurements
        ],
    }


def ledger_dict(ledger: Ledger) -> dict[str, Any]:
    """Return the ledger in seconds, to the millisecond."""
    return {
        "captured": round(ledger.captured, 3),
        "stored": round(ledger.stored, 3),
        "sent": round(ledger.sent, 3),
        "covered": round(ledger.covered, 3),
        "unconfirmed": round(ledger.unconfirmed, 3),
        "gaps": [[round(start, 3), round(end, 3)] for start, end in ledger.gaps],
        "missing": [[round(start, 3), round(end, 3)] for start, end in ledger.missing],
    }


def as_srt(utterances: Sequence[Utterance]) -> str:
    """Return SubRip subtitles."""
    cues = (
        f"{number}\n{_stamp(u.start, ',')} --> {_stamp(u.end, ',')}\n{_cue_text(u)}\n"
        for number, u in enumerate(utterances, start=1)
    )
    return "\n".join(cues)


def as_vtt(utterances: Sequence[Utterance]) -> str:
    """Return WebVTT subtitles; text is escaped as its specification asks."""
    cues = (
        f"{_stamp(u.start, '.')} --> {_stamp(u.end, '.')}\n{_escaped(_cue_text(u))}\n"
        for u in utterances
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def _cue_text(utterance: Utterance) -> str:
    text = " ".join(utterance.text.split())
    return f"{utterance.speaker}: {text}" if utterance.speaker else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(seconds: float, point: str) -> str:
    milliseconds = round(max(0.0, seconds) * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}{point}{rest % 1000:03}"
