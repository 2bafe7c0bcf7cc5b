"""Starts the frozen program: PyInstaller wants a script of its own."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # else a spawned child would open a second window
    from scribe_app.app.main import main

    sys.exit(main())
