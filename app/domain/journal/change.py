"""A change: one entry of the journal, identified by its hash.

`hash = SHA-256(prev_hash ‖ header ‖ payload_hash)` and `payload_hash = SHA-256(salt ‖ fields)`,
where `fields` are the bytes as first written. The payload's hash stands apart so that a person's
data can be erased (fields *and* salt) while the chain still verifies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from app.domain.journal.fields import decode_fields, encode_fields
from app.domain.journal.value import Fields

FORMAT = "qafila change 1"
GENESIS = bytes(32)
"""`prev_hash` of a device's first change, and `grant` of a change made before any grant exists."""

SALT_BYTES = 16

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,299}", re.ASCII)
_DEVICE = re.compile(r"[0-9a-f]{32}", re.ASCII)


class MalformedChange(ValueError):
    """The parts cannot be a change: a bad id, a negative number, a hash of the wrong length."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change to one record, as written on its device; `fields` and `salt` are None once erased.

    `recorded_at` (milliseconds, UTC) is for people only: no rule reads it.
    """

    device_id: str
    seq: int
    prev_hash: bytes
    record_type: str
    record_id: str
    base: tuple[bytes, ...]
    payload_hash: bytes
    salt: bytes | None
    fields: bytes | None
    actor: str
    grant: bytes
    recorded_at: int
    hash: bytes

    @property
    def values(self) -> Fields:
        """What the change sets; empty once erased."""
        return decode_fields(self.fields) if self.fields is not None else {}


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes: the device, the person, and the grant they act under."""

    device_id: str
    actor: str
    grant: bytes


def payload_hash(salt: bytes, fields: bytes) -> bytes:
    """The hash that stands for a change's content in the chain."""
    return sha256(salt + fields).digest()


def chain_hash(
    *,
    prev_hash: bytes,
    device_id: str,
    seq: int,
    record_type: str,
    record_id: str,
    base: Sequence[bytes],
    actor: str,
    grant: bytes,
    recorded_at: int,
    payload: bytes,
) -> bytes:
    """The hash that names a change. The header is nine lines of text: none of its parts can hold
    a line break, so no two headers share their bytes."""
    heads = ",".join([head.hex() for head in base])
    header = (
        f"{FORMAT}\n{device_id}\n{seq}\n{record_type}\n{record_id}\n{heads}\n{actor}\n"
        f"{grant.hex()}\n{recorded_at}\n"
    )
    return sha256(prev_hash + header.encode() + payload).digest()


def write_change(
    writer: Writer,
    *,
    seq: int,
    prev_hash: bytes,
    record_type: str,
    record_id: str,
    base: Sequence[bytes],
    values: Fields,
    salt: bytes,
    recorded_at: int,
) -> Change:
    """A new change at the end of the writer's chain. Raises MalformedChange."""
    fields = encode_fields(values)
    payload = payload_hash(salt, fields)
    ordered = tuple(sorted(base))
    digest = chain_hash(
        prev_hash=prev_hash,
        device_id=writer.device_id,
        seq=seq,
        record_type=record_type,
        record_id=record_id,
        base=ordered,
        actor=writer.actor,
        grant=writer.grant,
        recorded_at=recorded_at,
        payload=payload,
    )
    change = Change(
        writer.device_id,
        seq,
        prev_hash,
        record_type,
        record_id,
        ordered,
        payload,
        salt,
        fields,
        writer.actor,
        writer.grant,
        recorded_at,
        digest,
    )
    check_shape(change)
    return change


def check_shape(change: Change) -> None:
    """Raises MalformedChange unless every part has the form the header and the tables rely on."""
    base = change.base
    ok = (
        _is_writer(change.device_id, change.actor, change.record_type)
        and 1 <= change.seq < 2**53
        and _ID.fullmatch(change.record_id)
        and -(2**53) < change.recorded_at < 2**53
        and len(change.prev_hash) == 32
        and len(change.payload_hash) == 32
        and len(change.grant) == 32
        and len(change.hash) == 32
        and (not base or (set(map(len, base)) == {32} and list(base) == sorted(set(base))))
        and (change.salt is None) == (change.fields is None)
    )
    if not ok:
        raise MalformedChange


@lru_cache(maxsize=1_024)
def _is_writer(device_id: str, actor: str, record_type: str) -> bool:
    """Whether these can be parts of a change; each laptop has few of them."""
    return bool(
        _DEVICE.fullmatch(device_id)
        and _NAME.fullmatch(record_type)
        and (not actor or _ID.fullmatch(actor))
    )


def is_authentic(change: Change) -> bool:
    """Whether the hash is that of the parts (of the content too, unless it was erased)."""
    if (
        change.fields is not None
        and change.salt is not None
        and payload_hash(change.salt, change.fields) != change.payload_hash
    ):
        return False
    return change.hash == chain_hash(
        prev_hash=change.prev_hash,
        device_id=change.device_id,
        seq=change.seq,
        record_type=change.record_type,
        record_id=change.record_id,
        base=change.base,
        actor=change.actor,
        grant=change.grant,
        recorded_at=change.recorded_at,
        payload=change.payload_hash,
    )
