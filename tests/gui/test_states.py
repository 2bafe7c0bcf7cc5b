"""What the window says in every state, and that it changes only because of what it is told."""

import re
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import scribe_app
from scribe_app.domain.commands import Pause, Resume, Start, Stop
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.session import Link, Phase, State
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.fault_words import KNOWN, in_our_language
from scribe_app.ui.ledger_strip import sentence
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.state_words import saying
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.gui.conftest import Say

CELLS = list(product(Phase, Link, (False, True)))


@pytest.mark.parametrize(("phase", "link", "silent"), CELLS)
def test_every_cell_has_a_word_a_fact_and_a_sign(phase: Phase, link: Link, silent: bool) -> None:
    said = saying(replace(made_up.RECORDING, state=State(phase, link), no_signal=silent), "nl")
    assert said.word
    assert said.fact
    assert len(said.fact) < 40


def test_every_phase_has_a_word_of_its_own() -> None:
    words = {saying(Snapshot(state=State(phase)), "en").word for phase in Phase}
    assert len(words) == len(Phase)


def test_the_words_of_a_consultation(window: MainWindow, say: Say) -> None:
    seen = []
    for snapshot in (
        made_up.STARTING,
        made_up.RECORDING,
        made_up.NO_SIGNAL,
        made_up.PAUSED,
        made_up.FINISHING,
        made_up.DRAFTING,
        made_up.REVIEW,
    ):
        say(snapshot)
        seen.append(window.top.state.text())
    assert seen == [
        "Bezig te starten",
        "Opname loopt",
        "Geen geluid",
        "Gepauzeerd",
        "Afronden",
        "Verslag wordt gemaakt",
        "Verslag klaar",
    ]


def test_a_press_asks_and_only_a_snapshot_changes_the_button(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    qtbot.mouseClick(window.top.record, Qt.MouseButton.LeftButton)
    assert desk.asked == [Start("")]
    assert window.top.record.text() == "Opnemen"
    say(made_up.RECORDING)
    assert window.top.record.text() == "Stop"
    qtbot.mouseClick(window.top.pause, Qt.MouseButton.LeftButton)
    assert window.top.pause.text() == "Pauze"
    say(made_up.PAUSED)
    qtbot.mouseClick(window.top.pause, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(window.top.record, Qt.MouseButton.LeftButton)
    assert desk.asked == [Start(""), Pause(), Resume(), Stop()]


def test_nothing_is_asked_while_the_end_is_being_worked_on(
    window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.FINISHING)
    window.toggle_recording()
    window.toggle_pause()
    assert desk.asked == []
    assert not window.top.record.isEnabled()


def test_the_chosen_microphone_is_named(window: MainWindow, desk: ScriptedDesk) -> None:
    combo = window.top.microphone
    assert [combo.itemText(i) for i in range(2)] == ["Jabra Speak 510", "Ingebouwde microfoon"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    window.toggle_recording()
    assert desk.asked == [Start("built-in")]


def test_level_and_time_are_asked_only_while_recording(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    desk.loudness, desk.seconds = 0.5, 65.2
    assert window.top.meter.lit == 0
    say(made_up.RECORDING)
    qtbot.waitUntil(lambda: window.top.meter.lit > 0)
    qtbot.waitUntil(lambda: window.top.timer.text() == "01:05")
    say(made_up.REVIEW)
    assert window.top.meter.lit == 0
    assert window.top.timer.text() == "07:42"


def test_a_fault_shows_one_sentence_and_one_thing_to_do(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    fault = Fault(FaultKind.DEVICE, True, "<b>The microphone</b> is in use.")
    say(replace(made_up.IDLE, fault=fault))
    assert window.banner.isVisible()
    assert window.banner.text() == fault.sentence
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert desk.asked == [Start("")]
    assert not window.banner.isVisible()


def test_a_dismissed_fault_stays_away_until_another_comes(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    first = Fault(FaultKind.TRANSPORT, True, "The connection was lost.")
    say(replace(made_up.RECORDING, fault=first))
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    say(replace(made_up.PAUSED, fault=first))
    assert not window.banner.isVisible()
    say(replace(made_up.PAUSED, fault=Fault(FaultKind.STORAGE, False, "The disk is full.")))
    assert window.banner.isVisible()
    assert desk.asked == []


def test_a_session_without_a_keyring_is_said(window: MainWindow, say: Say) -> None:
    say(replace(made_up.RECORDING, sealed_in_memory=True))
    assert window.banner.text().startswith("Geen sleutelbos")


@pytest.mark.parametrize(
    ("ledger", "words"),
    [
        (Ledger(), "nothing recorded yet"),
        (Ledger(60, 60, 60, 59.7), "all kept · 0,3 s behind"),
        (Ledger(60, 52, 60, 60), "8,0 s not on disk yet · all transcribed"),
        (Ledger(60, 60, 60, 55, 5), "all kept · 5,0 s unconfirmed"),
        (Ledger(300, 300, 0, 0), "all kept · 5 min behind"),
        (Ledger(60, 60, 60, 60, 0, ((10, 22),)), "all kept · 12 s without words"),
    ],
)
def test_the_ledger_in_words(ledger: Ledger, words: str) -> None:
    assert sentence(ledger, "nl") == words


def test_a_fault_speaks_the_windows_language(window: MainWindow, say: Say) -> None:
    sentence = "The microphone <b>Jabra</b> is in use by another program."
    say(replace(made_up.IDLE, fault=Fault(FaultKind.DEVICE, True, sentence)))
    assert window.banner.text() == (
        "De microfoon <b>Jabra</b> is in gebruik bij een ander programma."
    )


def test_every_known_fault_is_one_that_somebody_raises() -> None:
    package = Path(scribe_app.__file__).parent
    sources = "".join(
        path.read_text("utf-8")
        for path in package.rglob("*.py")
        if path.relative_to(package).parts[0] != "ui"
    )
    joined = re.sub(r'"\s*\n?\s*f?"', "", sources)
    raised = re.sub(r"\{[^{}\n]*\}", "%1", joined)
    assert [known for known in KNOWN if re.sub("%[2-4]", "%1", known) not in raised] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "The connection to Reiger & Zn. was lost.",
            "De verbinding met Reiger & Zn. is verbroken.",
        ),
        (
            "Reiger needs the API key; enter it in the settings.",
            "Bij Reiger ontbreekt nog: API-sleutel; vul dat in bij de instellingen.",
        ),
        (
            "Uil does not take the language 'nl' with the model 'nacht'; it takes: fr, en.",
            "Uil neemt de taal 'nl' niet aan met het model 'nacht'; wel: fr, en.",
        ),
        (
            "The settings file is damaged; the defaults are used.",
            "Beschadigd: instellingen; de standaardwaarden gelden.",
        ),
        ("%2 says that the account is not paid.", "Volgens %2 is het account niet betaald."),
        ("Something nobody knows.", "Something nobody knows."),
        ("", ""),
    ],
)
def test_a_sentence_with_names_speaks_the_windows_language(
    window: MainWindow, sentence: str, words: str
) -> None:
    assert in_our_language(sentence) == words


def test_what_is_switched_off_hands_its_focus_to_no_other_control(
    window: MainWindow, say: Say
) -> None:
    window.top.record.setFocus()
    say(made_up.RECORDING)
    assert window.focusWidget() is window.top.record
    say(made_up.FINISHING)
    say(made_up.REVIEW)
    assert window.focusWidget() in (window, None)
