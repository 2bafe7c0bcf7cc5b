"""Brings the engine's newest snapshot to Qt's thread, however fast they come."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from scribe_app.ports.desk import Desk, Snapshot


FRAME_MS = 33


class Feed(QObject):
    """Delivers the newest snapshot to Qt's thread, at most once a frame; older ones are dropped."""

    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: Snapshot | None = None
        self._waking = self._closed = False
        self._closing = threading.Lock()
        self._since = QElapsedTimer()
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = desk.subscribe(self._take)

    def close(self) -> None:
        """Take no more snapshots; once it returns, no other thread touches this object."""
        with self._closing:
            if self._closed:
                return
            self._closed = True
        self._unsubscribe()
        self._frame.stop()

    def _take(self, snapshot: Snapshot) -> None:
        """Keep a snapshot (on the engine's thread) and wake Qt unless it is already waking."""
        self._newest = snapshot
        if self._waking:
            return
        with self._closing:
            if not self._closed:
                self._waking = True
                self._woken.emit()

    def wait_ms(self) -> int:
        """Return how long the next delivery has to wait for its frame."""
        return max(0, FRAME_MS - self._since.elapsed()) if self._since.isValid() else 0

    def _wake(self) -> None:
        self._frame.start(self.wait_ms())

    def _deliver(self) -> None:
        self._waking = False  # before the snapshot is read: a newer one then wakes again
        snapshot, self._newest = self._newest, None
        self._since.start()
        if snapshot is not None:
            self.arrived.emit(snapshot)
