"""The Live API: tokens, chunks, brackets, and which chunk a message answers."""

import base64
import json
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Codec
from scribe_app.vendors.common.bracketed import Segment, segments
from scribe_app.vendors.live_api import LiveApi
from tests.fixtures.vendor_web import (
    consultation,
    dialled,
    finals,
    not_dialled,
    refusing,
    settings,
    told,
    web,
)

NOW = 1_760_000_000.0
TOKEN_URL = "https://sign-in.example/token"
CLIENT = {"client_id": "scribe", "client_secret": "made-up-client-secret"}
PERSON = {"email": "huisarts@example.org", "password": "made-up-password"}


def jwt(expires: object = NOW + 9000, algorithm: str = "HS256", mark: str = "x") -> str:
    parts = [{"alg": algorithm, "typ": "JWT"}, {"sub": mark, "exp": expires}]
    encoded = [base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=") for p in parts]
    return ".".join([*encoded, "c2lnbmF0dXJl"])


@dataclass
class Wall:
    """A wall clock that stands still."""

    time: float = NOW

    def __call__(self) -> float:
        return self.time


def vendor(wall: Wall | None = None) -> LiveApi:
    return LiveApi(wall or Wall())


# --- tokens -------------------------------------------------------------------------------------


def test_a_pasted_token_goes_in_the_header_and_not_in_the_address() -> None:
    token = jwt()
    dial = dialled(vendor(), web({}), {"token": token})
    assert dict(dial.headers) == {"Authorization": f"Bearer {token}"}
    assert dial.url == "ws://localhost:8000/ws/transcribe"
    assert token not in repr(dial)


def test_a_token_goes_in_the_address_where_that_is_set() -> None:
    token, live = jwt(), vendor()
    chosen = settings(live, auth_in_address="yes", socket_url="wss://asr.example/ws?site=2")
    dial = dialled(live, web({}), {"token": token}, chosen)
    assert dial.url == f"wss://asr.example/ws?site=2&token={token}"
    assert dial.headers == ()


def test_the_servers_pings_are_patient() -> None:
    dial = dialled(vendor(), web({}), {"token": jwt()})
    assert (dial.ping_seconds, dial.pong_seconds) == (20, 60)


@pytest.mark.parametrize("algorithm", ["HS256", "RS256"])
def test_both_algorithms_of_the_document_are_taken(algorithm: str) -> None:
    assert dialled(vendor(), web({}), {"token": jwt(algorithm=algorithm)})


@pytest.mark.parametrize(
    "token",
    ["nonsense", "a.b", "a.b.c", jwt(algorithm="none"), jwt(algorithm="ES256"), jwt() + "\n.x",
     jwt().replace(".", "\n.", 1), "é" + jwt(), f"{jwt()} x"],
)  # fmt: skip
def test_a_token_that_is_none_is_a_fault_of_credentials(token: str) -> None:
    fault = not_dialled(vendor(), web({}), {"token": token})
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)
    assert token not in fault.sentence


def test_without_a_token_it_is_asked_for() -> None:
    fault = not_dialled(vendor(), web({}), {})
    assert fault.kind is FaultKind.AUTH
    assert vendor().forewarning(settings(vendor()), {}, NOW) == fault


@pytest.mark.parametrize("expires", [NOW, NOW - 1, 1, 1.5])
def test_an_expired_token_is_known_before_anything_is_sent(expires: float) -> None:
    fault = not_dialled(vendor(), web({}), {"token": jwt(expires)})
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)
    assert "expired" in fault.sentence
    assert vendor().forewarning(settings(vendor()), {"token": jwt(expires)}, NOW) == fault


def test_a_token_that_soon_expires_is_warned_about_and_used() -> None:
    secrets = {"token": jwt(NOW + 3599)}
    warned = vendor().forewarning(settings(vendor()), secrets, NOW)
    assert warned is not None
    assert "within the hour" in warned.sentence
    assert warned.retryable
    assert dialled(vendor(), web({}), secrets)
    assert vendor().forewarning(settings(vendor()), {"token": jwt(NOW + 3601)}, NOW) is None


