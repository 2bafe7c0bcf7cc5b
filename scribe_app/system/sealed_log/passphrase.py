"""Secrets under a passphrase, for a machine without a keyring: they survive a crash, sealed."""

import os
import struct
import unicodedata
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from scribe_app.domain.faults import Fault, FaultKind, ScribeError, storage_fault
from scribe_app.system.sealed_log.disk import Disk, fault
from scribe_app.system.sealed_log.seal import KEY_BYTES, DamagedError, unwrap, wrap

FILE_NAME = "passphrase.key"
_SUFFIX = ".sealed"
_MAGIC = b"SCRIBEPP"
_VERSION = 1
_SALT_BYTES = 16
_NONCE_BYTES = 12
_HEAD = struct.Struct(f">8sBBBB{_SALT_BYTES}s")
_SUM_BYTES = 32
LOG2_N, R, P = 17, 8, 1
"""128 MiB and some 0.4 s for every guess: OWASP's first choice for scrypt."""

_MOST = (20, 16, 4)
"""A file that asks for more was not written here, and would only eat the memory."""


class WrongPassphraseError(ScribeError):
    """Raised for a passphrase that does not open the file."""

    def __init__(self) -> None:
        super().__init__(Fault(FaultKind.AUTH, True, "That is not the passphrase."))


class PassphraseSecrets:
    """Secrets in small sealed files of one folder; their key is in a file the passphrase opens."""

    def __init__(self, folder: Path, key: bytes, disk: Disk) -> None:
        self.persistent = True
        self.silent = False
        self._folder = folder
        self._cipher = AESGCM(key)
        self._disk = disk
        self._held: dict[str, str] = {}

    def ask_again(self) -> None:
        """Do nothing: files always answer."""

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none, or one that is damaged."""
        if name in self._held:
            return self._held[name]
        try:
            raw = self._disk.read(self._path(name))
            nonce, sealed = raw[:_NONCE_BYTES], raw[_NONCE_BYTES:]
            return self._cipher.decrypt(nonce, sealed, name.encode()).decode()
        except (OSError, InvalidTag, ValueError):
            return None

    def set(self, name: str, value: str) -> None:
        """Keep a secret; in memory when the disk does not take it, and `persistent` says so."""
        nonce = os.urandom(_NONCE_BYTES)
        sealed = nonce + self._cipher.encrypt(nonce, value.encode(), name.encode())
        try:
            _put(self._disk, self._path(name), sealed)
        except OSError:
            self.persistent = False
            self._held[name] = value

    def delete(self, name: str) -> None:
        """Forget a secret; an absent one is no error."""
        self._held.pop(name, None)
        path = self._path(name)
        try:
            self._disk.overwrite(path, 0, bytes(self._disk.size(path)))
            self._disk.remove(path)
        except OSError:
            return

    def _path(self, name: str) -> Path:
        """Return the file of a secret; any name can be one, and none is told."""
        return self._folder / f"{sha256(name.encode()).hexdigest()[:32]}{_SUFFIX}"


def has_passphrase(folder: Path) -> bool:
    """Return whether a passphrase was chosen for this folder."""
    return (folder / FILE_NAME).exists()


def choose_passphrase(
    folder: Path, passphrase: str, disk: Disk | None = None, log2_n: int = LOG2_N
) -> PassphraseSecrets:
    """Return new secrets under a passphrase; raises `ScribeError` (storage), also if there is one.

    Takes about half a second.
    """
    disk = disk or Disk()
    if has_passphrase(folder):
        raise storage_fault("A passphrase was chosen already.")
    key = os.urandom(KEY_BYTES)
    try:
        disk.make_folder(folder)
        _put(disk, folder / FILE_NAME, _locked(key, passphrase, log2_n))
    except OSError as error:
        raise fault(error) from error
    return PassphraseSecrets(folder, key, disk)


def open_passphrase(folder: Path, passphrase: str, disk: Disk | None = None) -> PassphraseSecrets:
    """Return the secrets that a passphrase opens; raises `WrongPassphraseError`.

    Raises another `ScribeError` (storage) for a file that is damaged or absent: no passphrase
    would open it. Takes about half a second.
    """
    disk = disk or Disk()
    return PassphraseSecrets(folder, _unlocked(_key_file(disk, folder), passphrase), disk)


def change_passphrase(folder: Path, old: str, new: str, disk: Disk | None = None) -> None:
    """Put another passphrase in the place of the old one; what it opens stays as it is.

    Raises what `open_passphrase` raises.
    """
    disk = disk or Disk()
    raw = _key_file(disk, folder)
    try:
        _put(disk, folder / FILE_NAME, _locked(_unlocked(raw, old), new, raw[len(_MAGIC) + 1]))
    except OSError as error:
        raise fault(error) from error


def destroy_passphrase(folder: Path, disk: Disk | None = None) -> None:
    """Destroy the key that a passphrase opens, on the disk itself, and all that it holds.

    Raises `ScribeError` (storage).
    """
    disk = disk or Disk()
    try:
        key_file = folder / FILE_NAME
        if key_file.exists():
            disk.overwrite(key_file, 0, bytes(disk.size(key_file)))
        for path in (key_file, *folder.glob(f"*{_SUFFIX}")):
            disk.remove(path)
        if folder.exists():
            disk.sync_folder(folder)
    except OSError as error:
        raise fault(error) from error


def _key_file(disk: Disk, folder: Path) -> bytes:
    try:
        raw = disk.read(folder / FILE_NAME, 0, 4096)
    except OSError as error:
        raise _ruined() from error
    body, check = raw[:-_SUM_BYTES], raw[-_SUM_BYTES:]
    if len(body) < _HEAD.size or sha256(body).digest() != check:
        raise _ruined()
    return body


def _locked(key: bytes, passphrase: str, log2_n: int) -> bytes:
    head = _HEAD.pack(_MAGIC, _VERSION, log2_n, R, P, os.urandom(_SALT_BYTES))
    body = head + wrap(_stretched(head, passphrase), key, head)
    return body + sha256(body).digest()


def _unlocked(body: bytes, passphrase: str) -> bytes:
    head = body[: _HEAD.size]
    try:
        return unwrap(_stretched(head, passphrase), body[_HEAD.size :], head)
    except DamagedError as error:
        raise WrongPassphraseError from error


def _stretched(head: bytes, passphrase: str) -> bytes:
    """Return the key that a passphrase makes with the parameters of a file."""
    magic, version, log2_n, r, p, salt = _HEAD.unpack(head)
    known = (magic, version) == (_MAGIC, _VERSION)
    if not known or any(not 1 <= n <= most for n, most in zip((log2_n, r, p), _MOST, strict=True)):
        raise _ruined()
    # The same letters can be typed as different code points.
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return Scrypt(salt=salt, length=KEY_BYTES, n=1 << log2_n, r=r, p=p).derive(typed)


def _put(disk: Disk, path: Path, data: bytes) -> None:
    """Put a whole file in the place of what is there, or leave that; raises `OSError`."""
    side = path.with_name(path.name + ".new")
    disk.remove(side)
    fd = disk.create(side)
    try:
        disk.write(fd, data)
        disk.sync(fd)
    finally:
        disk.close(fd)
    disk.replace(side, path)
    disk.sync_folder(path.parent)


def _ruined() -> ScribeError:
    return storage_fault("The file that holds the key under your passphrase is damaged or gone.")
