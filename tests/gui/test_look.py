"""The look: readable in light and dark, named for everyone, translated, at every size."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scribe_app.domain.note import Section
from scribe_app.ui import translations
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.paths import resources
from scribe_app.ui.plain import breakable, brief
from scribe_app.ui.references_views import site
from scribe_app.ui.tokens import Tokens, contrast, dark, light
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk, ScriptedMicrophones
from tests.gui.conftest import Say

ROLES = (
    "recordButton",
    "pauseButton",
    "stateLabel",
    "timerLabel",
    "levelMeter",
    "microphoneCombo",
    "vendorChip",
    "ledgerStrip",
    "transcriptView",
    "episodeTabs",
    "subjectiveEdit",
    "objectiveEdit",
    "evaluationEdit",
    "planEdit",
    "codingsView",
    "resourcesView",
    "measurementsView",
)
TEXT_ON = (
    ("ink", ("bg", "pane", "raised", "evidence", "select", "warn_soft", "accent_soft")),
    ("soft", ("bg", "pane", "raised")),
    ("faint", ("bg", "pane", "raised", "select")),
    ("accent", ("bg", "pane", "raised")),
    ("accent_ink", ("accent",)),
    ("rec", ("pane",)),
    ("rec_ink", ("rec",)),
    ("warn", ("pane", "raised", "warn_soft")),
    ("ok", ("pane", "raised")),
    ("bg", ("ink",)),
)
SHAPES_ON = (("focus", ("bg", "pane", "raised")), ("edge", ("pane", "raised")))


@pytest.mark.parametrize("tokens", [light(), dark()], ids=["light", "dark"])
def test_text_reads_at_four_and_a_half_to_one(tokens: Tokens) -> None:
    for least, pairs in ((4.5, TEXT_ON), (3.0, SHAPES_ON)):
        for text, surfaces in pairs:
            for surface in surfaces:
                ratio = contrast(getattr(tokens, text), getattr(tokens, surface))
                assert ratio >= least, f"{text} on {surface}: {ratio:.2f}"


@pytest.mark.parametrize("role", ROLES)
def test_every_role_has_one_named_widget(window: MainWindow, role: str) -> None:
    found = window.findChildren(QWidget, role)
    assert len(found) == 1
    assert found[0].accessibleName()


def test_everything_that_can_be_pressed_or_typed_in_has_a_name(
    window: MainWindow, say: Say
) -> None:
    say(made_up.REVIEW)
    kinds = (QAbstractButton, QComboBox, QPlainTextEdit, QTabBar)
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for kind in kinds
        for each in window.findChildren(kind)
        if each.isVisible() and not each.accessibleName() and not _is_qts_own(each)
    ]
    assert nameless == []


def _is_qts_own(widget: QWidget) -> bool:
    return isinstance(widget.parent(), QTabBar | QComboBox)


def test_no_label_guesses_at_rich_text(window: MainWindow, say: Say) -> None:
    say(made_up.REVIEW)
    window.show_keys()
    labels = window.findChildren(QLabel)
    assert labels
    assert {label.textFormat().name for label in labels} == {"PlainText"}


HOSTILE = '<img src="file:///etc/hostname"><b>x</b> & y'


def test_hostile_words_are_shown_as_they_are_everywhere(window: MainWindow, say: Say) -> None:
    from dataclasses import replace

    from scribe_app.domain.information import Coding, Information, Measurement, Resource
    from scribe_app.domain.note import Episode, Note, Origin

    note = Note(Origin.VENDOR, (Episode(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),))
    found = Information(
        (Coding("icpc", HOSTILE, HOSTILE, HOSTILE),),
        (Resource("javascript:alert(1)", HOSTILE, HOSTILE),),
        (Measurement(HOSTILE, HOSTILE, HOSTILE),),
    )
    consultation = replace(made_up.REVIEW.consultation, note=note, information=found)
    say(replace(made_up.REVIEW, consultation=consultation))
    assert window.note.cards[Section.PLAN].edit.toPlainText() == HOSTILE
    assert window.note.tabs.tabText(0).startswith("1 <img")
    texts = [
        label.text().replace("\u200b", "")
        for label in window.sidebar.resources.findChildren(QLabel)
    ]
    assert HOSTILE in texts
    assert not window.sidebar.resources.findChildren(QAbstractButton)


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://www.thuisarts.nl/keelpijn", "www.thuisarts.nl"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://user:secret@example.org/", ""),
        ("nonsense", ""),
    ],
)
def test_only_a_web_address_can_be_opened(link: str, host: str) -> None:
    assert site(link) == host


def test_endless_words_are_broken_in_editors_and_cut_on_cards() -> None:
    assert max(map(len, breakable("x" * 1_000_000).splitlines())) == 400
    assert breakable("gewone tekst\nmet regels") == "gewone tekst\nmet regels"
    assert len(brief("x" * 1_000_000)) < 250


@pytest.mark.parametrize("language", ["nl", "fr"])
def test_every_text_is_translated_and_compiled(qapp: QApplication, language: str) -> None:
    folder = resources() / "translations"
    translator = QTranslator()
    assert translator.load(f"scribe_{language}.qm", str(folder))
    texts = list(_texts(folder / f"scribe_{language}.ts"))
    assert len(texts) > 80
    for context, source, translation in texts:
        assert translation
        assert translator.translate(context, source) == translation


def test_no_text_of_the_window_is_missing_from_the_translations() -> None:
    known = {
        (context, source)
        for context, source, _ in _texts(resources() / "translations" / "scribe_nl.ts")
    }
    call = re.compile(r'(?:translate|QT_TRANSLATE_NOOP)\(\s*"(\w+)",\s*"([^"]+)"')
    folder = Path(translations.__file__).parent
    sources = (re.sub(r'"\s*\n\s*"', "", each.read_text("utf-8")) for each in folder.rglob("*.py"))
    used = {found for source in sources for found in call.findall(source)}
    assert used <= known


def _texts(path: Path) -> list[tuple[str, str, str]]:
    root = ET.parse(path).getroot()  # noqa: S314
    return [
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("translation", ""),
        )
        for context in root.iter("context")
        for message in context.iter("message")
    ]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 640)])
@pytest.mark.parametrize("text_px", [14, 28])
def test_nothing_sticks_out_of_the_window(
    qapp: QApplication, qtbot: QtBot, language: str, size: tuple[int, int], text_px: int
) -> None:
    former, large = qapp.font(), QFont(qapp.font())
    large.setPixelSize(text_px)
    qapp.setFont(large)
    desk = ScriptedDesk()
    window = MainWindow(desk, ScriptedMicrophones(), language=language, theme="light")
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    with qtbot.waitSignal(window.feed.arrived):
        desk.say(made_up.REVIEW)
    QCoreApplication.processEvents()
    fits = (window.width(), window.height()) == size
    cut = [each.text() for each in window.findChildren(QAbstractButton) if _is_cut(each)]
    window.close()
    qapp.setFont(former)
    translations.install(qapp, "en")
    assert cut == []
    assert fits or text_px == 28


def _is_cut(button: QAbstractButton) -> bool:
    if not button.isVisible() or not button.text():
        return False
    return button.width() < button.minimumSizeHint().width()
