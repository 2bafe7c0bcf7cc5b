"""Frames come out as they went in, however the pipe cuts them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.ondevice import frames

FRAMES = st.lists(st.one_of(st.text(max_size=40), st.binary(max_size=40)), max_size=8)


@given(FRAMES, st.integers(1, 11))
def test_any_cut_gives_the_same_frames(sent: list[str | bytes], size: int) -> None:
    data = b"".join(map(frames.encode, sent))
    reader = frames.FrameReader()
    got = [f for at in range(0, len(data), size) for f in reader.feed(data[at : at + size])]
    assert got == sent


@given(FRAMES)
def test_blocking_helpers_agree(sent: list[str | bytes]) -> None:
    stream = io.BytesIO()
    for frame in sent:
        frames.write_frame(stream, frame)
    stream.seek(0)
    assert [frames.read_frame(stream) for _ in sent] == sent
    assert frames.read_frame(stream) is None


def test_a_frame_that_breaks_off_is_the_end() -> None:
    assert frames.read_frame(io.BytesIO(frames.encode("hello")[:-1])) is None


@pytest.mark.parametrize(
    "data", [b"X\0\0\0\0", b"T\xff\xff\xff\xff", b"T\x01\0\0\0\xff"], ids=["kind", "length", "utf8"]
)
def test_nonsense_is_refused(data: bytes) -> None:
    with pytest.raises(frames.FrameError):
        list(frames.FrameReader().feed(data))
    with pytest.raises(frames.FrameError):
        frames.read_frame(io.BytesIO(data))
