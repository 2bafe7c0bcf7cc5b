"""A command whose doings go to the log file, and nowhere else, while it runs."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scribe_app.system.logging_setup import set_up_logging


@contextmanager
def logged(folder: Path) -> Iterator[None]:
    """Write the log file in a folder for a while."""
    handler = set_up_logging(folder)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