@pytest.mark.parametrize("expires", [None, "tomorrow", True, -5, 1e300, []])
def test_a_token_without_a_sensible_end_is_used(expires: object) -> None:
    assert dialled(vendor(), web({}), {"token": jwt(expires)})
    assert vendor().forewarning(settings(vendor()), {"token": jwt(expires)}, NOW) is None


# --- tokens that are bought ---------------------------------------------------------------------


def test_client_credentials_buy_a_token_with_a_form() -> None:
    live, service = vendor(), web({"access_token": jwt(), "expires_in": 600})
    dial = dialled(live, service, CLIENT, settings(live, token_url=TOKEN_URL))
    assert (service.asked.method, service.asked.url) == ("POST", TOKEN_URL)
    assert service.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert service.asked.body == (
        b"grant_type=client_credentials&client_id=scribe&client_secret=made-up-client-secret"
    )
    assert dict(dial.headers)["Authorization"] == f"Bearer {jwt()}"


def test_e_mail_and_password_buy_a_token_with_an_object() -> None:
    live, service = vendor(), web({"success": True, "token": jwt(), "uid": "user-1"})
    dial = dialled(live, service, PERSON, settings(live, token_url=TOKEN_URL))
    assert service.headers["Content-Type"] == "application/json"
    assert json.loads(service.asked.body) == {**PERSON, "remember": False}
    assert dict(dial.headers)["Authorization"] == f"Bearer {jwt()}"


def test_a_pasted_token_is_used_where_nothing_can_buy_one() -> None:
    live, service = vendor(), web({})
    assert dialled(live, service, {"token": jwt()}, settings(live, token_url=TOKEN_URL))
    assert dialled(live, service, {"token": jwt(), **CLIENT}, settings(live))
    assert service.requests == []


def test_a_bought_token_is_kept_and_renewed_5_minutes_early() -> None:
    wall, service = Wall(), web({"token": jwt(NOW + 3600)}, {"token": jwt(NOW + 7200)})
    live = vendor(wall)
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    wall.time = NOW + 3300
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 1
    wall.time = NOW + 3301
    dial = dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 2
    assert dict(dial.headers)["Authorization"].endswith(jwt(NOW + 7200))


def test_a_token_that_is_no_jwt_lives_as_long_as_the_answer_says() -> None:
    wall, service = Wall(), web({"access_token": "opaque", "expires_in": 900})
    live = vendor(wall)
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, CLIENT, chosen)
    wall.time = NOW + 600
    dialled(live, service, CLIENT, chosen)
    wall.time = NOW + 601
    dialled(live, service, CLIENT, chosen)
    assert len(service.requests) == 2


def test_other_credentials_or_another_place_buy_another_token() -> None:
    live, service = vendor(), web({"token": jwt(mark="one")}, {"token": jwt(mark="two")})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    dial = dialled(live, service, {**PERSON, "email": "other@example.org"}, chosen)
    assert dict(dial.headers)["Authorization"].endswith(jwt(mark="two"))
    dialled(live, service, PERSON, settings(live, token_url=f"{TOKEN_URL}/2"))
    assert len(service.requests) == 3


def test_a_kept_token_that_is_refused_is_bought_once_more_and_then_the_key_is_bad() -> None:
    live, service = vendor(), web({"token": jwt()})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    dialled(live, service, PERSON, chosen)
    assert live.refused(401, 0.0).retryable
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 2
    assert not live.refused(401, 0.0).retryable


