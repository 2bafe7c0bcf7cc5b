"""The window on a scripted desk, which prints what it is asked: a program for a real screen."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from scribe_app.domain.commands import BeginPrivate, Command, EndPrivate
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import JABRA, ScriptedDesk, ScriptedMicrophones


class TellingDesk(ScriptedDesk):
    """Prints when a private moment begins and ends."""

    def submit(self, command: Command) -> None:
        """Print a command's name."""
        if isinstance(command, BeginPrivate | EndPrivate):
            sys.stdout.write(f"{type(command).__name__}\n")
            sys.stdout.flush()


def main() -> None:
    """Show a recording that never ends, until the window is closed."""
    application = QApplication(sys.argv[:1])
    desk = TellingDesk()
    window = MainWindow(desk, ScriptedMicrophones(JABRA), language="nl", theme="light")
    window.show()
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: desk.say(made_up.RECORDING)))
    application.exec()


if __name__ == "__main__":
    main()
