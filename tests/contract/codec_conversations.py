"""Recorded conversations: what each vendor's server says during one consultation.

The frames are made after the vendors' documents; several sentences, partials before them, a
revision, a sentence without words, an empty one. `key` marks versions of one sentence: no vendor
numbers its versions, so that their order among each other is the one thing that must be kept.
"""

import json
from array import array
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scribe_app.ports.vendor import Codec, Vendor, VendorSettings
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v1 import JuvolyV1
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from scribe_app.vendors.live_api import LiveApi
from scribe_app.vendors.on_device import OnDevice
from scribe_app.vendors.voxist import Voxist

Message = dict[str, object]


@dataclass(frozen=True)
class Heard:
    """One frame of a server; frames of one `key` stay in their order."""

    message: Message
    key: str = ""


@dataclass(frozen=True)
class Conversation:
    """What a codec, once it has sent its audio, is told, and the sentences that it must give."""

    name: str
    codec: Callable[[], Codec]
    frames: tuple[Heard, ...]
    finals: tuple[str, ...]


class StillClock:
    """A clock that moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def now(self) -> float:
        return self.seconds


def settings(vendor: Vendor, **values: str) -> VendorSettings:
    """Return a vendor's defaults, with some values changed."""
    manifest = vendor.manifest
    defaults = {each.key: each.default for each in manifest.settings}
    model = manifest.models[0].id
    return VendorSettings(model, manifest.languages[0], defaults | values)


def timed(text: str, start: float) -> list[Message]:
    """Return the words of a sentence, 0.3 s each, 0.4 s apart."""
    return [
        {"word": word, "start": start + 0.4 * place, "end": start + 0.4 * place + 0.3}
        for place, word in enumerate(text.split())
    ]


SENTENCES = (
    "Goedemiddag.",
    "Wat heeft u precies?",
    "Hoofdpijn, sinds twee weken.",
    "Ja.",
    "Hebt u ook koorts?",
    "Nee, geen koorts.",
)
STARTS = (8.48, 9.84, 12.2, 15.6, 17.0, 19.5)


def _v1(idx: int, text: str, start: float, speaker: object = None) -> Message:
    words = [{**word, "idx": 0} for word in timed(text, start)]
    end = words[-1]["end"] if words else start
    return {
        "idx": idx, "start": start, "end": end, "sentence": text, "speaker": speaker,
        "words": words,
    }  # fmt: skip


def _v1_message(completed: list[Message], buffered: list[Message]) -> Message:
    return {"type": "transcript", "transcript": {"completed": completed, "buffered": buffered}}


def _codec(vendor: Vendor, **values: str) -> Callable[[], Codec]:
    return lambda: vendor.codec(settings(vendor, **values), SystemClock())


def juvoly_v1(*, cumulative: bool, resets: bool = False) -> Conversation:
    """Return sentences by idx from 49 on; with `resets` from 0 again after three of them."""
    numbers = [place % 3 if resets else 49 + place for place in range(len(SENTENCES))]
    done = [_v1(*each) for each in zip(numbers, SENTENCES, STARTS, strict=True)]
    frames = [Heard({"type": "ready"})]
    for place, sentence in enumerate(done):
        half = str(sentence["sentence"]).split()[0].lower()
        pending = _v1(numbers[place], half, STARTS[place])
        frames.append(Heard(_v1_message(done[:place] if cumulative else [], [pending])))
        said = done[: place + 1] if cumulative else [sentence]
        is_revised = place == 2 and not cumulative
        frames.append(Heard(_v1_message(said, []), key="revised" if is_revised else ""))
    if not cumulative:
        frames = [*frames, *_v1_revision(numbers[2])]
    finals = (
        SENTENCES if cumulative else (*SENTENCES[:2], "Hoofdpijn sinds 2 weken.", *SENTENCES[3:])
    )
    name = "cumulative" if cumulative else "resets" if resets else "delta"
    return Conversation(f"juvoly-v1-{name}", _codec(JuvolyV1()), tuple(frames), finals)


def _v1_revision(idx: int) -> Iterator[Heard]:
    for text in ("Hoofdpijn sinds twee weken!", "Hoofdpijn sinds 2 weken."):
        yield Heard(_v1_message([_v1(idx, text, STARTS[2])], []), key="revised")


def _v2(name: object, text: str, start: float, *, completed: bool, words: bool = True) -> Message:
    spoken = timed(text, start) if words else []
    utterance = {"id": name, "sentence": text, "words": spoken}
    return {"type": "transcript", "completed": completed, "utterance": utterance}


def juvoly_v2() -> Conversation:
    """Return utterances by id, one of them dropped, one revised, ids both text and number."""
    frames = [Heard({"type": "ready"})]
    for place, (text, start) in enumerate(zip(SENTENCES, STARTS, strict=True)):
        name: object = place if place % 2 else str(place)
        frames.append(Heard(_v2(name, text.split()[0], start, completed=False)))
        frames.append(Heard(_v2(name, text, start, completed=True), key=f"{place}"))
    frames.append(Heard(_v2("2", "Hoofdpijn sinds 2 weken.", STARTS[2], completed=True), key="2"))
    frames.append(Heard(_v2("noise", "eh", 23.0, completed=False)))
    frames.append(Heard(_v2("noise", "", 23.0, completed=True)))
    frames.append(Heard({"type": "information", "codings": [{"system": "icpc", "code": "N01"}]}))
    finals = (*SENTENCES[:2], "Hoofdpijn sinds 2 weken.", *SENTENCES[3:])
    return Conversation("juvoly-v2", _codec(JuvolyV2()), tuple(frames), finals)


