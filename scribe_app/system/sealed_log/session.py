"""The logs of one consultation as one thing: closed together, forgotten together."""

import threading
from collections.abc import Callable
from pathlib import Path

from scribe_app.ports.log import Hole, HoleKind, Trouble, Where
from scribe_app.system.bounded import bounded
from scribe_app.system.sealed_log import disk as disks
from scribe_app.system.sealed_log.audio_log import SealedAudioLog
from scribe_app.system.sealed_log.event_log import SealedEventLog
from scribe_app.system.sealed_log.forgetting import Forgetting, Request
from scribe_app.system.sealed_log.ground import Ground
from scribe_app.system.sealed_log.places import Place
from scribe_app.system.single import Claim

_FORGET_SECONDS = 5.0
_WORSE = (
    Trouble.MEMORY_ONLY,
    Trouble.DISK_FULL,
    Trouble.DISK_FAILING,
    Trouble.FOLDER_GONE,
    Trouble.NONE,
)
_WORSE_PLACE = (Where.FIRST, Where.SECOND, Where.MEMORY)


class SealedSession:
    """The two logs of one consultation."""

    def __init__(
        self,
        ground: Ground,
        audio: SealedAudioLog,
        events: SealedEventLog,
        claims: list[Claim],
        left: Callable[[str], None],
    ) -> None:
        self.id = ground.identity.hex()
        self.audio = audio
        self.events = events
        self._ground = ground
        self._claims = claims
        self._left = left
        self._one_by_one = threading.Lock()
        self._forgetting = Forgetting(ground.disk, ground.identity, ground.keys)

    @property
    def trouble(self) -> Trouble:
        """Return the worse of the two logs' troubles."""
        return min(self.audio.trouble, self.events.trouble, key=_WORSE.index)

    @property
    def where(self) -> Where:
        """Return where the newest goes, the worse of the two logs' places."""
        return max(self.audio.series.where, self.events.series.where, key=_WORSE_PLACE.index)

    def close(self) -> None:
        """Close both, also when the first cannot be finished; raises `ScribeError` (storage)."""
        try:
            self.audio.close()
        finally:
            try:
                self.events.close()
            finally:
                self.leave()

    def leave(self) -> None:
        """Let go of every file and thread as they are; safe to call twice."""
        self.audio.leave()
        self.events.leave()
        for claim in self._claims:
            claim.release()
        for place in self._ground.places.all:
            place.release()
        self._claims.clear()
        self._left(self.id)

    def forget(
        self,
        from_sample: int,
        to_sample: int,
        change: Callable[[bytes], bytes] | None = None,
    ) -> None:
        """Make a stretch of sound undecryptable, also while recording; its place stays, as a hole.

        `change` returns what stays of each event record that is there already. Sound that was
        asked to be forgotten is, at the next start at the latest; `change` is not kept for then.
        Safe to ask twice. Raises `ScribeError` (storage) when the disk refuses.
        """
        if from_sample >= to_sample:
            return
        try:
            bounded(lambda: self._forget(from_sample, to_sample, change), _FORGET_SECONDS)
        except OSError as error:
            raise disks.fault(error) from error

    def _forget(self, first: int, end: int, change: Callable[[bytes], bytes] | None) -> None:
        with self._one_by_one:
            self._forget_now(max(0, first), end, change)

    def _forget_now(self, first: int, end: int, change: Callable[[bytes], bytes] | None) -> None:
        request = self._asked(first, end)
        self.audio.gaps.add(Hole(first, end, HoleKind.FORGOTTEN))
        self.audio.silence(first, end)
        if change is not None:
            count = self.events.series.written
            self.events.series.rewrite(0, count, lambda _at, record: change(record))
        if request is not None:
            self._forgetting.done(request)

    def _asked(self, first: int, end: int) -> Request | None:
        """Put the request on the disk, unless there is no sound on it that could be forgotten."""
        refusal = OSError()
        for place in self._ground.places.order():
            try:
                return self._forgetting.ask(place, self._folders(), first, end)
            except OSError as error:
                refusal = error
        if self.audio.series.segments:
            raise refusal
        return None

    def _folders(self) -> list[Path]:
        return existing(self._ground.places.all)


def existing(places: tuple[Place, ...]) -> list[Path]:
    """Return the folders that are there."""
    return [place.folder for place in places if not place.hung and place.folder.is_dir()]
