"""Where one line may take over from another: in a pause, so that no word is cut in two."""

from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.engine.replay import pause_in, read
from scribe_app.ports.log import AudioLog

_LEAST = SAMPLE_RATE // 5


def cut_in(log: AudioLog, since: int, look_back: int) -> int | None:
    """Return a sample in the newest part of the log in which nobody speaks, none without one.

    It lies behind `since`, and no further back than `look_back` samples.
    """
    first = max(since, log.written - look_back)
    count = log.written - first
    if count < _LEAST:
        return None
    sound = read(log, first, count)
    pause = pause_in(sound)
    return None if pause is None else first + pause
