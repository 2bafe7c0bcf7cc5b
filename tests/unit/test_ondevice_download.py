"""Downloads against a server that breaks off, lies and hides behind a proxy's page."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.ondevice.catalogue import Loader, Model, ModelFile
from scribe_app.ondevice.download import Cancelled, Downloader
from scribe_app.ondevice.models import ModelStore

WEIGHTS = bytes(range(256)) * 8192


@dataclass
class Site:
    """What the server does, and what it was asked."""

    breaks_after: int | None = None
    resumes: bool = True
    status: int = 200
    page: bytes | None = None
    kind: str = "application/octet-stream"
    body: bytes = WEIGHTS
    ranges: list[str | None] = field(default_factory=list)


class Handler(BaseHTTPRequestHandler):
    """Serves `Site` with ranges."""

    site: Site

    def do_GET(self) -> None:
        site, asked = self.site, self.headers.get("Range")
        site.ranges.append(asked)
        body = site.page if site.page is not None else site.body
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and site.resumes else 0
        self.send_response(206 if start else site.status)
        self.send_header("Content-Type", site.kind)
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        self.wfile.write(body[start : start + (site.breaks_after or len(body))])

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[tuple[Site, str]]:
    handler = type("Here", (Handler,), {"site": Site()})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield handler.site, f"http://127.0.0.1:{server.server_port}/model.bin"
        server.shutdown()
        thread.join()


@dataclass
class Rig:
    """A store, a place for what is on its way, and a downloader between them."""

    store: ModelStore
    waiting: Path
    site: Site
    done: list[tuple[int, int]] = field(default_factory=list)
    stop_at: int = 1 << 40

    def fetch(self) -> Path:
        with httpx.Client(trust_env=False, timeout=5) as client:
            downloader = Downloader(
                self.store,
                self.waiting,
                client,
                lambda done, total: self.done.append((done, total)),
                lambda: bool(self.done) and self.done[-1][0] >= self.stop_at,
            )
            return downloader.fetch("tiny")

    def refused(self) -> FaultKind:
        with pytest.raises(ScribeError) as caught:
            self.fetch()
        assert self.store.installed() == ()
        assert caught.value.fault.sentence.endswith(".")
        return caught.value.fault.kind


@pytest.fixture
def rig(tmp_path: Path, site: tuple[Site, str]) -> Rig:
    weights = ModelFile("model.bin", site[1], len(WEIGHTS), hashlib.sha256(WEIGHTS).hexdigest())
    model = Model("tiny", "Tiny", Loader.CTRANSLATE2, ("nl",), "MIT", "", (weights,))
    return Rig(ModelStore(tmp_path / "models", [model]), tmp_path / "waiting", site[0])


def test_a_whole_download(rig: Rig) -> None:
    assert (rig.fetch() / "model.bin").read_bytes() == WEIGHTS
    assert rig.done[-1] == (len(WEIGHTS), len(WEIGHTS))
    assert rig.store.installed() == ("tiny",)
    assert list(rig.waiting.iterdir()) == []


def test_a_broken_download_goes_on_where_it_stopped(rig: Rig) -> None:
    rig.site.breaks_after = 1_000_000
    assert rig.refused() is FaultKind.TRANSPORT
    assert rig.refused() is FaultKind.TRANSPORT
    assert (rig.fetch() / "model.bin").read_bytes() == WEIGHTS
    assert rig.site.ranges == [None, "bytes=1000000-", "bytes=2000000-"]


def test_a_server_without_ranges_starts_again(rig: Rig) -> None:
    rig.site.breaks_after, rig.site.resumes = 1_000_000, False
    assert rig.refused() is FaultKind.TRANSPORT
    rig.site.breaks_after = None
    assert (rig.fetch() / "model.bin").read_bytes() == WEIGHTS


def test_a_stopped_download_is_resumed(rig: Rig) -> None:
    rig.stop_at = 500_000
    with pytest.raises(Cancelled):
        rig.fetch()
    rig.stop_at = 1 << 40
    rig.fetch()
    assert rig.site.ranges[1] is not None


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/octet-stream"])
def test_a_proxys_page_is_recognised(rig: Rig, kind: str) -> None:
    rig.site.page, rig.site.kind = b"\n <!DOCTYPE html><title>Sign in</title>", kind
    with pytest.raises(ScribeError, match="sign in"):
        rig.fetch()


def test_other_bytes_are_refused_and_thrown_away(rig: Rig) -> None:
    rig.site.body = b"x" + WEIGHTS[1:]
    assert rig.refused() is FaultKind.STORAGE
    assert list(rig.waiting.iterdir()) == []
    rig.site.body = WEIGHTS + b"more"
    assert rig.refused() is FaultKind.STORAGE
    rig.site.body = WEIGHTS
    rig.fetch()


def test_no_server_and_no_such_file(rig: Rig) -> None:
    rig.site.status = 404
    assert rig.refused() is FaultKind.TRANSPORT


def test_a_disk_that_cannot_be_written(rig: Rig) -> None:
    rig.waiting.write_text("in the way")
    assert rig.refused() is FaultKind.STORAGE
