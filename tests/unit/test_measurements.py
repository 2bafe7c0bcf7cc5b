"""What was measured is found as it is shown; years, goals, changes and scores are not."""

import time

import pytest

from scribe_app.domain.information import Context, Measurement
from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter

DRAFTER = ExtractiveDrafter()


def heard(language: str, *texts: str) -> tuple[Measurement, ...]:
    said = [Utterance(f"1:{n}", n * 5.0, n * 5.0 + 4, text) for n, text in enumerate(texts)]
    return DRAFTER.measure(said, language)


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [
        (
            "en",
            "your blood pressure is one hundred and thirty-eight over eighty-four",
            "138/84 mmHg",
        ),
        ("en", "blood pressure one forty over ninety", "140/90 mmHg"),
        ("en", "100 over 60 is what I got", "100/60 mmHg"),
        ("en", "heart rate is 88 beats per minute", "88 /min"),
        ("en", "temperature of thirty eight point five", "38.5 °C"),
        ("en", "your temperature is ninety eight . two", "98.2 °F"),
        ("en", "sats are ninety seven percent", "97 %"),
        ("en", "I weigh about eighty two kilos", "82 kg"),
        ("en", "your weight is 180 pounds", "180 lb"),
        ("en", "he has a twenty pack year history", "20 pack-years"),
        ("nl", "de bloeddruk is honderdvijfendertig over tachtig", "135/80 mmHg"),
        ("nl", "temperatuur zevenendertig komma twee", "37,2 °C"),
        ("nl", "temperatuur zevenendertig twee", "37,2 °C"),
        ("nl", "ik heb nu 38,5 koorts", "38,5 °C"),
        ("nl", "u weegt tweeëntachtig kilo", "82 kg"),
        ("nl", "uw gewicht is 82,5 kilo", "82,5 kg"),
        ("nl", "u bent 178 centimeter lang", "178 cm"),
        ("nl", "uw lengte is één meter achtenzeventig", "178 cm"),
        ("nl", "hartslag is 88 slagen per minuut", "88 /min"),
        ("nl", "saturatie achtennegentig procent", "98 %"),
        ("nl", "twintig pakjaren", "20 pack-years"),
        ("fr", "la tension est à cent trente-cinq sur quatre-vingts", "135/80 mmHg"),
        ("fr", "tension à quatorze neuf", "140/90 mmHg"),
        ("fr", "température trente-sept virgule deux", "37,2 °C"),
        ("fr", "trente-huit cinq de fièvre", "38,5 °C"),
        ("fr", "vous pesez soixante-douze kilos", "72 kg"),
        ("fr", "le pouls est à soixante-douze", "72 /min"),
        ("fr", "saturation quatre-vingt-dix-huit pour cent", "98 %"),
        ("fr", "vingt paquets-années", "20 pack-years"),
    ],
)
def test_found_as_shown(language: str, said: str, shown: str) -> None:
    found = heard(language, said)
    assert [f"{m.value} {m.unit}" for m in found] == [shown]
    assert found[0].context is Context.NOW
    assert found[0].plausible


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "In twenty eighteen I had surgery, and again in 2019/20"),
        ("en", "born on 12/11/1980"),
        ("en", "the pain is 7 out of 10, sometimes 10/10"),
        ("en", "I lost 5 kilos"),
        ("en", "I can lift 20 kilos"),
        ("en", "fever for 38 hours"),
        ("en", "your heart rate is in the 90s"),
        ("en", "count the pulse for 30 seconds"),
        ("en", "take 500 mg for 7 days, the pulse is regular"),
        ("en", "respiratory rate is 16 per minute"),
        ("nl", "ik ben vijf kilo afgevallen"),
        ("nl", "pijn in mijn pols sinds 30 dagen"),
        ("nl", "hoe lang heeft u dat al, 30 dagen"),
        ("fr", "j'ai perdu cinq kilos"),
        ("fr", "la douleur est à 8 sur 10"),
    ],
)
def test_not_a_measurement(language: str, said: str) -> None:
    assert heard(language, said) == ()


@pytest.mark.parametrize(
    ("language", "said", "context"),
    [
        ("en", "we want your blood pressure below 140/90", Context.GOAL),
        ("en", "if your temperature goes above 38.5 call us", Context.GOAL),
        ("en", "at home my blood pressure is around 135 over 85", Context.HOME),
        ("en", "last time your weight was 80 kilos", Context.EARLIER),
        ("en", "I had a fever of 39 yesterday", Context.EARLIER),
        ("nl", "de bloeddruk moet onder de 140/90 blijven", Context.GOAL),
        ("nl", "als u boven de 38,5 graden koorts krijgt, bel dan", Context.GOAL),
        ("nl", "thuis meet ik steeds 135 over 85", Context.HOME),
        ("nl", "in 2018 was de bloeddruk 150 over 95", Context.EARLIER),
        ("fr", "la tension doit être en dessous de 140 sur 90", Context.GOAL),
        ("fr", "à la maison j'ai 13 8 de tension", Context.HOME),
        ("fr", "hier j'avais 39 de fièvre", Context.EARLIER),
    ],
)
def test_other_than_now_is_kept_apart(language: str, said: str, context: Context) -> None:
    assert [m.context for m in heard(language, said)] == [context]


