"""The sample consultations must stay playable and keep what a note is drafted from."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
LANGUAGES = ("en", "nl", "fr")
MOST_BYTES = 1_500_000

INGREDIENTS = {
    "en": {
        "blood pressure": r"blood pressure is one hundred and thirty-eight over eighty-four",
        "weight": r"weight is eighty-two kilos",
        "drug": r"paracetamol, one thousand milligrams, four times a day",
        "side": r"\bright knee",
        "negation": r"\bno fever",
        "follow-up throat": r"throat is not better .* come back",
        "follow-up knee": r"see the knee again in six weeks",
        "finding throat": r"throat is red",
        "finding knee": r"right knee is slightly swollen",
        "diagnosis throat": r"I think this is a viral throat infection",
        "diagnosis knee": r"I think this is early osteoarthritis",
    },
    "nl": {
        "blood pressure": r"bloeddruk is honderdtwintig over zeventig",
        "weight": r"gewicht is vijfenzeventig kilo",
        "drug": r"ibuprofen, vierhonderd milligram, drie keer per dag",
        "side": r"linkerschouder",
        "negation": r"geen koorts",
        "follow-up cough": r"koorts krijgt .* belt u ons",
        "follow-up shoulder": r"twee weken wil ik de schouder graag terugzien",
        "finding cough": r"longen klinken schoon",
        "finding shoulder": r"linkerarm is pijnlijk",
        "diagnosis cough": r"ik denk dat dit een virusinfectie is",
        "diagnosis shoulder": r"ik denk dat dit een ontsteking is",
    },
    "fr": {
        "blood pressure": r"tension est à cent trente-cinq sur quatre-vingts",
        "weight": r"pesez soixante-douze kilos",
        "drug": r"un gramme d'amoxicilline, trois fois par jour",
        "side": r"oreille gauche",
        "negation": r"pas de fièvre",
        "follow-up ear": r"oreille dans trois jours, vous me rappelez",
        "follow-up back": r"se revoit dans deux semaines",
        "finding ear": r"tympan gauche est rouge",
        "finding back": r"muscles du bas du dos sont tendus",
        "diagnosis ear": r"je pense que c'est une infection de l'oreille",
        "diagnosis back": r"je pense que c'est une lombalgie",
    },
}


def sample(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SAMPLES / f"{language}.json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_itself_and_its_audio(language: str) -> None:
    loaded = sample(language)
    assert (loaded["id"], loaded["language"]) == (f"sample-{language}", language)
    assert loaded["audio"] == f"{language}.ogg"
    assert loaded["title"]
    assert {u["speaker"] for u in loaded["utterances"]} == {"doctor", "patient"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_audio_is_small_mono_and_not_silent(language: str) -> None:
    path = SAMPLES / sample(language)["audio"]
    assert path.stat().st_size < MOST_BYTES
    audio, rate = soundfile.read(path, dtype="float32")
    assert audio.ndim == 1
    assert rate in (16_000, 24_000)
    assert 90 <= len(audio) / rate <= 180
    assert 0.1 < np.abs(audio).max() < 1.0


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_lie_within_the_audio_in_order(language: str) -> None:
    loaded = sample(language)
    seconds = soundfile.info(SAMPLES / loaded["audio"]).duration
    starts = [u["start"] for u in loaded["utterances"]]
    assert starts == sorted(starts)
    assert all(0 <= u["start"] < u["end"] <= seconds for u in loaded["utterances"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_speech_is_louder_than_the_pauses(language: str) -> None:
    loaded = sample(language)
    audio, rate = soundfile.read(SAMPLES / loaded["audio"], dtype="float32")
    first = int(loaded["utterances"][0]["start"] * rate)
    background = np.sqrt(np.mean(audio[rate // 10 : first - rate // 10] ** 2))
    for u in loaded["utterances"]:
        spoken = audio[int(u["start"] * rate) : int(u["end"] * rate)]
        assert np.sqrt(np.mean(spoken**2)) > 3 * background, u["text"]


@pytest.mark.parametrize(
    ("language", "name"),
    [(language, name) for language, found in INGREDIENTS.items() for name in found],
)
def test_text_contains(language: str, name: str) -> None:
    text = " ".join(u["text"] for u in sample(language)["utterances"])
    assert re.search(INGREDIENTS[language][name], text, re.IGNORECASE)
