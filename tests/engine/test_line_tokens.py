"""A token that runs out in the middle: renewed a minute before, and no word is lost."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.engine.lived import Scene, lived
from tests.engine.schedules import verdict
from tests.simulators import LiveApi, Voxist

WRONG = (0.0, 600.0, -600.0)
"""Seconds by which this computer's clock is ahead."""


@pytest.mark.parametrize("error", WRONG)
@pytest.mark.parametrize("lines", ["1", "2"])
def test_a_bought_token_is_renewed_while_somebody_speaks(
    lines: str, error: float, tmp_path: Path
) -> None:
    server = LiveApi(token_seconds=200.0, hangs_up=True)
    scene = Scene(
        servers=[server],
        words=300,
        values=(f"connections={lines}",),
        buys=True,
        wall_error=error,
    )
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    assert made.faults == []
    bought = [at for at, call in zip(made.calls, server.calls, strict=True) if "login" in call]
    assert len(bought) == len(made.dials) == 3
    assert all(later - sooner <= 140.0 for sooner, later in pairwise(bought))


def test_an_hour_long_token_in_an_address_is_renewed(tmp_path: Path) -> None:
    server = Voxist(pace=0.0, token_seconds=180.0)
    scene = Scene(servers=[server], words=200)
    made = lived(scene, tmp_path)
    assert verdict(made, scene) == ""
    assert made.faults == []
    assert 80.0 <= made.calls[1] - made.calls[0] <= 120.0
