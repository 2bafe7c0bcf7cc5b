"""Pictures of the settings dialog: every page, state, look and language."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from scribe_app.domain.keeping import VaultState
from scribe_app.ports.preferences import Answer, Preferences
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.dialog import SettingsDialog
from tests.fixtures import consultations as made_up
from tests.fixtures.qt_loop import qt_loop
from tests.fixtures.scripted_desk import BUILT_IN, JABRA, ScriptedDesk, ScriptedMicrophones
from tests.fixtures.scripted_models import SMALL
from tests.fixtures.scripted_preferences import ScriptedPreferences, ScriptedVault
from tests.fixtures.settling import settle

WITH_HERON = Preferences(vendor="heron", fallbacks=("owl",), microphone="built-in")
KEPT = {("heron", "client_id"): "made up", ("heron", "api_key"): "made up"}
LOCKED = frozenset(
    {"vendor", "language", "model", "template", "fallbacks", "ca_file", "plain_hosts", "theme"}
    | {"heron.rest_url", "heron.client_id", "microphone"}
)
REFUSED = Answer(False, "Reiger Spraak refused the credentials; check them in the settings.")
NO_NETWORK = Answer(
    False,
    "The certificate of Reiger Spraak is not trusted; ask your IT department or set its CA file.",
)
Act = Callable[[SettingsDialog], None]


def page(number: int) -> Act:
    """Return what opens a page."""
    return lambda dialog: dialog.side.list.setCurrentRow(number)


first_page = page(0)


def tested(dialog: SettingsDialog) -> None:
    """Press the test."""
    dialog.foot.test.click()


def foot_of_page(dialog: SettingsDialog) -> None:
    """Show the account's end."""
    page(1)(dialog)
    settle()
    bar = dialog.account.verticalScrollBar()
    bar.setValue(bar.maximum())


def account_tested(dialog: SettingsDialog) -> None:
    """Press the test on the page of the account."""
    page(1)(dialog)
    tested(dialog)


def models(dialog: SettingsDialog) -> None:
    """Show the speech models, one of them on its way."""
    page(3)(dialog)
    dialog.models.rows["whisper-small"].show_model(replace(SMALL, progress=0.37))
    dialog.models.look = lambda: None  # type: ignore[method-assign]


@dataclass(frozen=True)
class Scene:
    """A desk, and what is done with the dialog before its picture is taken."""

    desk: Callable[[], ScriptedPreferences]
    act: Act = first_page


def _heron(**more: object) -> Callable[[], ScriptedPreferences]:
    return lambda: ScriptedPreferences(WITH_HERON, **more)  # type: ignore[arg-type]


def _vault(state: VaultState) -> Callable[[], ScriptedPreferences]:
    return lambda: ScriptedPreferences(vault=ScriptedVault(state))


SCENES: dict[str, Scene] = {
    "device": Scene(ScriptedPreferences),
    "device-account": Scene(ScriptedPreferences, page(1)),
    "vendor": Scene(_heron()),
    "account-unset": Scene(_heron(), page(1)),
    "account-kept": Scene(_heron(secrets=dict(KEPT)), page(1)),
    "account-no-keyring": Scene(_heron(secrets=dict(KEPT), persistent=False), page(1)),
    "account-environment": Scene(_heron(from_environment=frozenset({"api_key"})), page(1)),
    "account-asking": Scene(_heron(hangs=frozenset({"kept"})), page(1)),
    "account-sign-in": Scene(_heron(secrets=dict(KEPT)), foot_of_page),
    "fallback": Scene(_heron(), page(2)),
    "models": Scene(_heron(), models),
    "his": Scene(_heron(), page(4)),
    "network": Scene(_heron(), page(5)),
    "computer": Scene(_heron(), page(6)),
    "vault-keyring": Scene(_heron(), page(7)),
    "vault-undecided": Scene(_vault(VaultState.UNDECIDED), page(7)),
    "vault-locked": Scene(_vault(VaultState.LOCKED), page(7)),
    "vault-open": Scene(_vault(VaultState.PASSPHRASE), page(7)),
    "locked": Scene(_heron(locked=LOCKED)),
    "locked-account": Scene(_heron(locked=LOCKED), page(1)),
    "locked-fallback": Scene(_heron(locked=LOCKED), page(2)),
    "locked-network": Scene(_heron(locked=LOCKED), page(5)),
    "test-running": Scene(_heron(hangs=frozenset({"test"})), tested),
    "test-fine": Scene(_heron(secrets=dict(KEPT)), account_tested),
    "test-refused": Scene(_heron(answers={"test": REFUSED}), account_tested),
    "test-network": Scene(_heron(answers={"test": NO_NETWORK}), tested),
}


def shoot(
    folder: Path,
    name: str,
    scene: Scene,
    *,
    theme: str = "light",
    language: str = "nl",
    size: tuple[int, int] = (1280, 800),
) -> Path:
    """Render the dialog over a window of a size and return where its picture is."""
    microphones = ScriptedMicrophones(JABRA, BUILT_IN)
    desk, preferences = ScriptedDesk(), scene.desk()
    window = MainWindow(desk, microphones, language=language, theme=theme, preferences=preferences)
    window.resize(*size)
    window.show()
    desk.say(made_up.IDLE)
    settle()
    window.settings.open()
    dialog = window.settings.dialog
    assert dialog is not None
    scene.act(dialog)
    settle()
    path = folder / f"settings-{name}.png"
    dialog.grab().save(str(path))
    window.close()
    settle()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return path


def shoot_all(application: QApplication, folder: Path) -> list[Path]:
    """Render every picture."""
    made = []
    with qt_loop(application):
        for name, scene in SCENES.items():
            for theme in ("light", "dark"):
                made.append(shoot(folder, f"{name}-{theme}-nl", scene, theme=theme))
            for language in ("fr", "en"):
                made.append(shoot(folder, f"{name}-light-{language}", scene, language=language))
            made.append(shoot(folder, f"{name}-1024x640", scene, size=(1024, 640)))
        former, large = application.font(), QFont(application.font())
        large.setPixelSize(28)
        application.setFont(large)
        for name, scene in SCENES.items():
            made.append(shoot(folder, f"{name}-200-percent", scene))
        application.setFont(former)
    return made
