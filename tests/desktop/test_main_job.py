"""The main job by keyboard alone, in a real window with a real microphone and a real EHR field."""

import time
from pathlib import Path

import numpy as np
import pytest

from scribe_app.app.resources import sample
from scribe_app.domain.layout import note_layout
from tests.desktop.conftest import ROOT, Desk
from tests.desktop.screen import running, until
from tests.desktop.speech import place_in, samples_of, spoken

pytestmark = pytest.mark.desktop

KEYS_SECONDS = 2.0


def paste_into_ehr(desk: Desk, folder: Path, name: str) -> str:
    """Paste into a text field of another program, save there, and return what it saved."""
    field = folder / name
    field.write_text("")
    with running(["dbus-run-session", "--", "mousepad", str(field)], desk.screen.env):
        window = desk.screen.window(f"{name}.*Mousepad")
        desk.screen.focus(window)
        return until(lambda: pasted(desk, field), f"{name} to be saved").strip()


def pasted(desk: Desk, field: Path) -> str:
    """Paste in place of all there is, and save; a busy editor misses keys, and gets them again."""
    desk.screen.key("ctrl+a", "ctrl+v", "ctrl+s")
    limit = time.monotonic() + KEYS_SECONDS
    while not (text := field.read_text()) and time.monotonic() < limit:
        time.sleep(0.05)
    return text


def test_keyboard_only_from_speech_to_the_ehr(desk: Desk, tmp_path: Path) -> None:
    wav = tmp_path / "consultation.wav"
    said = spoken(sample("en"), wav)

    desk.record(wav)
    desk.screen.key("ctrl+Return")
    desk.drafted(2)
    desk.screen.picture(ROOT / "build" / "shots" / "xvfb-review.png")

    heard = samples_of(desk.recorded())
    start = place_in(heard, said)
    assert np.array_equal(heard[start : start + len(said)], said)

    pasted = {}
    for number, letter in enumerate("SOEP", start=1):
        desk.screen.focus(desk.window)
        desk.screen.key(f"ctrl+{number}")
        pasted[letter] = paste_into_ehr(desk, tmp_path, f"{letter}.txt")
    desk.screen.focus(desk.window)
    desk.screen.key("ctrl+shift+c")
    whole = paste_into_ehr(desk, tmp_path, "note.txt")

    episode = desk.note().episodes[0]
    assert pasted == {
        "S": episode.subjective,
        "O": episode.objective,
        "E": episode.evaluation,
        "P": episode.plan,
    }
    assert whole == note_layout(desk.note())
