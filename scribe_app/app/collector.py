"""Keeps Python's garbage collector from holding up sound."""

import gc


def spare_what_is_loaded() -> None:
    """Have the collector pass over all there is now: modules, which are never garbage.

    A full pass over them holds every thread for 50 ms, in the middle of a word.
    """
    gc.freeze()
