"""Makes the logs of consultations: one folder each, with a random name."""

import secrets as randomness
from collections.abc import Callable
from datetime import date
from pathlib import Path

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.secrets import Secrets
from scribe_app.system.paths import private_folder
from scribe_app.system.sealed_log import disk
from scribe_app.system.sealed_log.audio_log import SealedAudioLog
from scribe_app.system.sealed_log.day_keys import DayKeys, utc_today
from scribe_app.system.sealed_log.event_log import SealedEventLog
from scribe_app.system.sealed_log.header import Header, LogKind
from scribe_app.system.sealed_log.segment import SegmentWriter

_ID_BYTES = 16


class SealedSession:
    """The two logs of one consultation."""

    def __init__(self, identity: bytes, audio: SealedAudioLog, events: SealedEventLog) -> None:
        self.id = identity.hex()
        self.audio = audio
        self.events = events

    def close(self) -> None:
        """Close both, also when the first cannot be finished; raises `ScribeError` (storage)."""
        try:
            self.audio.close()
        finally:
            self.events.close()


class SealedStore:
    """A folder with a folder for each consultation, sealed under the key of its day."""

    def __init__(
        self, folder: Path, secrets: Secrets, today: Callable[[], date] = utc_today
    ) -> None:
        self._folder = folder
        self._secrets = secrets
        self.keys = DayKeys(secrets, today)

    @property
    def keeps_after_restart(self) -> bool:
        """Return whether the keyring holds the key; asks it, so it may take seconds at first."""
        return self._secrets.persistent

    def warm_up(self) -> None:
        """Fetch the key of today, so that the first recording need not wait for the keyring."""
        self.keys.current()

    def create(self) -> SealedSession:
        """Make the logs of a new consultation; raises `ScribeError` (storage)."""
        identity = randomness.token_bytes(_ID_BYTES)
        folder = self._new_folder(identity.hex())
        audio = SealedAudioLog(self._segment(folder, identity, LogKind.AUDIO))
        try:
            events = SealedEventLog(self._segment(folder, identity, LogKind.EVENTS))
        except ScribeError:
            audio.close()
            raise
        return SealedSession(identity, audio, events)

    def _new_folder(self, name: str) -> Path:
        private_folder(self._folder)
        folder = self._folder / name
        try:
            folder.mkdir(mode=0o700)
        except OSError as error:
            raise disk.fault(error) from error
        return folder

    def _segment(self, folder: Path, identity: bytes, kind: LogKind) -> SegmentWriter:
        name, key = self.keys.current()
        header = Header(kind, identity, 0, 0, name)
        return SegmentWriter(folder / segment_name(kind, 0), header, key)


def segment_name(kind: LogKind, number: int) -> str:
    """Return the file name of a segment: `audio-0000.log`, `events-0000.log`."""
    return f"{kind.name.lower()}-{number:04}.log"
