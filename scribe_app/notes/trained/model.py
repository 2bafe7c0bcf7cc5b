"""Scores statements for the sections of a note: a linear model over words, roles and places."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from scribe_app.domain.note import Section

SECTIONS = tuple(Section)
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Model:
    """A place per feature, and per place its weight for S, O, E and P; `bias` of the same four."""

    places: Mapping[str, int]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, units: Sequence[Features]) -> NDArray[np.float32]:
        """Return a row per unit: how much of it a clinician's section would hold, about 0 to 1."""
        found = np.tile(self.bias, (len(units), 1))
        for row, features in enumerate(units):
            known = [(self.places[n], v) for n, v in features.items() if n in self.places]
            if known:
                where, value = zip(*known, strict=True)
                found[row] += np.asarray(value, np.float32) @ self.weights[list(where)]
        return found


@cache
def english() -> Model:
    """Return the model that ships with the package."""
    folder = files("scribe_app.notes").joinpath("weights")
    names: list[str] = json.loads(folder.joinpath("english.json").read_text("utf-8"))
    with folder.joinpath("english.npz").open("rb") as file, np.load(file) as stored:
        weights, bias = stored["weights"], stored["bias"]
    places = MappingProxyType({name: place for place, name in enumerate(names)})
    return Model(places, weights.astype(np.float32), bias.astype(np.float32))
