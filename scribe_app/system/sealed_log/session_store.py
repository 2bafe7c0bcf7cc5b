"""Makes, lists, opens and destroys the logs of consultations: one folder each, randomly named."""

import contextlib
import re
import secrets as randomness
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from scribe_app.domain.faults import ScribeError, storage_fault
from scribe_app.ports.log import Receipt, SessionSummary
from scribe_app.ports.secrets import Secrets
from scribe_app.system import single
from scribe_app.system.bounded import bounded
from scribe_app.system.sealed_log import disk as disks
from scribe_app.system.sealed_log import reopening, session_key, summaries
from scribe_app.system.sealed_log.audio_log import SealedAudioLog
from scribe_app.system.sealed_log.day_keys import DayKeys, SessionKeys, utc_today
from scribe_app.system.sealed_log.discarding import clear, discarded
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.event_log import SealedEventLog
from scribe_app.system.sealed_log.forgetting import Forgetting, Strip
from scribe_app.system.sealed_log.ground import Ground
from scribe_app.system.sealed_log.places import Place, Places
from scribe_app.system.sealed_log.session import SealedSession
from scribe_app.system.single import Claim

_ID_BYTES = 16
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_ANSWER_SECONDS = 1.0
_YOUNG_SECONDS = 3600.0


class SealedStore:
    """A folder with a folder for each consultation, sealed under the key of its day.

    `second` is where consultations go on when the first folder fails, hangs or is full;
    `provisional` says that keys which nothing keeps may come to be kept later; `strip` what a
    forgetting that a crash cut short leaves of event records.
    """

    def __init__(
        self,
        folder: Path,
        secrets: Secrets,
        today: Callable[[], date] = utc_today,
        second: Path | None = None,
        disk: Disk | None = None,
        *,
        provisional: bool = False,
        strip: Strip | None = None,
    ) -> None:
        self._roots = (folder, second) if second is not None else (folder,)
        self._secrets = secrets
        self._disk = disk or Disk()
        self._strip = strip
        self._open: dict[str, SealedSession] = {}
        self.keys = DayKeys(secrets, today, provisional=provisional)

    @property
    def keeps_after_restart(self) -> bool:
        """Return whether the keyring holds the key; asks it, so it may take seconds at first."""
        return self._secrets.persistent

    def warm_up(self) -> None:
        """Fetch the key of today, so that the first recording need not wait for the keyring."""
        self.keys.current()

    def create(self) -> SealedSession:
        """Make the logs of a new consultation; raises `ScribeError` (storage)."""
        self.keys.current()
        ground = self._ground(randomness.token_bytes(_ID_BYTES), session_key.new_secret())
        audio, events = SealedAudioLog(ground), SealedEventLog(ground)
        session = self._opened(ground, audio, events, [])
        try:
            audio.series.begin()
            events.series.begin()
        except ScribeError:
            made = [place.folder for place in ground.places.all if place.made]
            session.leave()
            for folder in made:
                clear(self._disk, folder)
            raise
        return session

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Return the consultations on the disk, oldest first, but for those that are open.

        Finishes on the way what a crash interrupted: a discard, a forgetting. A place that does
        not answer is left out.
        """
        found = [self._summary(each) for each in sorted(self._listed())]
        return tuple(sorted((each for each in found if each), key=lambda each: each.started))

    def events(self, session_id: str) -> Iterator[bytes]:
        """Yield the event records of a consultation without opening it or reading its sound.

        Raises `ScribeError` (storage) where it cannot be read.
        """
        folders = self._folders(session_id)
        secret = self._secret(folders)
        if secret is None:
            raise _unreadable()
        ground = self._ground(bytes.fromhex(session_id), secret)
        try:
            yield from reopening.event_records(ground, folders)
        except OSError as error:
            raise _unreadable() from error

    def reopen(self, session_id: str) -> SealedSession:
        """Return a consultation's logs, to be read from the start and written on.

        Changes nothing that is there. Raises `ScribeError` (storage) where it cannot be read, or
        is open already.
        """
        folders = self._folders(session_id)
        secret = self._secret(folders)
        claims = self._sole_claims(folders)
        try:
            if secret is None:
                raise _unreadable()
            self.keys.current()
            ground = self._ground(bytes.fromhex(session_id), secret)
            audio, events = reopening.reopened(ground, folders)
        except (ScribeError, OSError) as error:
            for claim in claims:
                claim.release()
            raise error if isinstance(error, ScribeError) else _unreadable() from error
        return self._opened(ground, audio, events, claims)

    def discard(self, session_id: str) -> Receipt:
        """Destroy a consultation, open or not, its key first; raises `ScribeError` (storage)."""
        held = self._open.get(session_id)
        folders = self._folders(session_id)
        if held is None and any(single.is_claimed(folder) for folder in folders):
            raise _open_already()
        try:
            for folder in folders:
                session_key.destroy(self._disk, folder)
            if held is not None:
                held.leave()
            return discarded(self._disk, session_id, folders)
        except OSError as error:
            raise disks.fault(error) from error

    # --- one consultation -----------------------------------------------------------------------

    def _ground(self, identity: bytes, secret: bytes) -> Ground:
        name = identity.hex()
        places = tuple(Place(self._disk, root / name, secret) for root in self._roots)
        return Ground(identity, Places(places), SessionKeys(self.keys, secret), self._disk)

    def _opened(
        self, ground: Ground, audio: SealedAudioLog, events: SealedEventLog, claims: list[Claim]
    ) -> SealedSession:
        session = SealedSession(ground, audio, events, claims, self._let_go)
        self._open[session.id] = session
        return session

    def _let_go(self, session_id: str) -> None:
        self._open.pop(session_id, None)

    def _sole_claims(self, folders: list[Path]) -> list[Claim]:
        claims: list[Claim] = []
        for folder in folders:
            with contextlib.suppress(OSError):
                claim = single.claimed(folder)
                if claim is None:
                    for each in claims:
                        each.release()
                    raise _open_already()
                claims.append(claim)
        return claims

    def _secret(self, folders: Iterable[Path]) -> bytes | None:
        found = [session_key.read(self._disk, folder) for folder in folders]
        return next((each for each in found if isinstance(each, bytes)), None)

    # --- all of them ----------------------------------------------------------------------------

    def _listed(self) -> set[str]:
        names: set[str] = set()
        for root in self._answering():
            with contextlib.suppress(OSError):
                names |= set(_names(root))
        return names - set(self._open)

    def _answering(self) -> list[Path]:
        """Return the places that are there; one that hangs is as good as gone."""
        return [root for root in self._roots if _answers(root)]

    def _folders(self, session_id: str) -> list[Path]:
        if not _ID.fullmatch(session_id):
            raise _unreadable()
        folders = [root / session_id for root in self._answering() if (root / session_id).is_dir()]
        if not folders:
            raise _unreadable()
        return folders

    def _summary(self, session_id: str) -> SessionSummary | None:
        try:
            return self._told(session_id, self._folders(session_id))
        except ScribeError:
            return None
        except OSError:
            return SessionSummary(session_id, 0.0, 0.0, clean=False, readable=False, damaged=True)

    def _told(self, session_id: str, folders: list[Path]) -> SessionSummary | None:
        if any(single.is_claimed(folder) for folder in folders):
            return None
        folders = [folder for folder in folders if not self._swept(folder)]
        if not folders:
            return None
        identity, secret = bytes.fromhex(session_id), self._secret(folders)
        keys = SessionKeys(self.keys, secret) if secret is not None else None
        with contextlib.suppress(OSError):
            if keys is not None:
                Forgetting(self._disk, identity, keys, self._strip).catch_up(folders)
        return summaries.summary(self._disk, identity, folders, keys)

    def _swept(self, folder: Path) -> bool:
        """Remove what a discard that was cut short left, or a beginning that came to nothing."""
        if session_key.read(self._disk, folder) is not session_key.Lost.DESTROYED:
            # A young one may be another program's, which is about to write into it.
            begun = any(path.suffix == ".log" for path in folder.iterdir())
            if begun or time.time() - folder.stat().st_mtime < _YOUNG_SECONDS:
                return False
        clear(self._disk, folder)
        return True


def _answers(root: Path) -> bool:
    try:
        return bounded(root.is_dir, _ANSWER_SECONDS)
    except OSError:
        return False


def _names(root: Path) -> Iterable[str]:
    return [path.name for path in root.iterdir() if _ID.fullmatch(path.name) and path.is_dir()]


def _open_already() -> ScribeError:
    return storage_fault("This consultation is open already.")


def _unreadable() -> ScribeError:
    return storage_fault("A consultation on this disk cannot be read.")
