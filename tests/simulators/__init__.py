"""One strict, hostile, scriptable server per vendor, to test against and to try the app with."""

from tests.simulators.faults import ALL, Faults, RestFaults
from tests.simulators.juvoly_v1 import JuvolyV1
from tests.simulators.juvoly_v2 import JuvolyV2
from tests.simulators.live_api import LiveApi
from tests.simulators.running import running
from tests.simulators.server import Simulator
from tests.simulators.voxist import Voxist

__all__ = ["ALL", "Faults", "JuvolyV1", "JuvolyV2", "LiveApi", "RestFaults", "Simulator"]
__all__ += ["VENDORS", "Voxist", "running"]

VENDORS: dict[str, type[Simulator]] = {
    server.name: server for server in (JuvolyV1, JuvolyV2, LiveApi, Voxist)
}
