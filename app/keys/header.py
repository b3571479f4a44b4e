"""The store's header: its random key, wrapped for the passphrase and for the recovery key.

A JSON file beside the database. The database key itself is never written anywhere.
"""

import base64
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.errors import HeaderDamaged, WrongPassphrase, WrongRecoveryKey
from app.files import disk_errors, write_file
from app.keys.passphrase import SALT_BYTES, Derivation, derive_key
from app.keys.recovery import RecoveryKey

FORMAT = 1
STORE_KEY_BYTES = 32
NONCE_BYTES = 12
_TAG_BYTES = 16
_MAX_BYTES = 1 << 16
_MAX_MEMORY_KIB = 1 << 20
_MAX_PASSES = 64
_MAX_LANES = 16
_CONTEXT = b"qafila store key 1"


@dataclass(frozen=True)
class Header:
    """What the header file holds, as bytes."""

    derivation: Derivation
    nonce: bytes
    for_passphrase: bytes
    recovery_recipient: str
    for_recovery: bytes


def make_header(
    store_key: bytes,
    passphrase: str,
    recovery_recipient: str,
    random_bytes: Callable[[int], bytes],
) -> Header:
    """Both wraps of a store key."""
    recipient = pyrage.x25519.Recipient.from_str(recovery_recipient)
    derivation = Derivation(salt=random_bytes(SALT_BYTES))
    nonce = random_bytes(NONCE_BYTES)
    sealed = ChaCha20Poly1305(derive_key(passphrase, derivation)).encrypt(
        nonce, store_key, _CONTEXT
    )
    return Header(
        derivation, nonce, sealed, recovery_recipient, pyrage.encrypt(store_key, [recipient])
    )


def recipient_of(recovery_key: RecoveryKey) -> str:
    """The public half of the recovery key, to encrypt to."""
    identity = pyrage.x25519.Identity.from_str(recovery_key.age_identity)
    return str(identity.to_public())


def open_with_passphrase(header: Header, passphrase: str) -> bytes:
    """The store key; raises WrongPassphrase."""
    key = derive_key(passphrase, header.derivation)
    try:
        return ChaCha20Poly1305(key).decrypt(header.nonce, header.for_passphrase, _CONTEXT)
    except InvalidTag as error:
        raise WrongPassphrase from error


def open_with_recovery(header: Header, recovery_key: RecoveryKey) -> bytes:
    """The store key; raises WrongRecoveryKey."""
    identity = pyrage.x25519.Identity.from_str(recovery_key.age_identity)
    try:
        return bytes(pyrage.decrypt(header.for_recovery, [identity]))
    except pyrage.DecryptError as error:
        # Also where the wrap itself is damaged: the header's check has been passed by then.
        raise WrongRecoveryKey from error


def write_header(path: Path, header: Header) -> None:
    """Replaces the file whole or not at all."""
    body: dict[str, Any] = {
        "format": FORMAT,
        "kdf": "argon2id",
        **{name: _text(value) for name, value in asdict(header.derivation).items()},
        "nonce": _text(header.nonce),
        "for_passphrase": _text(header.for_passphrase),
        "recovery_recipient": header.recovery_recipient,
        "for_recovery": _text(header.for_recovery),
    }
    body["check"] = _digest(body)
    write_file(path, json.dumps(body, indent=1).encode("ascii"))


def read_header(path: Path) -> Header:
    """Raises HeaderDamaged (missing, too), StoreReadOnly (not to be read) or DiskFailed."""
    with disk_errors(path.parent):
        try:
            with path.open("rb") as file:
                data = file.read(_MAX_BYTES)
        except (FileNotFoundError, IsADirectoryError) as error:
            raise HeaderDamaged from error
    return parse_header(data)


def parse_header(data: bytes) -> Header:
    """The header in the bytes of its file. Raises HeaderDamaged."""
    try:
        body = json.loads(data)
        if body.pop("check") != _digest(body) or body["format"] != FORMAT:
            raise HeaderDamaged
        return _checked(
            Header(
                Derivation(
                    salt=_bytes(body["salt"]),
                    passes=int(body["passes"]),
                    memory_kib=int(body["memory_kib"]),
                    lanes=int(body["lanes"]),
                ),
                _bytes(body["nonce"]),
                _bytes(body["for_passphrase"]),
                str(body["recovery_recipient"]),
                _bytes(body["for_recovery"]),
            )
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise HeaderDamaged from error


def _checked(header: Header) -> Header:
    """The header, if nothing in it could exhaust the laptop or confuse a library."""
    how = header.derivation
    if not (
        len(how.salt) == SALT_BYTES
        and 1 <= how.passes <= _MAX_PASSES
        and 1 <= how.lanes <= _MAX_LANES
        and 8 * how.lanes <= how.memory_kib <= _MAX_MEMORY_KIB
        and len(header.nonce) == NONCE_BYTES
        and len(header.for_passphrase) == STORE_KEY_BYTES + _TAG_BYTES
    ):
        raise HeaderDamaged
    return header


def _digest(body: dict[str, Any]) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _text(value: Any) -> Any:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _bytes(value: str) -> bytes:
    return base64.b64decode(value, validate=True)
