"""`python -m tests.simulators VENDOR`: a vendor on this machine to try the app against."""

import argparse
import asyncio
import contextlib
import signal
import ssl
import sys
import tempfile
from pathlib import Path

import trustme

from tests.simulators import VENDORS, JuvolyV1, JuvolyV2, LiveApi, Simulator, Voxist
from tests.simulators.ears import LoudEar, TolerantEar
from tests.simulators.sound import speech, write_wav

_FLOW_WORDS = 40


def main(arguments: list[str] | None = None) -> int:
    """Run a simulator until Ctrl+C."""
    # Ctrl+C ends it also where a shell started it in the background, with the signal ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    given = _parser().parse_args(arguments)
    if given.sound is not None:
        write_wav(given.sound, speech(_FLOW_WORDS))
        _tell(f"{given.sound}: {_FLOW_WORDS} numbered marker sounds, to transcribe or to play")
        return 0
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(KeyboardInterrupt):
        context, authority = _tls(Path(folder)) if given.tls else (None, None)
        ear = LoudEar if given.recogniser else TolerantEar
        make = VENDORS[given.vendor]
        server = make(
            port=given.port, rest_port=given.port and given.port + 1, tls=context, ear=ear
        )
        asyncio.run(_run(server, authority))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.simulators", description=__doc__)
    parser.add_argument("vendor", choices=sorted(VENDORS), metavar="VENDOR",
                        help=", ".join(sorted(VENDORS)))  # fmt: skip
    parser.add_argument("--port", type=int, default=0,
                        help="of the socket; the web service has the next one")  # fmt: skip
    parser.add_argument(
        "--tls", action="store_true", help="with a certificate made for the occasion"
    )
    parser.add_argument("--recogniser", action="store_true",
                        help="answer real speech too, with made-up words")  # fmt: skip
    parser.add_argument("--sound", type=Path, metavar="FILE",
                        help="write a WAV file of marker sounds, and do nothing else")  # fmt: skip
    return parser


def _tls(folder: Path) -> tuple[ssl.SSLContext, Path]:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    return context, folder / "authority.pem"


async def _run(server: Simulator, authority: Path | None) -> None:
    async with server:
        _tell(_card(server, authority))
        seen = 0
        while True:
            await asyncio.sleep(0.5)
            for violation in server.violations[seen:]:
                _tell(f"rule broken: {violation}")
            seen = len(server.violations)


def _card(server: Simulator, authority: Path | None) -> str:
    settings, secrets = settings_of(server), secrets_of(server)
    lines = [f"{server.name} is simulated here until Ctrl+C.", "", "Settings:"]
    lines += [f"  {key} = {value}" for key, value in settings.items()]
    if authority is not None:
        lines.append(f"  additional certificate authority: {authority}")
    lines += ["", "Credentials, all made up and good only here:"]
    lines += [f"  {key} = {value}" for key, value in secrets.items()]
    prefix = f"SCRIBE_{server.name}_".upper().replace("-", "_")
    shown = [f"{prefix}{key.upper()}={value}" for key, value in secrets.items()]
    chosen = [f"--set {key}={value}" for key, value in settings.items()]
    lines += ["", "On the command line:"]
    command = ["scribe-app transcribe FILE", f"--vendor {server.name}", *chosen]
    return "\n".join([*lines, "  " + " \\\n    ".join([*shown, *command]), ""])


def settings_of(server: Simulator) -> dict[str, str]:
    """Return the settings under which the app finds a simulator."""
    assert isinstance(server, JuvolyV1 | JuvolyV2 | LiveApi | Voxist)
    if isinstance(server, LiveApi):
        return {"socket_url": server.socket_url, "token_url": server.login_url}
    return {"rest_url": server.rest_url, "socket_url": server.socket_url}


def secrets_of(server: Simulator) -> dict[str, str]:
    """Return the made-up credentials that a simulator takes."""
    if isinstance(server, LiveApi):
        return {"token": server.token(), "email": server.email, "password": server.password}
    if isinstance(server, Voxist):
        return {"api_key": server.api_key}
    assert isinstance(server, JuvolyV1 | JuvolyV2)
    return {"api_key": server.api_key, "client_id": server.client_id}


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