def test_several_in_one_breath() -> None:
    found = heard("en", "BP is 138 over 84 pulse 72 temp 36.9 and sats 98 weight 82 kilos")
    assert [(m.kind, m.value) for m in found] == [
        ("85354-9", "138/84"),
        ("8867-4", "72"),
        ("8310-5", "36.9"),
        ("2708-6", "98"),
        ("29463-7", "82"),
    ]


@pytest.mark.parametrize("said", ["blood pressure was 150 over 7", "BP 300/200", "temp 45.5"])
def test_what_cannot_be_is_marked(said: str) -> None:
    assert [m.plausible for m in heard("en", said)] == [False]


@pytest.mark.parametrize(
    ("language", "asked", "answer", "shown"),
    [
        ("en", "What's your weight?", "um, eighty two kilos", "82 kg"),
        ("en", "How tall are you?", "one metre seventy eight", "178 cm"),
        ("nl", "Hoeveel weegt u?", "tweeëntachtig kilo", "82 kg"),
        ("fr", "Combien mesurez-vous ?", "un mètre soixante-dix-huit", "178 cm"),
    ],
)
def test_question_and_answer_in_two_utterances(
    language: str, asked: str, answer: str, shown: str
) -> None:
    (found,) = heard(language, asked, answer)
    assert f"{found.value} {found.unit}" == shown
    assert (found.utterance, found.at) == ("1:1", 5.0)


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("How much weight have you lost?", "About 20 pounds."),
        ("How much do you weigh?", "eighty two"),
    ],
)
def test_a_change_and_a_weight_without_its_unit_are_not_read(asked: str, answer: str) -> None:
    assert heard("en", asked, answer) == ()


def test_a_decimal_said_in_pieces() -> None:
    assert [m.value for m in heard("en", "my temperature was 38 point, uh, point 5")] == ["38.5"]


@pytest.mark.parametrize(
    ("language", "before", "said"),
    [
        (
            "en",
            "Let me check your weight and your blood pressure.",
            "You weigh 82 kilos and your blood pressure is 135 over 80.",
        ),
        (
            "nl",
            "Ik meet ook even uw bloeddruk en uw gewicht.",
            "U weegt 82 kilo en de bloeddruk is 135 over 80.",
        ),
        (
            "fr",
            "Je vais aussi vous peser et prendre votre tension.",
            "Vous pesez 82 kilos et la tension est à 135 sur 80.",
        ),
    ],
)
def test_a_value_belongs_to_the_kind_named_next_to_it_not_to_one_asked_before(
    language: str, before: str, said: str
) -> None:
    assert [m.value for m in heard(language, before, said)] == ["82", "135/80"]


def test_an_answer_much_later_is_not_tied_to_the_question() -> None:
    assert heard("en", "What's your weight?", "why?", "well", "hm", "I am forty two") == ()


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en-GB", "Blood pressure"),
        ("nl-BE", "Bloeddruk"),
        ("fr_FR", "Tension artérielle"),
    ],
)
def test_named_in_the_language_of_the_consultation(language: str, name: str) -> None:
    over = "sur" if language.startswith("fr") else "over"
    assert [m.description for m in heard(language, f"140 {over} 90")] == [name]


def test_the_last_utterances_alone_give_what_the_whole_gives() -> None:
    texts = ["What's your weight?", "82 kilos", "ok", "and your blood pressure is 140 over 90"]
    whole = heard("en", *texts)
    said = [Utterance(f"1:{n}", n * 5.0, n * 5.0 + 4, text) for n, text in enumerate(texts)]
    windows = [DRAFTER.measure(said[max(0, n - 4) : n + 1], "en") for n in range(len(said))]
    assert set().union(*windows) == set(whole)


def test_cost_grows_with_the_length_and_no_faster() -> None:
    texts = ["your blood pressure is 140 over 90 and your pulse is 72 per minute today"] * 50
    heard("en", *texts)
    short, long = (_cpu(texts * times) for times in (2, 8))
    assert long < short * 4 * 3


def _cpu(texts: list[str]) -> float:
    best = 9e9
    for _ in range(3):
        before = time.process_time()
        heard("en", *texts)
        best = min(best, time.process_time() - before)
    return best
