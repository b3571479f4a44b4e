"""A file written whole, read back, and signed by this laptop."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection

from app.config import VERSION
from app.db.heads import heads_of_tips, remember_heads, tips, unvouched
from app.db.identity import own_devices, signing_key
from app.db.journal import changes_after, device_ids
from app.db.kept_heads import kept_until
from app.db.store import Store
from app.domain.journal.change import Change
from app.domain.journal.heads import DeviceHeads, SignedHead, head_text
from app.domain.journal.value import Fields
from app.errors import DiskFailed
from app.files import new_file
from app.keys import signing
from app.sync.container import write_container
from app.sync.manifest import Kind, Manifest


@dataclass(frozen=True)
class Written:
    """A file that was written: its path, changes, SHA-256, and devices whose chains it holds."""

    path: Path
    changes: int
    digest: str
    devices: int


def sign_own_heads(connection: Connection, device_id: str) -> DeviceHeads:
    """Signs every end of a chain of this laptop's as it stands. What is left of a part that was
    wiped here is the coordinators' to pass on."""
    key = signing_key(connection, device_id)
    kept = kept_until(connection, device_id)
    heads = tuple(
        SignedHead(seq, digest, signing.sign(key, head_text(device_id, seq, digest)))
        for seq, digest in tips(connection, device_id)
        if seq > kept
    )
    own = DeviceHeads(signing.public_key(key), heads)
    remember_heads(connection, {device_id: own})
    return own


def standing_heads(connection: Connection) -> dict[str, DeviceHeads]:
    """The signed ends of every chain that can be passed on, this laptop's among them."""
    heads = {one: sign_own_heads(connection, one) for one in own_devices(connection)}
    for device_id in device_ids(connection):
        if device_id not in heads and (known := heads_of_tips(connection, device_id)):
            heads[device_id] = known
    return heads


def whole_chains(
    connection: Connection, heads: dict[str, DeviceHeads], known_until: Callable[[str], int]
) -> Iterator[Change]:
    """The changes of these chains, device by device, each after the number that its reader is known
    to have."""
    for device_id in sorted(heads):
        since = known_until(device_id)
        left_out = unvouched(connection, device_id)
        for change in changes_after(connection, device_id, since):
            if change.hash not in left_out:
                yield change


def from_the_beginning(_device_id: str) -> int:
    """Nothing is known to be there."""
    return 0


def write_signed(
    connection: Connection,
    store: Store,
    path: Path,
    kind: Kind,
    content: tuple[dict[str, DeviceHeads], Iterable[Change], Fields],
    recipients: list[str],
    workspace_id: str,
) -> Written:
    """Writes heads, changes and what the kind adds; `path` appears once its bytes were read back.
    Raises DiskFull, StoreReadOnly, DiskFailed."""
    heads, changes, more = content
    key = signing_key(connection, store.device_id)
    manifest = Manifest(
        kind, workspace_id, store.device_id, VERSION, store.sources.now(), heads, more
    )
    with new_file(path) as file:
        out = _Digesting(file)
        count = write_container(
            out,  # type: ignore[arg-type]
            manifest,
            changes,
            recipients,
            lambda message: signing.sign(key, message),
        )
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        digest = sha256(b"")
        while data := file.read(1 << 20):
            digest.update(data)
        if digest.hexdigest() != out.digest.hexdigest():
            raise DiskFailed(path=str(path.parent))
    return Written(path, count, digest.hexdigest(), len(heads))


class _Digesting:
    """A file that knows the digest of what was written to it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = sha256()

    def write(self, data: bytes) -> int:
        """Called by age."""
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        """Called by age."""
        self._file.flush()
