"""The samples as the recogniser on the device heard them: misheard words, and nobody named."""

import json

import pytest

from scribe_app.notes import ExtractiveDrafter
from tests.fixtures.dialogues_read import spoken, unsaid
from tests.fixtures.shared import ROOT

HEARD = ROOT / "tests" / "fixtures" / "heard"
EXPECTED = {
    "en": {
        (0, "S", "sore throat for 5 days"),
        (0, "S", "no fever"),
        (0, "S", "not coughing"),
        (0, "O", "throat red, no pus"),
        (0, "O", "temp 36.9 °c"),
        (0, "E", "i think viral throat infection"),
        (0, "P", "don't need antibiotics"),
        (0, "P", "paracetamol 1000mg 4 times a day"),
        (0, "P", "if throat not better"),
        (1, "S", "right knee hurts"),
        (1, "S", "about 3 weeks ago"),
        (1, "S", "didn't fall"),
        (1, "O", "right knee slightly swollen"),
        (1, "O", "weight 82 kg"),
        (1, "O", "bp 138/84 mmhg"),
        (1, "E", "i think early osteoarthritis"),
        (1, "P", "physiotherapist"),
        (1, "P", "in 6 weeks"),
    },
    "fr": {
        (0, "S", "oreille gauche depuis 3 jours"),
        (0, "S", "pas de fièvre"),
        (0, "S", "je n'ai pas d'allergi"),
        (0, "O", "gauche est rouge et gonflé"),
        (0, "E", "je pense autite moyenne"),
        (0, "P", "1 g 3 fois par jour pendant 5 jours"),
        (0, "P", "vous me rappelez"),
        (1, "S", "mal au dos"),
        (1, "S", "il y a une semaine"),
        (1, "S", "douleur ne descend pas"),
        (1, "O", "poids 72 kg"),
        (1, "O", "ta 135/80 mmhg"),
        (1, "E", "je pense l'embagot"),
        (1, "P", "pas besoin de faire une radio"),
        (1, "P", "1 g 3 fois par jour pendant une semaine"),
        (1, "P", "dans 2 semaines"),
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_facts_survive_a_real_recogniser(language: str) -> None:
    turns = json.loads((HEARD / f"{language}.json").read_text("utf-8"))["utterances"]
    said = spoken(turns, speakers=False)
    evidence = ExtractiveDrafter().draft(said, language).evidence
    found = [(e.episode, e.section.letter, e.text.lower()) for e in evidence]
    missing = [
        wanted
        for wanted in EXPECTED[language]
        if not any(wanted[:2] == line[:2] and wanted[2] in line[2] for line in found)
    ]
    assert missing == []
    assert [e.text for e in evidence if unsaid(e, said, language)] == []
