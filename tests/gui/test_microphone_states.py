"""What a clinician sees of the microphone: gone, another one, back, silent, too quiet, too loud."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scribe_app.domain.ledger import Ledger
from scribe_app.domain.microphone import OpeningVerdict
from scribe_app.domain.session import Link, Phase, State
from scribe_app.ports.desk import Heard
from scribe_app.ui.ledger_strip import sentence
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import consultations as made_up
from tests.gui.conftest import Say

JABRA = "Jabra Speak 510"


def test_a_microphone_that_is_gone_is_said_and_the_focus_stays(
    window: MainWindow, say: Say
) -> None:
    window.top.record.setFocus()
    say(made_up.MICROPHONE_GONE)
    assert window.top.state.text() == "Geen geluid"
    assert window.banner.text() == f"De microfoon {JABRA} is weg; er wordt een andere gezocht."
    assert window.banner.isVisible()
    assert window.focusWidget() is window.top.record
    say(made_up.RECORDING)
    assert window.top.state.text() == "Opname loopt"
    assert not window.banner.isVisible()


def test_the_one_that_took_over_is_named_until_the_first_is_back(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    combo = window.top.microphone
    say(made_up.MICROPHONE_OTHER)
    assert combo.shown == "Ingebouwde microfoon"
    assert combo.accessibleDescription() == "Opname met Ingebouwde microfoon"
    assert window.banner.text() == "De opname gaat verder met Ingebouwde microfoon."
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert not window.banner.isVisible()
    say(replace(made_up.RECORDING, microphone=Heard(JABRA, JABRA)))
    assert combo.shown == JABRA
    say(made_up.REVIEW)
    assert combo.shown == combo.currentText() == JABRA
    assert combo.accessibleDescription() == ""


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        (OpeningVerdict.QUIET, "nauwelijks geluid"),
        (OpeningVerdict.CLIPPED, "te hard"),
        (OpeningVerdict.ZEROS, "alleen stilte"),
    ],
)
def test_what_the_first_seconds_give_to_remark_is_said(
    window: MainWindow, say: Say, remark: OpeningVerdict, words: str
) -> None:
    say(replace(made_up.RECORDING, microphone=Heard(JABRA, JABRA, remark=remark)))
    assert words in window.banner.text()
    assert JABRA in window.banner.text()
    assert window.top.state.text() == "Opname loopt"
    say(made_up.RECORDING)
    assert not window.banner.isVisible()


def test_paused_a_trouble_is_said_and_the_state_stays_paused(window: MainWindow, say: Say) -> None:
    say(replace(made_up.MICROPHONE_GONE, state=State(Phase.PAUSED, Link.LIVE)))
    assert window.top.state.text() == "Gepauzeerd"
    assert "is weg" in window.banner.text()


def test_sound_that_never_came_stands_in_the_ledger() -> None:
    ledger = Ledger(60, 60, 60, 60, missing=((10.0, 18.0),))
    assert sentence(ledger, "nl") == "all kept · 8,0 s without sound · all transcribed"
    assert sentence(replace(ledger, missing=((10.0, 10.1),)), "nl") == "all kept · all transcribed"
