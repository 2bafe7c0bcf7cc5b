"""Every vendor there is, in the order the settings show them."""

from scribe_app.ports.vendor import Vendor
from scribe_app.vendors.on_device import OnDevice


def vendors() -> tuple[Vendor, ...]:
    """Return one instance of each vendor."""
    return (OnDevice(),)