def test_a_server_that_is_overloaded_costs_no_token() -> None:
    live, service = vendor(), web({"token": jwt()})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    assert live.refused(503, 0.0).kind is FaultKind.CAPACITY
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    "answer", [{}, {"token": ""}, {"token": "two words"}, {"token": "a\nb"}, {"token": ["x"]}, []]
)
def test_an_answer_without_a_token_is_not_understood(answer: object) -> None:
    live = vendor()
    fault = not_dialled(live, web(answer), PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is FaultKind.PROTOCOL


def test_a_login_that_did_not_succeed_is_a_fault_of_credentials() -> None:
    live, service = vendor(), web({"success": False, "message": "made up"})
    fault = not_dialled(live, service, PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is FaultKind.AUTH


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, FaultKind.AUTH),
        (403, FaultKind.AUTH),
        (429, FaultKind.RATE_LIMIT),
        (500, FaultKind.VENDOR),
    ],
)
def test_a_token_address_that_refuses(status: int, kind: FaultKind) -> None:
    live = vendor()
    fault = not_dialled(live, refusing(status), PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is kind


@pytest.mark.parametrize("status", [401, 403])
def test_every_refusal_of_the_handshake_is_one_fault(status: int) -> None:
    assert vendor().refused(status, 0.0).kind is FaultKind.AUTH


@pytest.mark.parametrize("code", [1008, 4401, 4403])
def test_every_refusing_close_is_the_same_fault(code: int) -> None:
    fault = talk().codec.closed(code, "")
    assert fault == vendor().refused(401, 0.0)


def test_a_token_that_expires_while_the_line_is_open_may_be_renewed() -> None:
    fault = talk().codec.closed(1008, "Token expired")
    assert fault is not None
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, True)


def test_no_secret_is_in_what_is_printed() -> None:
    live, service = vendor(), web({"token": jwt()})
    dial = dialled(live, service, PERSON | CLIENT, settings(live, token_url=TOKEN_URL))
    printed = repr((live, dial, service.requests, live.codec(settings(live), Still())))
    for secret in (jwt(), *PERSON.values(), CLIENT["client_secret"]):
        assert secret not in printed


# --- chunks -------------------------------------------------------------------------------------


@dataclass
class Still:
    """A clock that moves when it is told to."""

    seconds: float = 100.0

    def now(self) -> float:
        return self.seconds


def tone(level: int, seconds: float = 0.1) -> bytes:
    return array("h", [level, -level] * round(8000 * seconds)).tobytes()


LOUD, QUIET = tone(3000), bytes(3200)


@dataclass
class Talk:
    """A codec that is spoken to, and when its chunks went out on the server's clock."""

    codec: Codec
    clock: Still
    wall: Wall
    sizes: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)

    def say(self, *pieces: bytes) -> list[Frame]:
        frames: list[Frame] = []
        for pcm in pieces:
            self.clock.seconds += len(pcm) / 32000
            frames += self._noted(self.codec.audio(pcm))
        return frames

    def chunks(self, *levels: bytes) -> None:
        """Say a chunk of 3.1 s for each level, cut at its quiet end."""
        for level in levels:
            self.say(*[level] * 30, QUIET)

    def finish(self) -> list[Frame]:
        return self._noted(self.codec.finish())

    def _noted(self, frames: Iterable[Frame]) -> list[Frame]:
        frames = list(frames)
        for each in frames:
            assert isinstance(each, bytes)
            self.sizes.append((len(each) - 44) / 32000)
            self.sent.append(NOW + self.clock.seconds - 100.0)
        return frames


def talk(form: str = "wav-chunks") -> Talk:
    clock, wall = Still(), Wall()
    live = vendor(wall)
    return Talk(live.codec(settings(live, audio=form), clock), clock, wall)


def test_nothing_is_sent_before_the_session_begins() -> None:
    it = talk().codec
    assert list(it.opened()) == list(it.ready()) == list(it.request_note()) == []
    assert told(it, {"type": "session_init", "session_id": "x"}) == [ev.Ready()]


def test_a_transcription_that_comes_first_says_that_it_is_ready_once() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    events = told(it.codec, answer("Goedemiddag."), {"type": "session_init"}, answer("Ja."))
    assert [type(each) for each in events].count(ev.Ready) == 1
    assert len(finals(events)) == 2


def test_chunks_are_complete_wav_files() -> None:
    it = talk()
    (frame,) = it.say(*[LOUD] * 30, QUIET)
    assert isinstance(frame, bytes)
    assert frame[:4] + frame[8:16] == b"RIFFWAVEfmt "
    assert int.from_bytes(frame[4:8], "little") == len(frame) - 8
    assert int.from_bytes(frame[40:44], "little") == len(frame) - 44 == 31 * 3200


