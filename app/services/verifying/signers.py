"""The laptops whose receipts are believed: from the store, or from a file of public keys.

The file lets anybody check receipts without a store. It holds names of laptops and public keys
only, and is signed by the laptop that wrote it, which shows damage; whom it came from is for its
receiver to know.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlmodel import Session, col, select

from app.db.identity import signing_key
from app.db.store import Store
from app.db.tables import Device, Workspace
from app.domain.receipt_check import Signer
from app.errors import FileMissing, KeysFileDamaged, KeysFileNewer
from app.files import disk_errors, write_file
from app.keys import signing
from app.services.exchange.rights_here import rights_here

FORMAT: Final = "qafila keys"
VERSION: Final = 1
_LARGEST: Final = 16 << 20
_SIGNED_PREFIX: Final = b"qafila keys 1\x00"


@dataclass(frozen=True)
class KeysFile:
    """The laptops of a workspace as a file of keys names them; `made_at` in milliseconds, UTC."""

    workspace: str
    signers: tuple[Signer, ...]
    made_at: int


def signers_of(session: Session) -> tuple[Signer, ...]:
    """Every laptop that was ever let in; what one signed before it was ended stays genuine."""
    rights = rights_here(session.connection())
    found = []
    for device in session.exec(select(Device).order_by(col(Device.id))):
        key = _key_of(device.id, device.public_key)
        granted = rights.ceilings.get(device.id, ())
        if key is not None and granted:
            ended = all(one.change.hash in rights.ends for one in granted)
            found.append(Signer(device.id, device.name, key, ended))
    return tuple(found)


def write_keys(store: Store, path: Path) -> KeysFile:
    """Writes the public keys that verify this workspace's receipts without a store.

    Raises DiskFull, StoreReadOnly, DiskFailed; then `path` is as it was.
    """
    with store.read() as session:
        workspace = session.exec(select(Workspace)).first()
        keys = KeysFile(
            workspace.name if workspace else "", signers_of(session), store.sources.now()
        )
        own = signing_key(session.connection(), store.device_id)
    content: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "workspace": keys.workspace,
        "made_at": keys.made_at,
        "made_by": store.device_id,
        "devices": [
            {
                "id": signer.device_id,
                "name": signer.name,
                "public_key": signer.public_key.hex(),
                "ended": signer.ended,
            }
            for signer in keys.signers
        ],
    }
    content["signature"] = signing.sign(own, _message(content)).hex()
    write_file(path, json.dumps(content, ensure_ascii=False, indent=1).encode())
    return keys


def read_keys(path: Path) -> KeysFile:
    """Raises FileMissing, KeysFileDamaged, KeysFileNewer."""
    if not path.is_file():
        raise FileMissing(path=str(path))
    with disk_errors(path.parent), path.open("rb") as file:
        data = file.read(_LARGEST + 1)
    content = _parsed(data)
    if type(content["version"]) is int and content["version"] > VERSION:
        raise KeysFileNewer(found=content["version"], known=VERSION)
    try:
        signers = tuple(_signer(entry) for entry in content["devices"])
        keys = KeysFile(str(content["workspace"]), signers, int(content["made_at"]))
        signature = bytes.fromhex(content["signature"])
    except (KeyError, TypeError, ValueError) as error:
        raise KeysFileDamaged from error
    maker = next((one for one in signers if one.device_id == content.get("made_by")), None)
    if maker is None or not signing.verify(maker.public_key, _message(content), signature):
        raise KeysFileDamaged
    return keys


def _parsed(data: bytes) -> Mapping[str, Any]:
    if len(data) > _LARGEST:
        raise KeysFileDamaged
    try:
        content = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise KeysFileDamaged from error
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise KeysFileDamaged
    if "version" not in content:
        raise KeysFileDamaged
    return content


def _signer(entry: Mapping[str, Any]) -> Signer:
    key = _key_of(entry["id"], entry["public_key"])
    if key is None:
        raise ValueError
    return Signer(entry["id"], str(entry["name"]), key, entry["ended"] is True)


def _key_of(device_id: str, public_key: str) -> bytes | None:
    """The key, if it is the one that the laptop's id is the fingerprint of."""
    try:
        key = bytes.fromhex(public_key)
    except ValueError:
        return None
    return key if signing.device_id(key) == device_id else None


def _message(content: Mapping[str, Any]) -> bytes:
    signed: Sequence[tuple[str, Any]] = sorted(
        (name, value) for name, value in content.items() if name != "signature"
    )
    text = json.dumps(signed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return _SIGNED_PREFIX + text.encode()
