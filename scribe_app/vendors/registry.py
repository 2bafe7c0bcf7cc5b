"""Every vendor there is, in the order the settings show them."""

from scribe_app.ports.vendor import Vendor
from scribe_app.vendors.juvoly_v1 import JuvolyV1
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from scribe_app.vendors.live_api import LiveApi
from scribe_app.vendors.on_device import OnDevice
from scribe_app.vendors.voxist import Voxist


def vendors() -> tuple[Vendor, ...]:
    """Return one instance of each vendor."""
    return (OnDevice(), JuvolyV2(), JuvolyV1(), LiveApi(), Voxist())
