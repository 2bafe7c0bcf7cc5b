"""What a status or a close means is the same for every vendor, and said in one sentence."""

import pytest

from scribe_app.domain.faults import FaultKind
from scribe_app.ports.vendor import Vendor
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.registry import vendors
from tests.fixtures.vendor_web import settings

NETWORKED = [each for each in vendors() if not each.manifest.capabilities.on_device]


@pytest.mark.parametrize("vendor", NETWORKED, ids=lambda each: each.manifest.id)
class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "kind", "retryable"),
        [
            (429, FaultKind.RATE_LIMIT, True),
            (500, FaultKind.VENDOR, True),
            (502, FaultKind.CAPACITY, True),
            (503, FaultKind.CAPACITY, True),
            (504, FaultKind.CAPACITY, True),
            (402, FaultKind.ENTITLEMENT, False),
            (301, FaultKind.CONFIGURATION, False),
            (307, FaultKind.CONFIGURATION, False),
            (404, FaultKind.CONFIGURATION, False),
            (410, FaultKind.CONFIGURATION, False),
            (400, FaultKind.VENDOR, False),
            (200, FaultKind.VENDOR, False),
        ],
    )
    def test_a_status(
        self, vendor: Vendor, status: int, kind: FaultKind, *, retryable: bool
    ) -> None:
        fault = vendor.refused(status, 0.0)
        assert (fault.kind, fault.retryable) == (kind, retryable)
        assert vendor.manifest.name in fault.sentence

    @pytest.mark.parametrize("status", [401, 403])
    def test_bad_credentials(self, vendor: Vendor, status: int) -> None:
        vendor.refused(status, 0.0)
        fault = vendor.refused(status, 0.0)
        assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)
        assert "credentials" in fault.sentence

    @pytest.mark.parametrize("status", [429, 503])
    def test_how_long_it_wants_to_be_left_alone(self, vendor: Vendor, status: int) -> None:
        assert vendor.refused(status, 7.0).after == 7.0

    @pytest.mark.parametrize("code", [1008, 4401, 4403])
    def test_a_close_that_refuses(self, vendor: Vendor, code: int) -> None:
        fault = vendor.codec(settings(vendor), SystemClock()).closed(code, "")
        assert fault is not None
        assert fault.kind is FaultKind.AUTH

    @pytest.mark.parametrize("code", [1001, 1002, 1006, 1012, 4000])
    def test_a_close_that_is_a_loss(self, vendor: Vendor, code: int) -> None:
        fault = vendor.codec(settings(vendor), SystemClock()).closed(code, "")
        assert fault is not None
        assert (fault.kind, fault.retryable) == (FaultKind.TRANSPORT, True)

    def test_a_broken_engine_is_about_a_language_only_where_engines_have_one(
        self, vendor: Vendor
    ) -> None:
        fault = vendor.codec(settings(vendor), SystemClock()).closed(1011, "")
        assert fault is not None
        assert ("language" in fault.sentence) == (vendor.manifest.id == "voxist")
