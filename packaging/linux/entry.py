"""Starts the frozen program: PyInstaller wants a script, and a child process wants this first."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()  # a recogniser child goes its own way here, without the window
    from scribe_app.app.main import main

    sys.exit(main())