def _voxist(kind: str, segment: int, text: str, start: float) -> Message:
    place: Message = {"startedAt": start, "segment": segment}
    words = [
        {"text": word["word"], "type": "word", "startedAt": word["start"], "segment": segment}
        for word in timed(text, start)
    ]
    whole = {"text": f" {text}", "type": "segment", **place}
    elements = {"segments": [whole], "words": words}
    return {"text": f" {text}", "type": kind, **place, "elements": elements}


def voxist() -> Conversation:
    """Return segments by number; a final comes twice, one revised, one empty."""
    frames = []
    for segment, (text, start) in enumerate(zip(SENTENCES, STARTS, strict=True)):
        frames.append(Heard(_voxist("partial", segment, text[: len(text) // 2], start)))
        frames.append(Heard(_voxist("final", segment, text, start), key=f"{segment}"))
    frames.append(Heard(_voxist("final", 2, "Hoofdpijn sinds 2 weken.", STARTS[2]), key="2"))
    frames.append(Heard(_voxist("partial", 6, "euh", 23.0)))
    frames.append(Heard(_voxist("final", 6, "", 23.0)))
    finals = (*SENTENCES[:2], "Hoofdpijn sinds 2 weken.", *SENTENCES[3:])
    return Conversation("voxist", _codec(Voxist()), tuple(frames), finals)


def on_device() -> Conversation:
    """Return finals by number; the pipe keeps the order, which costs nothing to forgo."""
    frames = [Heard({"type": "ready", "model": "whisper-base"})]
    for number, (text, start) in enumerate(zip(SENTENCES, STARTS, strict=True)):
        words = [{**each, "text": each["word"]} for each in timed(text, start)]
        final: Message = {"type": "final", "id": number, "text": text, "start": start}
        frames.append(Heard({**final, "end": words[-1]["end"], "words": words}))
    return Conversation("on-device", _codec(OnDevice()), tuple(frames), SENTENCES)


SOUND = array("h", [3000, -3000] * 800).tobytes()
QUIET = bytes(len(SOUND))
SINCE_1970 = 1_760_000_000.0


def spoken_to(*, ahead: float = 0.0) -> tuple[Codec, list[float], StillClock]:
    """Return a Live API codec that sent seven chunks, the third silent, and when it sent them.

    The times of sending are those of a server whose clock is `ahead`.
    """
    clock, sent = StillClock(), []
    vendor = LiveApi(lambda: SINCE_1970)
    codec = vendor.codec(settings(vendor), clock)
    for chunk in range(7):
        for piece in range(31):
            clock.seconds += 0.1
            pcm = QUIET if chunk == 2 or piece == 30 else SOUND
            sent += [SINCE_1970 + ahead + clock.seconds for _ in codec.audio(pcm)]
    return codec, sent, clock


def live_api(*, relative: bool) -> Conversation:
    """Return a message for each chunk with speech; times from the chunk or from the start."""
    _, sent, _ = spoken_to()
    frames = [Heard({"type": "session_init", "session_id": "550e8400-e29b-41d4-a716-446655440000"})]
    loud = [chunk for chunk in range(7) if chunk != 2]
    for chunk, text in zip(loud, SENTENCES, strict=True):
        began = 0.0 if relative or not chunk else sent[chunk - 1] - SINCE_1970
        one, *more = text.split()
        lines = [f"[SPEAKER_0 | {began + 0.2:.3f} --> {began + 0.9:.3f}]: {one}"]
        if more:
            lines.append(f"[SPEAKER_1 | {began + 1.0:.3f} --> {began + 2.5:.3f}]: {' '.join(more)}")
        stamp = sent[chunk] + 0.05
        frames.append(
            Heard({"type": "transcription", "text": "\n".join(lines), "timestamp": stamp})
        )
    finals = tuple(part for text in SENTENCES for part in text.split(" ", 1))
    name = "live-api-chunk" if relative else "live-api-session"
    return Conversation(name, lambda: spoken_to()[0], tuple(frames), finals)


def conversations() -> tuple[Conversation, ...]:
    """Return one conversation or more for every vendor."""
    return (
        on_device(),
        juvoly_v1(cumulative=False),
        juvoly_v1(cumulative=False, resets=True),
        juvoly_v1(cumulative=True),
        juvoly_v2(),
        live_api(relative=True),
        live_api(relative=False),
        voxist(),
    )


def encoded(message: Message, *, as_bytes: bool = False) -> str | bytes:
    """Return a message as the frame that carries it."""
    text = json.dumps(message, ensure_ascii=False)
    return text.encode() if as_bytes else text