def test_chunks_may_be_bare_samples() -> None:
    assert talk("pcm").say(*[LOUD] * 30, QUIET) == [LOUD * 30 + QUIET]


def test_a_chunk_is_cut_at_the_first_quiet_moment_after_3_s() -> None:
    it = talk()
    it.say(*[LOUD] * 34, QUIET, LOUD)
    assert it.sizes == [3.5]


def test_a_chunk_that_is_never_quiet_is_cut_before_5_s_where_it_is_quietest() -> None:
    it = talk()
    it.say(*[LOUD] * 24, tone(2000), *[LOUD] * 25)
    assert it.sizes == [2.5]


@pytest.mark.parametrize("pieces", [[LOUD] * 400, [QUIET] * 400, [LOUD, QUIET] * 200])
def test_every_chunk_is_1_to_5_s(pieces: list[bytes]) -> None:
    it = talk()
    it.say(*pieces)
    it.finish()
    assert all(1.0 <= size <= 5.0 for size in it.sizes)
    assert sum(it.sizes) == pytest.approx(40.0, abs=1.0)


def test_the_last_chunk_is_sent_at_the_end_and_padded_to_1_s() -> None:
    it = talk()
    assert it.say(LOUD, LOUD) == []
    (frame,) = it.finish()
    assert isinstance(frame, bytes)
    assert frame[44:] == LOUD * 2 + bytes(32000 - 6400)
    assert it.finish() == []


# --- brackets -----------------------------------------------------------------------------------


def line(speaker: str | None, start: float, end: float, text: str) -> Segment:
    return Segment(speaker, (start, end), text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "[SPEAKER_0 | 0.000 --> 3.450]: Hello, how are you?",
            [line("SPEAKER_0", 0.0, 3.45, "Hello, how are you?")],
        ),
        ("[SPEAKER_00|1-->2]Ja.", [line("SPEAKER_00", 1.0, 2.0, "Ja.")]),
        ("  [ SPEAKER_1 |  0,5  -->  1,25 ] :  Ja. ", [line("SPEAKER_1", 0.5, 1.25, "Ja.")]),
        ("[UNKNOWN | 0 --> 1]: Ja.", [line(None, 0.0, 1.0, "Ja.")]),
        ("[Dr. de Vries | 0 --> 1]: Ja.", [line("Dr. de Vries", 0.0, 1.0, "Ja.")]),
        ("[A | 3 --> 1]: Ja.", [line("A", 3.0, 3.0, "Ja.")]),
        ("Ja.", [Segment(None, None, "Ja.")]),
        ("[lacht] Ja. [hoest]", [Segment(None, None, "[lacht] Ja. [hoest]")]),
        ("[A | x --> 1]: Ja.", [Segment(None, None, "[A | x --> 1]: Ja.")]),
        ("[A | 0 --> 1]: Ja [lacht]\nen nee.", [line("A", 0.0, 1.0, "Ja [lacht] en nee.")]),
        (
            "[A | 0 --> 1]: Ja.\n[B | 1 --> 2]: Nee.",
            [line("A", 0.0, 1.0, "Ja."), line("B", 1.0, 2.0, "Nee.")],
        ),
        (
            "[A | 0 --> 1]: Ja. [B | 1 --> 2]: Nee.",
            [line("A", 0.0, 1.0, "Ja."), line("B", 1.0, 2.0, "Nee.")],
        ),
        (
            "Eerst dit.\r\n[B | 1 --> 2]: Nee.",
            [Segment(None, None, "Eerst dit."), line("B", 1.0, 2.0, "Nee.")],
        ),
        ("[A | 0 --> 1]:\n[B | 1 --> 2]: Nee.", [line("B", 1.0, 2.0, "Nee.")]),
        ("", []),
    ],
)
def test_speaker_and_times_are_read_from_the_text(text: str, wanted: list[Segment]) -> None:
    assert list(segments(text)) == wanted


# --- which chunk a message answers --------------------------------------------------------------


def answer(text: str, stamp: object = None, **more: object) -> dict[str, object]:
    message = {"type": "transcription", "text": text, "audio_file": "audio_chunks/x.wav", **more}
    return message if stamp is None else {**message, "timestamp": stamp}


