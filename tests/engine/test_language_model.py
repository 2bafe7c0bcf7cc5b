"""A language model behind a real socket: whatever it answers, a note or one plain sentence."""

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from scribe_app.app.main import main
from scribe_app.domain.faults import ScribeError
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.drafter import ExtractiveDrafter
from scribe_app.notes.model_drafter import ModelDrafter, numbered, read_episodes
from scribe_app.ports.language_model import Answered
from scribe_app.system.network.language_model import LanguageModelServer
from scribe_app.system.network.tls import client_context
from scribe_app.ui.paths import resources

UTTERANCES = (
    Utterance("0:0", 0.0, 2.0, "I have had a sore throat for five days.", "patient"),
    Utterance("0:1", 2.0, 4.0, "Take paracetamol 500 milligrams,\n four times a day.", "doctor"),
)
NOTE = {
    "episodes": [
        {
            "title": "Sore throat",
            "subjective": [{"text": "Sore throat for five days", "lines": [1]}],
            "objective": [],
            "evaluation": [],
            "plan": [{"text": "- Paracetamol 500 mg, 4 times a day", "lines": [99]}],
        }
    ]
}
Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Script:
    """What the server answers, in turn, and what it was asked."""

    replies: list[Reply] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def said(content: object, finish: str = "stop") -> Reply:
    text = content if isinstance(content, str) else json.dumps(content)
    choice = {"message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return 200, {}, json.dumps({"choices": [choice]}).encode()


def refused(status: int, **headers: str) -> Reply:
    return status, headers, b"{}"


@pytest.fixture
def server() -> Iterator[tuple[Script, str]]:
    script = Script()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send((200, {}, json.dumps({"data": [{"id": "owl-7b"}]}).encode()))

        def do_POST(self) -> None:
            size = int(self.headers["Content-Length"])
            script.asked.append(json.loads(self.rfile.read(size)))
            script.headers.append(dict(self.headers))
            self._send(script.replies.pop(0))

        def _send(self, reply: Reply) -> None:
            status, headers, body = reply
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield script, f"http://127.0.0.1:{http.server_address[1]}/v1"
        http.shutdown()
        thread.join()


@pytest.fixture
def drafter(server: tuple[Script, str]) -> Iterator[ModelDrafter]:
    model = LanguageModelServer(server[1], lambda: client_context(""), key="made-up")
    template = (resources() / "templates" / "soep.md").read_text("utf-8")
    yield ModelDrafter(model, template, ExtractiveDrafter())
    model.close()


def test_a_note_is_written_by_the_servers_own_model(
    server: tuple[Script, str], drafter: ModelDrafter
) -> None:
    script, _ = server
    script.replies = [said(NOTE)]
    draft = drafter.draft(UTTERANCES, "nl")
    assert draft.note.origin.value == "llm"
    assert draft.note.episodes[0].plan == "Paracetamol 500 mg, 4 times a day"
    assert not draft.evidence  # its own line numbers are not believed
    (asked,) = script.asked
    assert asked["model"] == "owl-7b"
    assert "Dutch" in asked["messages"][0]["content"]
    assert asked["messages"][1]["content"] == numbered(UTTERANCES)
    assert asked["response_format"]["type"] == "json_schema"
    assert script.headers[0]["Authorization"] == "Bearer made-up"


def test_a_server_that_knows_no_schema_is_asked_more_simply(
    server: tuple[Script, str], drafter: ModelDrafter
) -> None:
    script, _ = server
    script.replies = [refused(400), refused(422), said(NOTE)]
    assert drafter.draft(UTTERANCES, "en").note.episodes[0].title == "Sore throat"
    forms = [each.get("response_format", {}).get("type") for each in script.asked]
    assert forms == ["json_schema", "json_object", None]


def test_one_that_is_busy_is_asked_again_once(
    server: tuple[Script, str], drafter: ModelDrafter
) -> None:
    script, _ = server
    script.replies = [refused(429, Retry_After="0.1"), said(NOTE)]
    assert not drafter.draft(UTTERANCES, "en").note.is_empty
    script.replies = [refused(429, Retry_After="0.1"), refused(429)]
    with pytest.raises(ScribeError, match="too many requests"):
        drafter.draft(UTTERANCES, "en")


WHOLE = json.dumps(NOTE)


@pytest.mark.parametrize(
    "text",
    [
        WHOLE,
        f"Here is the note:\n```json\n{WHOLE}\n```\nAnything else?",
        WHOLE[: WHOLE.index('{"text": "- Para')],
        json.dumps(NOTE["episodes"]),
        json.dumps(NOTE["episodes"][0]),
        '{"episodes": [{"subjective": "Sore throat for five days\\n- no fever", "plan": null}]}',
    ],
)
def test_a_note_is_read_out_of_what_comes_round_it(text: str) -> None:
    (episode,) = read_episodes(Answered(text))
    assert episode.subjective.startswith("Sore throat for five days")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I cannot do that.",
        "{",
        "[[[[",
        "{" * 5000,
        '{"episodes": 7}',
        '{"episodes": [{}]}',
        "7",
    ],
)
def test_what_is_no_note_is_one_sentence(text: str) -> None:
    with pytest.raises(ScribeError, match="does not understand"):
        read_episodes(Answered(text))


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (refused(401), 3),
        (refused(404), 2),
        (refused(500), 4),
        (said("no"), 4),
        ((200, {}, b"<html>"), 4),
        ((200, {}, b"[" * 2_000_000), 4),
    ],
)
def test_the_command_says_one_sentence(
    server: tuple[Script, str],
    reply: Reply,
    code: int,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script, address = server
    script.replies = [reply] * 3
    assert main(command(tmp_path, address)) == code
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_command_links_every_line_anew(
    server: tuple[Script, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script, address = server
    script.replies = [said(NOTE)]
    assert main(command(tmp_path, address)) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["note"]["origin"] == "llm"
    links = {each["text"]: each["utterances"] for each in line["evidence"]}
    assert links["Paracetamol 500 mg, 4 times a day"] == ["1"]


@pytest.mark.parametrize("address", ["http://models.example:8000", "ftp://x", "http://", "nowhere"])
def test_a_transcript_goes_nowhere_without_encryption(
    address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command(tmp_path, address)) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def command(folder: Path, address: str) -> list[str]:
    lines = folder / "transcripts.jsonl"
    told = [
        {"speaker": u.speaker, "start": u.start, "end": u.end, "text": u.text} for u in UTTERANCES
    ]
    lines.write_text(json.dumps({"id": "a", "language": "en", "utterances": told}) + "\n")
    return ["--profile", str(folder / "profile"), "draft", str(lines), "--llm", address]
