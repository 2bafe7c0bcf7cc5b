"""Downloads of models: resumed after a break, checked against their hash, never half there."""

import contextlib
from collections.abc import Callable
from pathlib import Path

import httpx

from scribe_app.domain.faults import Fault, FaultKind, ScribeError, storage_fault
from scribe_app.ondevice.catalogue import ModelFile
from scribe_app.ondevice.hashes import matches
from scribe_app.ondevice.models import ModelStore

_HTML = (b"<!doctype html", b"<html")


class Cancelled(Exception):
    """The user stopped the download; what came stays, to be resumed."""


class Downloader:
    """Brings models into a store; blocking, so it wants a thread of its own.

    `progress` is told bytes done and bytes in all, `stopped` is asked between pieces.
    """

    def __init__(
        self,
        store: ModelStore,
        waiting: Path,
        client: httpx.Client,
        progress: Callable[[int, int], None] = lambda done, total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store, self._waiting, self._client = store, waiting, client
        self._progress, self._stopped = progress, stopped

    def fetch(self, model_id: str) -> Path:
        """Download a model and return its folder.

        Raises `ScribeError`: transport when the network fails (what came is kept for the next
        try), storage for a wrong hash or a full disk; `Cancelled` when stopped.
        """
        model = self._store.model(model_id)
        total, done = model.size, 0
        for file in model.files:
            self._file(file, model_id, done, total)
            done += file.size
        return self._store.receive(model_id, lambda file, path: self._hand(file, model_id, path))

    def _hand(self, file: ModelFile, model_id: str, target: Path) -> None:
        self._part(file, model_id).replace(target)

    def _part(self, file: ModelFile, model_id: str) -> Path:
        # The hash in the name keeps the pieces of two revisions apart.
        return self._waiting / f"{model_id}-{file.name}.{file.sha256[:12]}.part"

    def _file(self, file: ModelFile, model_id: str, done: int, total: int) -> None:
        part = self._part(file, model_id)
        try:
            part.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (_length(part) == file.size and matches(part, file.sha256)):
                self._stream(file, part, done, total)
        except httpx.HTTPError as error:
            raise _transport(
                "The download was interrupted; it goes on where it stopped."
            ) from error
        except OSError as error:
            raise storage_fault("The speech model could not be written to this disk.") from error
        if not matches(part, file.sha256):
            part.unlink(missing_ok=True)
            raise storage_fault("What was downloaded is not the speech model that was expected.")

    def _stream(self, file: ModelFile, part: Path, done: int, total: int) -> None:
        have = _length(part)
        if have >= file.size:
            part.unlink(missing_ok=True)
            have = 0
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
        with self._client.stream("GET", file.url, headers=headers, follow_redirects=True) as reply:
            _accept(reply)
            have = have if reply.status_code == httpx.codes.PARTIAL_CONTENT else 0
            self._write(reply, file, part, have, done, total)

    def _write(
        self, reply: httpx.Response, file: ModelFile, part: Path, have: int, done: int, total: int
    ) -> None:
        with part.open("r+b" if have else "wb") as out:
            out.seek(have)
            for chunk in reply.iter_raw():
                if have == 0 and chunk.lstrip().lower().startswith(_HTML):
                    raise _proxy_page()
                have += len(chunk)
                if have > file.size:
                    raise storage_fault("The server sent more than the speech model holds.")
                out.write(chunk)
                self._progress(done + have, total)
                if self._stopped():
                    raise Cancelled


def _accept(reply: httpx.Response) -> None:
    if reply.headers.get("content-type", "").lower().startswith("text/html"):
        raise _proxy_page()
    if reply.status_code not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        raise _transport("The server that holds the speech models did not deliver it.")


def _proxy_page() -> ScribeError:
    return _transport(
        "A web page came instead of the speech model: the network asks to sign in or blocks it."
    )


def _transport(sentence: str) -> ScribeError:
    return ScribeError(Fault(FaultKind.TRANSPORT, True, sentence))


def _length(path: Path) -> int:
    with contextlib.suppress(OSError):
        return path.stat().st_size
    return 0