def spoke(start: float, end: float, text: str = "Ja.", who: str = "SPEAKER_0") -> str:
    return f"[{who} | {start:.3f} --> {end:.3f}]: {text}"


def test_times_that_count_from_the_chunk_are_put_in_their_place() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    events = told(it.codec, *[answer(spoke(0.2, 1.0), t + 0.1) for t in it.sent])
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4])


def test_times_that_count_from_the_start_stay_as_they_are() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    places = (0.2, 4.0, 7.0)
    told_at = [answer(spoke(a, a + 1), t) for a, t in zip(places, it.sent, strict=True)]
    assert [u.start for u in finals(told(it.codec, *told_at))] == pytest.approx(places)


def test_what_fits_both_is_taken_as_the_last_that_was_plain() -> None:
    """3.2 s is in the second chunk, and also just within the length of one."""
    for plain, place in ((7.0, 3.2), (1.0, 6.3)):
        it = talk()
        it.chunks(LOUD, LOUD, LOUD)
        told(it.codec, answer(spoke(plain, plain + 0.5), it.sent[2]))
        (final,) = finals(told(it.codec, answer(spoke(3.2, 3.4, "Nee."), it.sent[1])))
        assert final.start == pytest.approx(min(place, 6.2))


def test_a_time_beyond_every_chunk_moves_no_later_sentence() -> None:
    """A recogniser may dream of an end; the sentence stays within its chunk."""
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    events = told(
        it.codec, answer(spoke(0.1, 29.9), it.sent[1]), answer(spoke(0.2, 1.0), it.sent[2])
    )
    assert [(u.start, u.end) for u in finals(events)] == [
        pytest.approx((3.2, 6.2)),
        pytest.approx((6.4, 7.2)),
    ]


def test_a_silent_chunk_is_answered_by_nothing_and_puts_nothing_out_of_step() -> None:
    it = talk()
    it.chunks(LOUD, QUIET, QUIET, LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1])))
    assert final.start == pytest.approx(it.sent[-2] - NOW + 0.2)


def test_a_loud_chunk_without_speech_puts_nothing_out_of_step() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0] + 0.05))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[2] + 0.1)))
    assert final.start == pytest.approx(6.4)


@pytest.mark.parametrize("skew", [-7200.0, -180.0, -2.0, 0.4, 2.0, 180.0, 7200.0])
@pytest.mark.parametrize("jitter", [(0.0, 0.0, 0.0, 0.0), (0.3, 0.1, 0.6, 0.2)])
def test_a_clock_that_is_minutes_off_and_uneven_ways_do_no_harm(
    skew: float, jitter: tuple[float, ...]
) -> None:
    it, events = talk(), []
    for late in jitter:
        it.chunks(LOUD)
        events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1] + skew + late))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5])


def test_a_loud_chunk_without_speech_is_found_out_by_a_clock_minutes_off_too() -> None:
    it = talk()
    it.chunks(LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0] - 180.0))
    it.chunks(LOUD, LOUD)
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[2] - 179.9)))
    assert final.start == pytest.approx(6.4)


def test_a_line_that_stalled_delivers_its_chunks_in_turn() -> None:
    """The server received the second to fourth at one moment, long after they were sent."""
    it, events = talk(), []
    it.chunks(LOUD)
    events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    it.chunks(LOUD, LOUD, LOUD)
    it.clock.seconds += 2.0
    at = it.sent[3] + 1.7
    for late in (0.0, 0.001, 0.002):
        events += told(it.codec, answer(spoke(0.2, 1.0), at + late))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5])


@pytest.mark.parametrize("jump", [-3600.0, 3600.0])
def test_a_servers_clock_that_jumps_is_learned_anew(jump: float) -> None:
    it, events, ahead = talk(), [], 0.0
    for chunk in range(6):
        ahead = jump if chunk >= 2 else 0.0
        it.chunks(LOUD)
        events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1] + ahead))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5, 12.6, 15.7])


def test_our_own_wall_clock_may_be_set_meanwhile() -> None:
    it = talk()
    it.chunks(LOUD)
    it.wall.time += 3600.0
    it.chunks(LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[1])))
    assert final.start == pytest.approx(3.3)
    assert it.codec.drained(10.0)


