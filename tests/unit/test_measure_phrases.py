"""A set of phrases per language: what was measured is found, and nothing else is (F1)."""

import pytest

from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter

PHRASES = {
    "en": (
        ("Your blood pressure is one thirty over eighty.", "130/80 now"),
        ("BP today is 142 over 88, pulse 76.", "142/88 now", "76 now"),
        ("Pressure was one fifty over ninety five last week.", "150/95 earlier"),
        ("Your blood pressure was 150 over 95 last week.", "150/95 earlier"),
        ("At home the blood pressure is around 135 over 85.", "135/85 home"),
        ("We want your blood pressure below 140 over 90.", "140/90 goal"),
        ("Your heart rate is seventy two beats per minute.", "72 now"),
        ("Pulse is between 66 and 74.", "66-74 now"),
        ("Temperature thirty seven point four.", "37.4 now"),
        ("The temperature is 38 point 5 today.", "38.5 now"),
        ("I measured 38.9 at home, that's the fever.", "38.9 home"),
        ("Oxygen saturation is ninety six percent on room air.", "96 now"),
        ("Sats of 94 to 96 percent.", "94-96 now"),
        ("You weigh eighty four kilos.", "84 now"),
        ("Your weight is one hundred and ninety pounds.", "190 now"),
        ("I lost 5 kilos since the summer.",),
        ("Your height is one metre seventy eight.", "178 now"),
        ("You're 165 centimetres tall.", "165 now"),
        ("That makes a 30 pack year history.", "30 now"),
        ("I was born in twenty eighteen.",),
        ("It happened over 3 days, on 2 of 7 nights.",),
        ("Take 500 milligrams twice a day.",),
        ("The pain is 7 out of 10.",),
        ("Come back in 6 weeks.",),
        ("I don't have a fever.",),
        ("Your pulse is 81 and your temperature is 36.8.", "81 now", "36.8 now"),
        ("My blood pressure went up by 20.",),
        ("Your blood pressure, 300 over 20.", "300/20 now"),
    ),
    "nl": (
        ("De bloeddruk is honderdveertig over negentig.", "140/90 now"),
        ("Uw tensie is 135 over 85, pols 72.", "135/85 now", "72 now"),
        ("Vorige week was de bloeddruk 150 over 95.", "150/95 earlier"),
        ("Thuis is de bloeddruk ongeveer 130 over 80.", "130/80 home"),
        ("De bloeddruk moet onder de 140 over 90.", "140/90 goal"),
        ("De hartslag is tachtig slagen per minuut.", "80 now"),
        ("De pols is tussen 66 en 74.", "66-74 now"),
        ("Temperatuur achtendertig komma vijf.", "38,5 now"),
        ("U hebt nu 37,8 koorts.", "37,8 now"),
        ("Ik heb thuis 39,1 koorts gemeten.", "39,1 home"),
        ("De saturatie is zesennegentig procent.", "96 now"),
        ("Saturatie 94 tot 96 procent.", "94-96 now"),
        ("U weegt vierentachtig kilo.", "84 now"),
        ("Ik ben 5 kilo afgevallen.",),
        ("Uw lengte is één meter achtenzeventig.", "178 now"),
        ("U bent 165 centimeter lang.", "165 now"),
        ("Dat zijn dertig pakjaren.", "30 now"),
        ("Ik ben geboren in 2018.",),
        ("Neem 500 milligram, drie keer per dag.",),
        ("De pijn is een 7 op een schaal van 10.",),
        ("Over 6 weken zie ik u terug.",),
        ("Ik heb geen koorts gehad.",),
        ("De pols is 81 en de temperatuur 36,8.", "81 now", "36,8 now"),
        ("Sinds drie weken, op 2 van de 7 nachten.",),
        ("De bloeddruk is 300 over 20.", "300/20 now"),
    ),
    "fr": (
        ("La tension est à cent trente sur quatre-vingts.", "130/80 now"),
        ("Votre tension est à treize huit, le pouls à 72.", "130/80 now", "72 now"),
        ("La semaine dernière la tension était à 150 sur 95.", "150/95 earlier"),
        ("À la maison la tension est à 135 sur 85.", "135/85 home"),
        ("L'objectif est une tension en dessous de 140 sur 90.", "140/90 goal"),
        ("La fréquence cardiaque est à quatre-vingts par minute.", "80 now"),
        ("Le pouls est entre 66 et 74.", "66-74 now"),
        ("Température trente-huit virgule cinq.", "38,5 now"),
        ("Vous avez aujourd'hui 37,8 de fièvre.", "37,8 now"),
        ("À la maison j'ai mesuré 39,1 de fièvre.", "39,1 home"),
        ("La saturation est à quatre-vingt-seize pour cent.", "96 now"),
        ("Saturation 94 à 96 pour cent.", "94-96 now"),
        ("Vous pesez quatre-vingt-quatre kilos.", "84 now"),
        ("J'ai perdu 5 kilos.",),
        ("Votre taille est de un mètre soixante-dix-huit.", "178 now"),
        ("Vous mesurez 165 centimètres.", "165 now"),
        ("Cela fait trente paquets-années.", "30 now"),
        ("Je suis né en 2018.",),
        ("Prenez 500 milligrammes trois fois par jour.",),
        ("La douleur est à 7 sur 10.",),
        ("On se revoit dans 6 semaines.",),
        ("Je n'ai pas de fièvre.",),
        ("Le pouls est à 81 et la température à 36,8.", "81 now", "36,8 now"),
        ("Depuis trois semaines, 2 nuits sur 7.",),
    ),
}
LEAST = 0.97


@pytest.mark.parametrize("language", list(PHRASES))
def test_phrases(language: str) -> None:
    right = found = wanted = 0
    wrong = []
    for phrase, *expected in PHRASES[language]:
        measured = ExtractiveDrafter().measure([Utterance("1:0", 0, 4, phrase)], language)
        shown = {f"{each.value} {each.context}" for each in measured}
        right += len(shown & set(expected))
        found += len(shown)
        wanted += len(expected)
        if shown != set(expected):
            wrong.append((phrase, shown))
    assert 2 * right / (found + wanted) >= LEAST, wrong
