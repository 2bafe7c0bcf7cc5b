"""The speech models as the settings and the command line manage them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from scribe_app.app.dialler import Network
from scribe_app.app.recognisers import model_store
from scribe_app.domain.faults import Fault, ScribeError, configuration_fault
from scribe_app.engine.daemon import in_daemon
from scribe_app.ondevice.catalogue import Model
from scribe_app.ondevice.models import ModelStore, not_here
from scribe_app.ports.models import ModelPlace, SpeechModel
from scribe_app.ports.preferences import Answer

_SOURCE = "The server of the speech models"


class ModelManager:
    """Lists, brings and removes models; blocking, and every method raises `ScribeError`.

    `network` and `chosen` (the model the settings name) are asked anew each time.
    """

    def __init__(
        self, folder: Path, network: Callable[[], Network], chosen: Callable[[], str]
    ) -> None:
        self.store: ModelStore = model_store(folder)
        self._folder, self._network, self._chosen = folder, network, chosen

    def models(self) -> tuple[SpeechModel, ...]:
        """Return every model of the catalogue; looks at sizes alone."""
        return tuple(self._described(model) for model in self.store.catalogue)

    def download(
        self,
        model_id: str,
        progress: Callable[[int, int], None] = lambda done, total: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> str:
        """Bring a model over the network; return its name. Raises `Cancelled` when stopped."""
        from scribe_app.ondevice.download import Downloader

        model = self.store.model(model_id)
        with self._network().downloads(_SOURCE) as client:
            waiting = self._folder / ".downloads"
            Downloader(self.store, waiting, client, progress, stopped).fetch(model_id)
        return model.name

    def bring(self, source: Path) -> str:
        """Import what lies there; return its name."""
        return self.store.model(self.store.bring(source)).name

    def remove(self, model_id: str) -> str:
        """Remove a model; return its name."""
        model = self.store.model(model_id)
        if model.parts:
            raise configuration_fault(f"The speech model {model.name} comes with the program.")
        if model_id == self._chosen():
            raise configuration_fault(
                f"The speech model {model.name} is in use; choose another one first."
            )
        self.store.remove(model_id)
        return model.name

    def missing(self, model_id: str) -> Fault | None:
        """Return the fault of a model that cannot be had without a network, else None."""
        model = self.store.model(model_id)
        return None if self.store.available(model_id) else not_here(model).fault

    def _described(self, model: Model) -> SpeechModel:
        place = ModelPlace.HERE if model.id in self.store.installed() else ModelPlace.ABSENT
        return SpeechModel(
            model.id,
            model.name,
            model.size,
            model.languages,
            model.licence,
            model.note,
            ModelPlace.BUILT_IN if model.parts and self.store.available(model.id) else place,
        )


@dataclass(slots=True)
class _Download:
    """One that is under way or has ended."""

    progress: float | None = 0.0
    stopped: bool = False
    answer: Answer | None = None


class BackgroundModels:
    """A `ModelDesk`: downloads run in threads of their own, everything else returns at once."""

    def __init__(self, manager: ModelManager) -> None:
        self._manager = manager
        self._downloads: dict[str, _Download] = {}

    def models(self) -> tuple[SpeechModel, ...]:
        """Return every model as it stands now."""
        return tuple(self._watched(model) for model in self._manager.models())

    def download(self, model_id: str) -> None:
        """Begin to bring a model over the network, or go on where that was stopped."""
        running = self._downloads.get(model_id)
        if running is not None and running.progress is not None:
            return
        job = self._downloads[model_id] = _Download()
        name = "model-download"
        threading.Thread(target=self._run, args=(model_id, job), name=name, daemon=True).start()

    def stop(self, model_id: str) -> None:
        """Stop its download; what came stays for the next time."""
        if model_id in self._downloads:
            self._downloads[model_id].stopped = True

    async def bring(self, source: Path) -> Answer:
        """Import the model that lies in a folder, in an archive, or beside this file."""
        return await _answered(lambda: f"{self._manager.bring(source)} is on this computer now.")

    async def remove(self, model_id: str) -> Answer:
        """Remove a model from the disk; the one that is chosen stays."""
        self._downloads.pop(model_id, None)
        return await _answered(lambda: f"{self._manager.remove(model_id)} was removed.")

    def _watched(self, model: SpeechModel) -> SpeechModel:
        job = self._downloads.get(model.id)
        return replace(model, progress=job.progress, answer=job.answer) if job else model

    def _run(self, model_id: str, job: _Download) -> None:
        from scribe_app.ondevice.download import Cancelled

        def told(done: int, total: int) -> None:
            job.progress = done / total

        try:
            name = self._manager.download(model_id, told, lambda: job.stopped)
            job.answer = Answer(True, f"{name} is on this computer now.")
        except Cancelled:
            job.answer = Answer(False, "Stopped; the download goes on from there next time.")
        except ScribeError as error:
            job.answer = Answer(False, error.fault.sentence)
        finally:
            job.progress = None


async def _answered(act: Callable[[], str]) -> Answer:
    try:
        return Answer(True, await in_daemon(act, "speech-models"))
    except ScribeError as error:
        return Answer(False, error.fault.sentence)
