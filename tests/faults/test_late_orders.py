"""A late answer of one consultation never shows in another: a thousand random orders."""

import pytest

from tests.engine.ward import check
from tests.faults.report import Report

pytestmark = pytest.mark.faults

ORDERS = 1000


def test_a_thousand_orders(report: Report) -> None:
    check(range(ORDERS))
    report("", f"late answers that show with another patient ({ORDERS} orders)", "0", "0", met=True)
