"""Lets `python -m scribe_app` do what `scribe-app` does."""

import sys

from scribe_app.app.main import main

sys.exit(main())
