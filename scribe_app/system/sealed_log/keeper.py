"""Brings a series to the disk every quarter of a second, in a thread that may wait for it."""

import threading

from scribe_app.domain.faults import ScribeError
from scribe_app.system.sealed_log.series import Series

PERIOD_SECONDS = 0.25
FINISH_SECONDS = 5.0
_QUIET_ROUNDS = 4
_REST_SECONDS = 60.0
"""How long it sleeps at most while nothing is written: midnight brings another key."""
_TRIES = 4


class Keeper:
    """Syncs what is written, retries what no place took, and ends the series when asked to.

    An end that the disk refuses is tried on until `stop`: the log may still come to be whole.
    """

    def __init__(self, series: Series) -> None:
        self._series = series
        self._wake = threading.Event()
        self._tried = threading.Event()
        self._stirred = threading.Event()
        self._resting = False
        self._quiet = 0
        self._ending = self._stopping = self._started = False
        self._thread = threading.Thread(target=self._run, name="log-keeper", daemon=True)
        self._lock = threading.Lock()

    def stir(self) -> None:
        """Tell it, after records were kept, that there is something to do; returns at once."""
        if self._resting:
            self._stirred.set()
        if not self._started:
            self._start()

    def _start(self) -> None:
        with self._lock:
            if not self._started:
                self._started = True
                self._thread.start()

    def finish(self) -> ScribeError | None:
        """End the series; returns what to tell when not all of it is on a disk by now."""
        if self._series.finished:
            return None
        self._ending = True
        self._tried.clear()
        self._series.outlet.try_now()
        self._start()
        self._rouse()
        self._tried.wait(FINISH_SECONDS)
        return self._shortfall()

    def _shortfall(self) -> ScribeError | None:
        return None if self._series.finished else self._series.outlet.fault()

    def stop(self) -> None:
        """End the thread, unless it hangs in a call that does not return."""
        self._stopping = True
        self._rouse()
        if self._started:
            self._thread.join(FINISH_SECONDS)
        self._series.leave()

    def _rouse(self) -> None:
        self._wake.set()
        self._stirred.set()

    def _rest(self) -> None:
        """Sleep while nothing is written, for longer than people pause between two words."""
        self._quiet = self._quiet + 1 if self._series.settled else 0
        if self._quiet < _QUIET_ROUNDS:
            return
        self._resting = True  # before it looks: what is kept from now on stirs it
        if self._series.settled:
            self._stirred.wait(_REST_SECONDS)
        self._resting, self._quiet = False, 0
        self._stirred.clear()

    def _run(self) -> None:
        while not self._stopping:
            self._rest()
            self._wake.wait(PERIOD_SECONDS)
            self._wake.clear()
            if self._ending:
                self._end()
                self._tried.set()
            else:
                self._round(end=False)
            if self._ending and self._series.finished:
                return

    def _round(self, *, end: bool) -> None:
        self._series.bring_up(end=end)
        self._series.sync()

    def _end(self) -> None:
        """Try as often as a place is left to be tried now."""
        for _ in range(_TRIES):
            self._round(end=True)
            if self._series.finished or not self._series.outlet.may_try():
                return
