"""Every vendor in the real window: credentials from the keyring, TLS, a microphone, one key."""

from pathlib import Path

import pytest

from scribe_app.domain.layout import note_layout
from tests.desktop.conftest import ROOT, Desk, seated
from tests.desktop.screen import until
from tests.engine.vendors import WRITE_NOTES, language_of, pairs_of, tls
from tests.simulators import VENDORS, Simulator, running
from tests.simulators.__main__ import secrets_of
from tests.simulators.sound import numbers, speech, write_wav

pytestmark = pytest.mark.desktop

WORDS = 7
TITLE = "Instellingen|Réglages|Paramètres"


def settings_for(server: Simulator, trusted: Path) -> str:
    """Return the settings that lead to a simulator."""
    lines = [f'vendor = "{server.name}"', f'language = "{language_of(server.name)}"']
    lines += [f'ca_file = "{trusted}"', f"[vendors.{server.name}]"]
    pairs = (pair.partition("=") for pair in pairs_of(server))
    return "\n".join([*lines, *(f'{key} = "{value}"' for key, _, value in pairs)])


def tried(desk: Desk, server: Simulator) -> None:
    """Test the connection in the settings by keyboard, until the vendor has seen it end well."""
    desk.screen.key("ctrl+comma")
    desk.screen.focus(desk.screen.window(TITLE))
    desk.screen.key("ctrl+t")
    until(lambda: [link for link in server.connections if link.close_code == 1000], "the test")
    desk.screen.picture(ROOT / "build" / "shots" / f"xvfb-settings-{server.name}.png")
    desk.screen.key("Escape")
    desk.screen.focus(desk.window)


@pytest.mark.parametrize("name", sorted(VENDORS))
def test_a_vendor_from_speech_to_the_clipboard(name: str, tmp_path: Path, models: Path) -> None:
    context, trusted = tls(tmp_path)
    write_wav(tmp_path / "speech.wav", speech(WORDS))
    with running(VENDORS[name](tls=context)) as server:
        secrets = {f"{name} {key}": value for key, value in secrets_of(server).items()}
        with seated(tmp_path, models, settings_for(server, trusted), secrets) as desk:
            tried(desk, server)
            desk.record(tmp_path / "speech.wav")
            until(lambda: "Ended" in desk.events(), "the end")
            desk.screen.picture(ROOT / "build" / "shots" / f"xvfb-{name}.png")
            assert numbers(desk.transcript()) == list(range(WORDS))
            assert server.violations == []
            if name in WRITE_NOTES:
                desk.screen.key("ctrl+shift+c")
                copied = until(desk.screen.clipboard, "the note on the clipboard")
                assert copied.strip() == note_layout(desk.note())
        assert server.all_heard == list(range(WORDS))