@pytest.mark.parametrize("stamp", [None, "now", True, -1, 1e300, [], {}])
def test_without_a_sensible_timestamp_chunks_are_answered_in_turn(stamp: object) -> None:
    it = talk()
    it.chunks(LOUD, QUIET, LOUD)
    messages = [answer(spoke(0.2, 1.0, text), stamp) for text in ("Ja.", "Nee.")]
    starts = [u.start for u in finals(told(it.codec, *messages))]
    assert starts == pytest.approx([0.2, it.sent[-2] - NOW + 0.2])


def test_a_message_that_comes_twice_is_heard_once() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    message = answer(spoke(0.2, 1.0), it.sent[0])
    assert len(finals(told(it.codec, message, message))) == 1
    assert it.codec.ignored == 1


def test_a_transcription_before_any_audio_is_counted_and_passed_over() -> None:
    it = talk()
    assert finals(told(it.codec, answer("Ja.", NOW))) == []
    assert it.codec.ignored == 1


def test_text_without_brackets_lies_over_its_chunk_with_words_spread_over_it() -> None:
    it = talk()
    it.chunks(LOUD)
    (final,) = finals(told(it.codec, answer("Ja en nee.", it.sent[0])))
    assert (final.start, final.end, final.speaker) == (0.0, pytest.approx(3.1), None)
    assert [word.text for word in final.words] == ["Ja", "en", "nee."]
    assert final.words[-1].end == pytest.approx(3.1)


def test_speakers_are_labels_that_stay_over_chunks() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    both = f"{spoke(0.1, 1.0)}\n{spoke(1.1, 2.0, 'Nee.', 'SPEAKER_1')}"
    events = told(it.codec, answer(both, it.sent[0]), answer(spoke(0.2, 1.0), it.sent[1]))
    speakers = [u.speaker for u in consultation(events).transcript.finals]
    assert speakers == ["SPEAKER_0", "SPEAKER_1", "SPEAKER_0"]


def test_a_chunk_that_is_answered_is_settled() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    events = told(it.codec, answer(spoke(0.2, 1.0), it.sent[1]))
    assert events[-1] == ev.Progress(pytest.approx(6.2))


def test_there_are_no_partials_and_the_manifest_says_so() -> None:
    assert not LiveApi.manifest.capabilities.partials
    assert LiveApi.manifest.capabilities.speakers
    assert "keeps a copy" in LiveApi.manifest.remark


def test_a_warning_is_no_fault_and_no_nonsense() -> None:
    it = talk().codec
    assert told(it, {"type": "warning", "message": "No speech"}, {"type": "warning"}) == []
    assert it.ignored == 0
    assert told(it, {"type": "partial", "text": "x"}) == []
    assert it.ignored == 1


# --- the end ------------------------------------------------------------------------------------


def test_it_is_drained_when_every_loud_chunk_is_answered() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    told(it.codec, answer("Ja.", it.sent[0]), answer("Nee.", it.sent[1]))
    assert not it.codec.drained(1.0)
    assert it.codec.drained(it.clock.seconds)


def test_an_unanswered_loud_chunk_is_waited_for_10_s() -> None:
    it = talk()
    it.chunks(LOUD)
    assert not it.codec.drained(9.9)
    assert it.codec.drained(10.0)


def test_an_unanswered_quiet_chunk_is_not_waited_for() -> None:
    it = talk()
    it.chunks(QUIET)
    assert it.codec.drained(1.5)


@pytest.mark.parametrize(("latency", "wait"), [(2.0, 10.0), (5.0, 15.0), (90.0, 50.0)])
def test_a_slow_server_is_given_three_times_its_time_and_no_more_than_is_allowed(
    latency: float, wait: float
) -> None:
    it = talk()
    it.chunks(LOUD)
    it.clock.seconds += latency
    told(it.codec, answer("Ja.", it.sent[0]))
    it.chunks(LOUD)
    assert not it.codec.drained(wait - 0.1)
    assert it.codec.drained(wait)
    assert wait < LiveApi.manifest.drain_seconds
