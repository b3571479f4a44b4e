"""A change as one line of a `.qafila` file: fields as first written, the hash left to compute."""

import binascii
from typing import Any

import orjson

from app.domain.journal.change import Change, chain_hash, check_shape, payload_hash
from app.domain.journal.fields import shared_fields

MAX_LINE_BYTES = 2_000_000
"""No change is longer: its fields are limited to a megabyte."""


class MalformedLine(ValueError):
    """The line is no change."""


def to_line(change: Change) -> bytes:
    """One line of JSON, without its end. An erased change carries the hash of what was erased."""
    erased = change.fields is None or change.salt is None
    parts = [
        change.device_id,
        change.seq,
        _text(change.prev_hash),
        change.record_type,
        change.record_id,
        [_text(head) for head in change.base],
        _text(change.payload_hash) if erased else None,
        _text(change.salt) if change.salt is not None else None,
        change.fields.decode() if change.fields is not None else None,
        change.actor,
        _text(change.grant),
        change.recorded_at,
    ]
    return orjson.dumps(parts)


def from_line(line: bytes) -> Change:
    """The change of a line, whose hash is computed and not believed. Raises MalformedLine."""
    try:
        return _change(orjson.loads(line))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise MalformedLine from error


def from_lines(block: bytes) -> list[Change]:
    """The changes of whole lines. Raises MalformedLine."""
    return [from_line(line) for line in block.split(b"\n")[:-1]]


def _change(parts: Any) -> Change:
    device, seq, prev, kind, record, base, payload, salt, fields, actor, grant, at = parts
    if type(seq) is not int or type(at) is not int:
        raise MalformedLine
    content = None if fields is None else fields.encode()
    salted = None if salt is None else _bytes(salt)
    if content is not None and salted is not None:
        shared_fields(content)
        told = payload_hash(salted, content)
        if payload is not None:
            raise MalformedLine
    else:
        told = _bytes(payload)
    if not isinstance(base, list):
        raise MalformedLine
    heads = tuple(_bytes(head) for head in base)
    prev_hash, grant_hash = _bytes(prev), _bytes(grant)
    digest = chain_hash(
        prev_hash=prev_hash,
        device_id=device,
        seq=seq,
        record_type=kind,
        record_id=record,
        base=heads,
        actor=actor,
        grant=grant_hash,
        recorded_at=at,
        payload=told,
    )
    change = Change(
        device,
        seq,
        prev_hash,
        kind,
        record,
        heads,
        told,
        salted,
        content,
        actor,
        grant_hash,
        at,
        digest,
    )
    check_shape(change)
    return change


def _text(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _bytes(text: str) -> bytes:
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except binascii.Error as error:
        raise MalformedLine from error
