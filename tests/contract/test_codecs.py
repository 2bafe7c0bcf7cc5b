"""What every codec promises: any bytes in, never an exception, and only clean events out."""

import dataclasses
import json
import math
import random
import typing
import unicodedata
from collections.abc import Iterable, Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Vendor
from scribe_app.vendors.registry import vendors
from tests.contract.codec_checks import (
    JSON,
    NONSENSE,
    heard,
    made,
    named,
    quickly,
)
from tests.contract.codec_conversations import (
    encoded,
)

EVENTS = typing.get_args(ev.VendorEvent)


BIDI = set(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def leaves(value: object) -> Iterator[object]:
    """Yield everything inside an event."""
    if dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from leaves(getattr(value, each.name))
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from leaves(each)
    else:
        yield value


def check(events: Iterable[ev.VendorEvent]) -> None:
    for event in events:
        assert isinstance(event, EVENTS)
        for leaf in leaves(event):
            if isinstance(leaf, float):
                assert math.isfinite(leaf)
            if isinstance(leaf, str):
                assert_plain(leaf)
        if isinstance(event, ev.Partial | ev.Final):
            assert 0 <= event.utterance.start <= event.utterance.end
            assert all(0 <= word.start <= word.end for word in event.utterance.words)


def assert_plain(text: str) -> None:
    assert not BIDI & set(text)
    for each in text:
        assert each in "\n\t" or unicodedata.category(each) not in ("Cc", "Cs", "Zl", "Zp")


def paths(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Yield the way to every place in a message."""
    yield path
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from paths(inner, (*path, key))


def altered(message: object, path: tuple[typing.Any, ...], value: object) -> object:
    """Return a message with something else in one place."""
    if not path:
        return value
    copy = typing.cast(typing.Any, message).copy()
    copy[path[0]] = altered(copy[path[0]], path[1:], value)
    return copy


@pytest.mark.parametrize("vendor", vendors(), ids=lambda vendor: vendor.manifest.id)
class TestCodec:
    def test_the_manifest_is_usable(self, vendor: Vendor) -> None:
        manifest = vendor.manifest
        assert manifest.models
        assert manifest.languages
        assert manifest.chunk_samples > 0
        assert manifest.remark.endswith(".")
        for model in manifest.models:
            assert set(manifest.languages_of(model)) <= set(manifest.languages)
        for each in manifest.settings:
            assert not each.secret, "a secret is a credential, not a setting"
            assert not each.choices or each.default in each.choices

    def test_every_language_finds_a_model(self, vendor: Vendor) -> None:
        manifest = vendor.manifest
        for language in manifest.languages:
            model = manifest.model(manifest.model_for(language))
            assert model is not None
            assert language in manifest.languages_of(model)

    def test_it_has_a_recorded_conversation(self, vendor: Vendor) -> None:
        assert named(vendor)

    @quickly
    @given(frame=st.text() | st.binary())
    def test_any_frame_gives_events_and_no_exception(self, vendor: Vendor, frame: Frame) -> None:
        check(heard(made(vendor), [frame]))

    @quickly
    @given(message=JSON)
    def test_any_json_gives_events_and_no_exception(self, vendor: Vendor, message: object) -> None:
        check(heard(made(vendor), [json.dumps(message)]))

    @quickly
    @given(data=st.data(), value=JSON)
    def test_any_value_anywhere_in_a_real_message_does_no_harm(
        self, vendor: Vendor, data: st.DataObject, value: object
    ) -> None:
        conversation = data.draw(st.sampled_from(named(vendor)))
        frames = [each.message for each in conversation.frames]
        place = data.draw(st.integers(0, len(frames) - 1))
        path = data.draw(st.sampled_from(list(paths(frames[place]))))
        hostile = json.dumps(altered(frames[place], path, value))
        codec = conversation.codec()
        check(heard(codec, [*map(encoded, frames[:place]), hostile]))
        check(heard(codec, map(encoded, frames[place:])))

    def test_deep_and_huge_messages_do_no_harm(self, vendor: Vendor) -> None:
        deep: object = "deep"
        for _ in range(400):
            deep = [deep]
        bottom = "[" * 50_000
        for conversation in named(vendor):
            for each in conversation.frames:
                for path in paths(each.message):
                    check(
                        heard(conversation.codec(), [json.dumps(altered(each.message, path, deep))])
                    )
        check(heard(made(vendor), [bottom, bottom.replace("[", '{"type":'), "9" * 100_000]))

    def test_long_messages_that_almost_mean_something_take_no_time(self, vendor: Vendor) -> None:
        """These would take a pattern that tries again from everywhere hours."""
        long = ('"\\' * 500_000 + ",}", "," + " " * 500_000, '{"type":"' + '\\"' * 500_000 + ",]")
        check(heard(made(vendor), long))
        for conversation in named(vendor):
            for text in ("[" + " " * 90_000, "[a|1-->" * 10_000, "[a | 1 -->" + " " * 90_000):
                frames = [encoded({**each.message, "text": text}) for each in conversation.frames]
                check(heard(conversation.codec(), frames))

    def test_what_makes_no_sense_is_counted(self, vendor: Vendor) -> None:
        codec = made(vendor)
        assert heard(codec, NONSENSE) == []
        assert codec.ignored == len(NONSENSE)

    def test_what_makes_sense_is_not(self, vendor: Vendor) -> None:
        for conversation in named(vendor):
            codec = conversation.codec()
            heard(codec, [encoded(each.message) for each in conversation.frames])
            assert codec.ignored == 0

    @pytest.mark.parametrize("code", [1000, 1001, 1006, 1008, 1009, 1011, 1013, 4401, 4999, 0, -1])
    def test_every_close_is_one_plain_sentence_or_an_ending(
        self, vendor: Vendor, code: int
    ) -> None:
        reasons = ("", "nonsense", '{"retryAfterMs": 1e400}', '{"retryAfterMs": "x"}', "\u202e<b>")
        for reason in reasons:
            fault = made(vendor).closed(code, reason)
            assert fault is not None or code == 1000
            if fault is not None:
                assert fault.sentence.endswith(".")
                assert "<b>" not in fault.sentence
                assert math.isfinite(fault.after)

    def test_a_secret_never_shows_in_what_is_printed_of_a_codec(self, vendor: Vendor) -> None:
        assert "made-up-secret" not in repr(made(vendor)) + repr(vendor)


@quickly
@given(data=st.data(), chunk=st.integers(1, 7))
def test_audio_in_any_pieces_arrives_whole(data: st.DataObject, chunk: int) -> None:
    """Every sample given is sent once and in order, in every vendor's form of audio."""
    assume(chunk)
    pieces = data.draw(st.lists(st.integers(1, 1600), min_size=1, max_size=90))
    sound = random.Random(7).randbytes(2 * sum(pieces))
    for vendor in vendors():
        codec, sent, at = made(vendor), b"", 0
        for piece in pieces:
            sent += samples(codec.audio(sound[at : at + 2 * piece]))
            at += 2 * piece
        sent += samples(codec.finish())
        assert sent[: len(sound)] == sound
        assert not any(sent[len(sound) :]), "nothing but silence after it"


def samples(frames: Iterable[Frame]) -> bytes:
    binary = [frame for frame in frames if isinstance(frame, bytes)]
    return b"".join(frame[44:] if frame.startswith(b"RIFF") else frame for frame in binary)
