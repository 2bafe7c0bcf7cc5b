"""A conversation gives the same transcript, whatever comes twice, late or in between."""

import json
import random
import typing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contract.codec_checks import (
    GARBAGE,
    RECORDED,
    folded,
    quickly,
    said,
)
from tests.contract.codec_conversations import (
    Heard,
    encoded,
    juvoly_v1,
    juvoly_v2,
)


@pytest.mark.parametrize("name", sorted(RECORDED))
class TestConversation:
    """A conversation gives the same transcript, whatever comes twice, late or in between.

    Kept in order are versions of one sentence alone: nothing in any vendor's messages tells an
    older version that comes late from a newer one. A repetition of an older version after a newer
    one is known, and changes nothing.
    """

    def test_as_it_was_recorded(self, name: str) -> None:
        recorded = RECORDED[name]
        frames = [encoded(each.message) for each in recorded.frames]
        consultation = folded(recorded.codec(), frames)
        assert said(consultation) == recorded.finals
        starts = [each.start for each in consultation.transcript.finals]
        assert starts == sorted(starts)

    @quickly
    @given(data=st.data())
    def test_in_any_order_with_repetitions_and_garbage(
        self, name: str, data: st.DataObject
    ) -> None:
        recorded = RECORDED[name]
        frames = [
            encoded(each.message, as_bytes=data.draw(st.booleans()))
            for each in repeated(reordered(list(recorded.frames), data), data)
        ]
        for garbage in data.draw(st.lists(GARBAGE, max_size=5)):
            frames.insert(data.draw(st.integers(0, len(frames))), garbage)
        assert said(folded(recorded.codec(), frames)) == recorded.finals

    def test_every_single_repetition(self, name: str) -> None:
        recorded = RECORDED[name]
        frames = [encoded(each.message) for each in recorded.frames]
        for place, frame in enumerate(frames):
            for again in range(place + 1, len(frames) + 1):
                told = [*frames[:again], frame, *frames[again:]]
                assert said(folded(recorded.codec(), told)) == recorded.finals

    def test_every_partial_last(self, name: str) -> None:
        recorded = RECORDED[name]
        frames = [encoded(each.message) for each in recorded.frames]
        told = [*frames, *random.Random(3).sample(frames, len(frames))]
        assert said(folded(recorded.codec(), told)) == recorded.finals

    def test_an_epoch_later_only_names_differ(self, name: str) -> None:
        recorded = RECORDED[name]
        frames = [encoded(each.message) for each in recorded.frames]
        consultation = folded(recorded.codec(), frames, epoch=3)
        assert said(consultation) == recorded.finals
        assert all(each.id.startswith("3:") for each in consultation.transcript.finals)


def reordered(frames: list[Heard], data: st.DataObject) -> list[Heard]:
    """Return the frames in another order; those of one key among each other in their own."""
    order = data.draw(st.permutations(frames))
    waiting = {key: [each for each in frames if each.key == key] for key in {f.key for f in frames}}
    return [waiting[each.key].pop(0) if each.key else each for each in order]


def repeated(frames: list[Heard], data: st.DataObject) -> list[Heard]:
    """Return the frames with some of them again, at any later time."""
    for place in data.draw(st.lists(st.integers(0, len(frames) - 1), max_size=6)):
        again = data.draw(st.integers(place + 1, len(frames)))
        frames = [*frames[:again], frames[place], *frames[again:]]
    return frames


@quickly
@given(data=st.data())
def test_sentences_of_v1_in_any_parcels(data: st.DataObject) -> None:
    """However completed sentences are cut into messages, single objects or lists."""
    recorded = juvoly_v1(cumulative=True)
    last = recorded.frames[-1].message["transcript"]
    sentences = data.draw(st.permutations(typing.cast(typing.Any, last)["completed"]))
    frames = []
    while sentences:
        size = data.draw(st.integers(1, len(sentences)))
        parcel, sentences = sentences[:size], sentences[size:]
        value = parcel[0] if size == 1 and data.draw(st.booleans()) else parcel
        frames.append(json.dumps({"type": "transcript", "data": {"completed": value}}))
    assert said(folded(recorded.codec(), frames)) == recorded.finals


def test_an_older_version_that_comes_first_is_replaced_and_one_that_comes_late_is_not_known() -> (
    None
):
    """This is the one order that cannot be undone, here so that nobody takes it for kept."""
    recorded = juvoly_v2()
    versions = [encoded(each.message) for each in recorded.frames if each.key == "2"]
    older, newer = versions
    assert said(folded(recorded.codec(), [older, newer, older])) == ("Hoofdpijn sinds 2 weken.",)
    assert said(folded(recorded.codec(), [newer, older])) == ("Hoofdpijn, sinds twee weken.",)
