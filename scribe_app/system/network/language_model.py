"""An OpenAI-compatible server (Ollama, llama.cpp, LM Studio, vLLM), asked one thing at a time."""

import json
import ssl
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.ports.language_model import Answered
from scribe_app.system.network.addresses import is_loopback, web_host
from scribe_app.system.network.retry_after import retry_after
from scribe_app.system.network.trouble import not_understood, proxy_unusable, unreachable

NAME = "The language model"
_MOST_BYTES = 1 << 20
_MOST_TOKENS = 2_000
_LONGEST_SECONDS = 180.0
_SILENCE_SECONDS = 120.0
_WAIT_SECONDS = 20.0
_UNKNOWN_FORM = frozenset({400, 404, 415, 422, 501})


class LanguageModelServer:
    """Asks for a JSON schema, then for JSON, then for nothing, as far as the server knows them."""

    def __init__(
        self,
        address: str,
        context: Callable[[], ssl.SSLContext],
        *,
        model: str = "",
        key: str = "",
        plain_hosts: Collection[str] = (),
    ) -> None:
        """Make one; raises `ScribeError` (configuration) for an address that may not be called.

        Without TLS only this machine may be, and hosts that are named. An empty `model` takes the
        first that the server has.
        """
        host = web_host(address, NAME, plain_hosts)
        self._base, self._model = _base(address), model
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        try:
            self._client = httpx.Client(
                verify=context() if address.startswith("https") else True,
                timeout=_SILENCE_SECONDS,
                headers=headers,
                trust_env=not is_loopback(host),
            )
        except (ValueError, ImportError) as error:
            raise proxy_unusable(NAME) from error

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()

    def models(self) -> tuple[str, ...]:
        """Return the names of the models that the server has; raises `ScribeError`."""
        status, body, _ = self._asked("GET", "/v1/models", None)
        if status != httpx.codes.OK:
            raise _refused(status)
        names = [each.get("id") for each in _dicts(_parsed(body).get("data"))]
        return tuple(name for name in names if isinstance(name, str) and name)

    def complete(self, instruction: str, content: str, schema: Mapping[str, Any]) -> Answered:
        """Return the answer to an instruction about a content; raises `ScribeError`."""
        status = 0
        for form in _forms(schema):
            status, body, wait = self._asked(
                "POST", "/v1/chat/completions", self._question(instruction, content, form)
            )
            if status == httpx.codes.TOO_MANY_REQUESTS:
                time.sleep(min(wait or 1.0, _WAIT_SECONDS))
                status, body, _ = self._asked(
                    "POST", "/v1/chat/completions", self._question(instruction, content, form)
                )
            if status == httpx.codes.OK:
                return _answer(_parsed(body))
            if status not in _UNKNOWN_FORM:
                break
        raise _refused(status)

    def _question(self, instruction: str, content: str, form: Mapping[str, Any]) -> dict[str, Any]:
        if not self._model:
            self._model = next(iter(self.models()), "")
        messages = [
            {"role": "system", "content": instruction},
            {"role": "user", "content": content},
        ]
        fixed = {"temperature": 0.0, "max_tokens": _MOST_TOKENS, "stream": False}
        return {"model": self._model, "messages": messages, **fixed, **form}

    def _asked(
        self, method: str, path: str, question: Mapping[str, Any] | None
    ) -> tuple[int, bytes, float]:
        """Return status, body and the wait that was asked for."""
        began = time.monotonic()
        try:
            with self._client.stream(method, self._base + path, json=question) as reply:
                body = bytearray()
                for piece in reply.iter_bytes():
                    body += piece
                    late = time.monotonic() - began > _LONGEST_SECONDS
                    if late or len(body) > _MOST_BYTES:
                        raise not_understood(NAME)
                wait = retry_after(reply.headers.get("retry-after", ""))
                return reply.status_code, bytes(body), wait
        except (httpx.DecodingError, httpx.RemoteProtocolError) as error:
            raise not_understood(NAME) from error
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise unreachable(error, NAME) from error


def _base(address: str) -> str:
    """Return the address without the `/v1` that some write behind it."""
    parts = urlsplit(address)
    path = parts.path.rstrip("/").removesuffix("/v1")
    return f"{parts.scheme}://{parts.netloc}{path}"


def _forms(schema: Mapping[str, Any]) -> tuple[dict[str, Any], ...]:
    wanted = {"name": "note", "strict": True, "schema": schema}
    return (
        {"response_format": {"type": "json_schema", "json_schema": wanted}},
        {"response_format": {"type": "json_object"}},
        {},
    )


def _answer(reply: Mapping[str, Any]) -> Answered:
    choice = next(iter(_dicts(reply.get("choices"))), {})
    message = choice.get("message")
    text = message.get("content") if isinstance(message, dict) else None
    if not isinstance(text, str):
        raise not_understood(NAME)
    return Answered(text, choice.get("finish_reason") != "length")


def _parsed(body: bytes) -> Mapping[str, Any]:
    try:
        reply = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise not_understood(NAME) from error
    if not isinstance(reply, dict):
        raise not_understood(NAME)
    return reply


def _dicts(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _refused(status: int) -> ScribeError:
    match status:
        case 401 | 403:
            sentence = f"{NAME} refused the credentials; check them in the settings."
            return ScribeError(Fault(FaultKind.AUTH, False, sentence))
        case 404:
            sentence = f"{NAME} is not at that address; check the address."
            return ScribeError(Fault(FaultKind.CONFIGURATION, False, sentence))
        case 429:
            sentence = f"{NAME} gets too many requests now; try again in a moment."
            return ScribeError(Fault(FaultKind.RATE_LIMIT, True, sentence))
        case _ if status >= 500:
            return ScribeError(Fault(FaultKind.CAPACITY, True, f"{NAME} is overloaded or down."))
        case _:
            return not_understood(NAME)
