"""Made-up inputs for the contract of the codecs, and what the engine makes of their events."""

import json
import math
from collections.abc import Iterable

from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.engine.bounds import bounded
from scribe_app.engine.seam import Seam
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Codec, Vendor
from scribe_app.system.clock import SystemClock
from tests.contract.codec_conversations import (
    Conversation,
    conversations,
    settings,
)

NASTY = ("\u202e", "\x00\x1b[31m", "\ud83d", "<img src=file:///etc/passwd>", "\u2028", "\U000e0041")


LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(NASTY)
    | st.sampled_from((10**30, -1, 1e308, "1e999", "-0", "9" * 5000, math.nan))
)


JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


NONSENSE = ("", "{", "nonsense", b"\xff\xfe", "[]", "null", "3", '"text"', '{"type": null}',
            '{"type": ["final"]}', '{"type": "made-up"}', "{}", b"\x00" * 3200)  # fmt: skip


GARBAGE = (
    st.binary(max_size=50)
    | st.text(max_size=50)
    | st.lists(JSON, max_size=3).map(json.dumps)
    | st.sampled_from(NONSENSE)
)


RECORDED = {each.name: each for each in conversations()}


quickly = hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def named(vendor: Vendor) -> list[Conversation]:
    return [each for name, each in RECORDED.items() if name.startswith(vendor.manifest.id)]


def made(vendor: Vendor) -> Codec:
    return vendor.codec(settings(vendor), SystemClock())


def heard(codec: Codec, frames: Iterable[Frame]) -> list[ev.VendorEvent]:
    return [event for frame in frames for event in codec.receive(frame)]


def folded(codec: Codec, frames: Iterable[Frame], *, epoch: int = 0) -> Consultation:
    """Return what the engine makes of frames: bounded, placed, folded, and ended."""
    consultation, seam = Consultation(), Seam(epoch)
    for event in [*heard(codec, frames), ev.Ended(confirmed=True)]:
        placed = seam.placed(bounded(event, 1000.0))
        consultation = consultation if placed is None else fold(consultation, placed)
    return consultation


def said(consultation: Consultation) -> tuple[str, ...]:
    return tuple(each.text for each in consultation.transcript.finals)
