"""Every vendor in the real window: credentials from the keyring, TLS, a microphone, one key."""

import ssl
from pathlib import Path

import pytest
import trustme

from scribe_app.domain.layout import note_layout
from tests.desktop.conftest import ROOT, Desk, seated
from tests.desktop.screen import until
from tests.simulators import VENDORS, Simulator, running
from tests.simulators.__main__ import secrets_of, settings_of
from tests.simulators.sound import numbers, speech, write_wav

pytestmark = pytest.mark.desktop

WORDS = 7
TITLE = "Instellingen|Réglages|Paramètres"
LANGUAGES = {"voxist": "fr"}
WRITE_NOTES = ("juvoly-v1", "juvoly-v2")


def authority(folder: Path) -> tuple[ssl.SSLContext, Path]:
    """Return a server's TLS and the file by which it is trusted."""
    root, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    root.issue_cert("127.0.0.1").configure_cert(context)
    root.cert_pem.write_to_path(str(folder / "ca.pem"))
    return context, folder / "ca.pem"


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
    context, trusted = authority(tmp_path)
    write_wav(tmp_path / "speech.wav", speech(WORDS))
    with running(VENDORS[name](tls=context)) as server:
        own = {k: v for k, v in settings_of(server).items() if k != "token_url"}
        lines = [f'{key} = "{value}"' for key, value in own.items()]
        language = LANGUAGES.get(name, "nl")
        settings = f'vendor = "{name}"\nlanguage = "{language}"\nca_file = "{trusted}"\n'
        secrets = {f"{name} {key}": value for key, value in secrets_of(server).items()}
        with seated(
            tmp_path, models, f"{settings}[vendors.{name}]\n" + "\n".join(lines), secrets
        ) as desk:
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
