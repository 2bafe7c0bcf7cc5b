"""The doctor compares this computer's clock with the vendor's."""

import json
import time
from pathlib import Path

import pytest

from scribe_app.app.main import main
from tests.simulators import LiveApi, Simulator, Voxist, running


def clock_of(folder: Path, server: Simulator, settings: str, said: pytest.CaptureFixture) -> dict:
    with running(server):
        (folder / "settings.toml").write_text(settings.format(server=server))
        main(["doctor", "--json", "--profile", str(folder)])
    findings = json.loads(said.readouterr().out)["findings"]
    return next(each for each in findings if each["name"] == "clock")


VOXIST = 'vendor = "voxist"\n[vendors.voxist]\nrest_url = "{server.rest_url}"\n'
LIVE = 'vendor = "live-api"\n[vendors.live-api]\ntoken_url = "{server.login_url}"\n'


@pytest.mark.parametrize(
    ("ahead", "verdict", "says"),
    [
        (0.0, "ok", "agrees"),
        (600.0, "attention", "10 minutes ahead of"),
        (-600.0, "attention", "10 minutes behind"),
    ],
)
def test_a_clock_that_is_ten_minutes_wrong_is_named(
    ahead: float, verdict: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    server = Voxist(now=lambda: time.time() - ahead)
    found = clock_of(tmp_path, server, VOXIST, capsys)
    assert found["verdict"] == verdict
    assert says in found["detail"]


def test_a_server_of_ones_own_is_asked_where_it_hands_out_tokens(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    server = LiveApi(now=lambda: time.time() - 600)
    assert (
        "10 minutes ahead of that of Live API" in clock_of(tmp_path, server, LIVE, capsys)["detail"]
    )


def test_nobody_is_asked_where_nothing_depends_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    main(["doctor", "--json", "--profile", str(tmp_path)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    found = next(each for each in findings if each["name"] == "clock")
    assert found["detail"] == "Nothing here depends on the clock being right."
