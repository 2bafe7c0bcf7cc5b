"""Models brought, imported and removed as the settings and the command line do it."""

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from scribe_app.app.dialler import Network
from scribe_app.app.main import main
from scribe_app.app.models import BackgroundModels, ModelManager
from scribe_app.app.models_command import Meter
from scribe_app.app.resources import resources
from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.ondevice.catalogue import Loader, Model, ModelFile, bundled_catalogue
from scribe_app.ondevice.models import ModelStore
from scribe_app.ports.models import ModelPlace, SpeechModel
from scribe_app.vendors.on_device import MANIFEST

WEIGHTS = bytes(range(256)) * 4096


class Shop(ThreadingHTTPServer):
    """Serves one file, slowly where a test wants to stop it."""

    slow = threading.Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        asked = self.headers.get("Range")
        start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
        self.send_response(206 if start else 200)
        self.send_header("Content-Length", str(len(WEIGHTS) - start))
        self.end_headers()
        for at in range(start, len(WEIGHTS), 65_536):
            if self.server.slow.is_set():  # type: ignore[attr-defined]
                time.sleep(0.02)
            self.wfile.write(WEIGHTS[at : at + 65_536])

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Shop(("127.0.0.1", 0), Handler) as server:
        server.slow = threading.Event()
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def manager(shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelManager:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    url = f"http://127.0.0.1:{shop.server_address[1]}/model.bin"
    file = ModelFile("model.bin", url, len(WEIGHTS), hashlib.sha256(WEIGHTS).hexdigest())
    model = Model("owl", "Owl", Loader.CTRANSLATE2, ("nl",), "MIT", "", (file,))
    made = ModelManager(tmp_path / "models", Network, lambda: "other")
    made.store = ModelStore(tmp_path / "models", [model, *bundled_catalogue()])
    return made


def told(manager: BackgroundModels, model_id: str = "owl") -> SpeechModel:
    return next(each for each in manager.models() if each.id == model_id)


def waited(manager: BackgroundModels) -> SpeechModel:
    limit = time.monotonic() + 20
    while told(manager).progress is not None and time.monotonic() < limit:
        time.sleep(0.005)
    return told(manager)


def test_the_recogniser_offers_exactly_the_models_of_the_catalogue() -> None:
    assert [each.id for each in MANIFEST.models] == [each.id for each in bundled_catalogue()]


def test_every_model_of_the_catalogue_is_pinned() -> None:
    for model in bundled_catalogue():
        assert all("/resolve/" in f.url and len(f.url.split("/")[6]) == 40 for f in model.files)
        assert {"model.bin", "config.json", "tokenizer.json"} <= {f.name for f in model.files}


def test_a_download_that_is_stopped_goes_on_and_is_here_then(
    manager: ModelManager, shop: Shop
) -> None:
    desk = BackgroundModels(manager)
    assert told(desk).place is ModelPlace.ABSENT
    shop.slow.set()
    desk.download("owl")
    while not told(desk).progress:
        time.sleep(0.005)
    desk.stop("owl")
    stopped = waited(desk)
    assert stopped.answer is not None
    assert not stopped.answer.fine
    assert stopped.place is ModelPlace.ABSENT
    shop.slow.clear()
    desk.download("owl")
    done = waited(desk)
    assert done.answer is not None
    assert done.answer.fine
    assert done.place is ModelPlace.HERE
    assert manager.store.ensure("owl").joinpath("model.bin").read_bytes() == WEIGHTS


def test_the_one_in_use_and_the_one_that_comes_along_are_not_removed(
    manager: ModelManager,
) -> None:
    manager.download("owl")
    manager._chosen = lambda: "owl"  # type: ignore[method-assign]
    with pytest.raises(ScribeError) as refused:
        manager.remove("owl")
    assert refused.value.fault.kind is FaultKind.CONFIGURATION
    with pytest.raises(ScribeError):
        manager.remove("whisper-base")
    manager._chosen = lambda: "whisper-base"  # type: ignore[method-assign]
    assert manager.remove("owl") == "Owl"
    assert manager.missing("owl") is not None
    assert manager.missing("whisper-base") is None


def test_the_command_lists_imports_and_refuses(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--profile", str(tmp_path / "profile")]
    assert main([*place, "models", "list", "--json"]) == 0
    listed = {each["id"]: each for each in json.loads(capsys.readouterr().out)}
    assert listed["whisper-base"]["place"] == "built-in"
    assert listed["whisper-medium"]["place"] == "absent"
    assert main([*place, "models"]) == 0
    assert "whisper-small: Whisper small, 486 MB" in capsys.readouterr().out
    assert main([*place, "models", "import", str(tmp_path)]) == 6
    assert main([*place, "models", "remove", "whisper-base"]) == 2
    assert main([*place, "models", "download", "owl"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "scribe-app: No complete speech model was found there."
    assert len(said) == 3


def test_a_missing_model_is_said_before_anybody_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample = next((resources() / "samples").glob("*.ogg"))
    arguments = ["transcribe", str(sample), "--model", "whisper-small", "--profile", str(tmp_path)]
    assert main(arguments) == 2
    assert capsys.readouterr().err == (
        "scribe-app: The speech model Whisper small is not on this computer; "
        "download or import it.\n"
    )


class Terminal:
    def __init__(self, *, shown: bool) -> None:
        self.said: list[str] = []
        self._shown = shown

    def isatty(self) -> bool:
        return self._shown

    def write(self, text: str) -> int:
        self.said.append(text)
        return len(text)


def test_a_meter_moves_once_a_percent_and_only_on_a_terminal() -> None:
    shown, hidden = Terminal(shown=True), Terminal(shown=False)
    for terminal in (shown, hidden):
        meter = Meter(terminal)
        for done in range(1001):
            meter.told(done * 1_000_000, 1_000_000_000)
    assert len(shown.said) == 101
    assert shown.said[-1] == "100 % of 1000 MB\n"
    assert not hidden.said
