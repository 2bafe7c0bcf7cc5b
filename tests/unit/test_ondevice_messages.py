"""What the process says and understands, and the box between its two threads."""

import json
import threading

import pytest

from scribe_app.ondevice import messages
from scribe_app.ondevice.heard import Heard
from scribe_app.ondevice.inbox import Inbox
from scribe_app.ondevice.streaming import Partial, Progress
from scribe_app.ondevice.utterances import Final

WORD = Heard("één.", 1.23456, 1.5, 0.98765)


def test_a_final_says_its_words_and_times() -> None:
    message = json.loads(messages.event(Final(3, (WORD, WORD), True)))
    assert message == {
        "type": "final",
        "id": 3,
        "closed": True,
        "start": 1.235,
        "end": 1.5,
        "text": "één. één.",
        "words": [{"text": "één.", "start": 1.235, "end": 1.5, "confidence": 0.988}] * 2,
    }


def test_an_empty_partial_clears() -> None:
    message = json.loads(messages.event(Partial(())))
    assert (message["type"], message["text"], message["words"]) == ("partial", "", [])
    assert json.loads(messages.event(Progress(2.5))) == {"type": "progress", "until": 2.5}


@pytest.mark.parametrize(
    "text",
    ["", "[]", "3", "{}", '{"model": "x", "language": "de"}', '{"model": 3, "language": "nl"}'],
)
def test_a_start_that_makes_no_sense(text: str) -> None:
    with pytest.raises(messages.BadStart):
        messages.parse_start(text)


def test_start_and_finish() -> None:
    start = messages.parse_start('{"type":"start","model":"/m","language":"auto","threads":1}')
    assert (start.model.name, start.language, start.threads) == ("m", "auto", 1)
    assert messages.says_finish('{"type":"finish"}')
    assert not messages.says_finish('{"type":"start"}')
    assert not messages.says_finish("[]")
    assert not messages.says_finish("{")


def test_what_was_said_before() -> None:
    assert messages.said_before('{"type": "said", "text": "My left knee"}') == "My left knee"
    assert messages.said_before('{"type": "finish"}') is None
    assert messages.said_before("[]") is None
    assert messages.said_before("{") is None


def test_a_full_box_makes_the_sender_wait() -> None:
    inbox = Inbox(10)
    sender = threading.Thread(target=lambda: [inbox.put(b"12345") for _ in range(5)])
    sender.start()
    got: list[object] = []
    while len(got) < 5:
        taken = inbox.take(5, wait=True)
        assert 1 <= len(taken) <= 2
        got += taken
    sender.join()
    assert inbox.take(5, wait=False) == []
    inbox.end()
    assert inbox.take(5, wait=True) == []


def test_the_end_lets_a_waiting_sender_go() -> None:
    inbox = Inbox(1)
    inbox.put(b"1")
    sender = threading.Thread(target=inbox.put, args=(b"2",))
    sender.start()
    inbox.end()
    sender.join(5)
    assert not sender.is_alive()
    assert inbox.ended
