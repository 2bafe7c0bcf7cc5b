"""What every codec promises: any bytes in, never an exception, and only events out."""

import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.ports.vendor import Vendor, VendorSettings
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.registry import vendors

EVENTS = typing.get_args(ev.VendorEvent)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
WORDS = ("type", "id", "start", "end", "text", "words", "until", "kind", "sentence", "model")
MESSAGES = st.dictionaries(st.sampled_from(WORDS), JSON).flatmap(
    lambda message: st.sampled_from(["ready", "partial", "final", "progress", "fault"]).map(
        lambda kind: {**message, "type": kind}
    )
)


def settings(vendor: Vendor) -> VendorSettings:
    return VendorSettings(vendor.manifest.models[0], vendor.manifest.languages[0])


@pytest.mark.parametrize("vendor", vendors(), ids=lambda vendor: vendor.manifest.id)
class TestCodec:
    def test_the_manifest_is_usable(self, vendor: Vendor) -> None:
        manifest = vendor.manifest
        assert manifest.models
        assert manifest.languages
        assert manifest.chunk_samples > 0
        assert manifest.remark.endswith(".")

    @given(frame=st.text() | st.binary())
    def test_any_frame_gives_events_and_no_exception(
        self, vendor: Vendor, frame: str | bytes
    ) -> None:
        self.check(vendor, frame)

    @given(message=JSON | MESSAGES)
    def test_any_json_gives_events_and_no_exception(self, vendor: Vendor, message: object) -> None:
        import json

        self.check(vendor, json.dumps(message))

    def test_deep_and_huge_json_is_passed_over(self, vendor: Vendor) -> None:
        self.check(vendor, "[" * 5_000)
        self.check(vendor, '{"type":"progress","until":' + "9" * 100_000 + "}")
        self.check(vendor, '{"type":"progress","until":"1e999999"}')

    def check(self, vendor: Vendor, frame: str | bytes) -> None:
        for event in vendor.codec(settings(vendor), SystemClock()).receive(frame):
            assert isinstance(event, EVENTS)
