"""What holds a secret never shows it, whoever prints it."""

import asyncio
import traceback
from pathlib import Path

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.http import Http, HttpReply, HttpRequest
from tests.canary import secret_in
from tests.engine.vendors import Plan, workshop_for
from tests.simulators import VENDORS, JuvolyV2, LiveApi, RestFaults, Simulator, Voxist


class Overheard:
    """Passes requests on, and keeps how they look when printed."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self.seen: list[str] = []

    async def send(self, request: HttpRequest) -> HttpReply:
        self.seen.append(f"{request!r} {request}")
        reply = await self._http.send(request)
        self.seen.append(f"{reply!r} {reply}")
        return reply


async def printed(folder: Path, server: Simulator, plan: Plan) -> list[str]:
    """Return everything on the way to an open line, as it looks when printed."""
    async with server:
        bench = workshop_for(folder, server, plan).bench
        choice, http = bench.chooser.choice(server.name, first=True), Overheard(bench.reach.http)
        dial = await choice.vendor.dial(choice.settings, choice.credentials(), http)
        line = await bench.reach.dialler.connect(dial)
        await line.close()
        return [*http.seen, repr(dial), str(dial), repr(choice), repr(choice.settings), repr(line)]


CASES = [(make(), ()) for make in VENDORS.values()]
CASES += [(LiveApi(), ("auth_in_address=yes",)), (Voxist(), ("direct_key=yes",))]


@pytest.mark.parametrize(("server", "values"), CASES, ids=lambda each: str(each)[:12])
def test_nothing_that_is_printed_holds_a_secret(
    server: Simulator, values: tuple[str, ...], tmp_path: Path
) -> None:
    seen = asyncio.run(printed(tmp_path, server, Plan(values=values)))
    assert len(seen) >= 5
    assert not secret_in(" ".join(seen).encode())


def test_the_keys_of_sign_in_are_not_printed(tmp_path: Path) -> None:
    async def signed_in() -> list[str]:
        async with JuvolyV2() as server:
            bench = workshop_for(tmp_path, server, Plan()).bench
            choice, http = bench.chooser.choice(server.name), Overheard(bench.reach.http)
            choice = bench.chooser.choice(server.name, first=True)
            answers = {"email": "huisarts@example.org", "password": "made-up-password"}
            key = await choice.vendor.sign_in(choice.settings, choice.credentials(), answers, http)
            assert key == {"user_key": "made-up-user-key-1"}
            return http.seen

    assert not secret_in(" ".join(asyncio.run(signed_in())).encode())


@pytest.mark.parametrize(
    "server", [Voxist(refuse_with=403, stale_tokens=9), LiveApi(refuse_with=401)]
)
def test_a_refusal_holds_no_secret_down_to_its_last_cause(
    server: Simulator, tmp_path: Path
) -> None:
    secrets = {"token": LiveApi(secret="another").token()} if isinstance(server, LiveApi) else None

    async def refused() -> str:
        async with server:
            bench = workshop_for(tmp_path, server, Plan(secrets=secrets)).bench
            choice = bench.chooser.choice(server.name, first=True)
            with pytest.raises(ScribeError) as error:
                await bench.reach.open(choice)
            return "".join(traceback.format_exception(error.value))

    assert not secret_in(asyncio.run(refused()).encode())


def test_an_odd_answer_is_not_repeated(tmp_path: Path) -> None:
    body = b'{"url": "made-up-user-key-in-an-odd-place"}'

    async def refused() -> str:
        async with Voxist(rest_faults=RestFaults(body=body)) as server:
            bench = workshop_for(tmp_path, server, Plan()).bench
            with pytest.raises(ScribeError) as error:
                await bench.reach.open(bench.chooser.choice(server.name, first=True))
            return "".join(traceback.format_exception(error.value))

    assert not secret_in(asyncio.run(refused()).encode())
