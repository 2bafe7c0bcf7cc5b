"""The recogniser process: audio in on standard input, words out on standard output."""

import os
import sys
import threading
from typing import BinaryIO

import numpy as np

from scribe_app.ondevice import messages
from scribe_app.ondevice.frames import Frame, FrameError, read_frame, write_frame
from scribe_app.ondevice.heard import RATE, Samples
from scribe_app.ondevice.inbox import Inbox
from scribe_app.ondevice.priority import step_back
from scribe_app.ondevice.streaming import Streamer

_SECOND = RATE * 2  # bytes
_HELD = 60 * _SECOND  # in the pipe's inbox, before the sender has to wait
_AHEAD = 40.0  # seconds in the streamer, enough for the longest window


class Recogniser:
    """One conversation with the parent, from start to ended."""

    def __init__(self, inbox: Inbox, out: BinaryIO) -> None:
        self._inbox, self._out = inbox, out
        self._odd = b""

    def run(self) -> int:
        """Serve until everything was sent or the parent is gone; return the exit code."""
        try:
            streamer = self._start()
        except messages.BadStart:
            self._fault("configuration", "The recogniser was started with unknown settings.")
            return 2
        except (OSError, RuntimeError, ValueError):
            self._fault("storage", "The speech model could not be loaded; install it again.")
            return 6
        return self._serve(streamer) if streamer else 0

    def _start(self) -> Streamer | None:
        frames = self._inbox.take(1, wait=True)
        if not frames:
            return None
        if isinstance(frames[0], bytes):
            raise messages.BadStart("audio before start")
        start = messages.parse_start(frames[0])
        if not (start.model / "model.bin").is_file():
            raise FileNotFoundError(start.model.name)
        streamer = _build(start)
        self._say(messages.ready(start.model.name))
        return streamer

    def _serve(self, streamer: Streamer) -> int:
        idle = finished = False
        while not (idle and finished):
            if self._inbox.ended and not finished:
                return 0
            if not finished:
                room = max(0.0, _AHEAD - streamer.backlog)
                frames = self._inbox.take(int(room * _SECOND), wait=idle)
                finished = self._take(frames, streamer)
            events = streamer.step()
            for event in events or ():
                self._say(messages.event(event))
            idle = events is None
        self._say(messages.ended())
        return 0

    def _take(self, frames: list[Frame], streamer: Streamer) -> bool:
        for said in (messages.said_before(f) for f in frames if isinstance(f, str)):
            if said is not None:
                streamer.follow(said)
        audio = b"".join([self._odd, *(f for f in frames if isinstance(f, bytes))])
        whole = len(audio) // 2 * 2
        self._odd = audio[whole:]
        if whole:
            streamer.feed(_samples(audio[:whole]))
        if any(isinstance(f, str) and messages.says_finish(f) for f in frames):
            streamer.finish()
            return True
        return False

    def _say(self, message: str) -> None:
        write_frame(self._out, message)

    def _fault(self, kind: str, sentence: str) -> None:
        self._say(messages.fault(kind, sentence))


def _build(start: messages.Start) -> Streamer:
    # Imported here so that a bad start is answered without loading the libraries.
    from scribe_app.ondevice import compounds
    from scribe_app.ondevice.language import LanguageDecoder
    from scribe_app.ondevice.vad import SileroDetector
    from scribe_app.ondevice.whisper import WhisperDecoder

    fixed = messages.LANGUAGES[0] if start.language == messages.AUTO else start.language
    whisper = WhisperDecoder(start.model, fixed, start.threads)
    auto = start.language == messages.AUTO
    decoder = LanguageDecoder(whisper, messages.LANGUAGES) if auto else whisper
    dutch = {"nl": compounds.load()} if start.language in ("nl", messages.AUTO) else {}
    return Streamer(decoder, SileroDetector(), compounds=dutch)


def _samples(pcm: bytes) -> Samples:
    return np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)


def _listen(stream: BinaryIO, inbox: Inbox) -> None:
    """Fill the inbox; when the parent goes without a finish, so does this process, at once."""
    finished = False
    try:
        while (frame := read_frame(stream)) is not None:
            finished = isinstance(frame, str) and messages.says_finish(frame)
            inbox.put(frame)
    except (FrameError, OSError):
        finished = False  # a broken line ends like a closed one
    if not finished:
        os._exit(0)
    inbox.end()


def _own_pipe() -> BinaryIO:
    """Return standard output for frames alone; what a library prints goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return out


def main() -> int:
    """Run the recogniser on this process's standard streams."""
    step_back()
    out, inbox = _own_pipe(), Inbox(_HELD)
    reader = threading.Thread(target=_listen, args=(sys.stdin.buffer, inbox), daemon=True)
    reader.start()
    try:
        code = Recogniser(inbox, out).run()
        out.flush()
    except BrokenPipeError:
        code = 0
    # The reader may sit in a blocking read; nothing is left to save.
    os._exit(code)


if __name__ == "__main__":
    main()
