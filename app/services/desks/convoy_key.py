"""The key of a convoy: what its desks encrypt their notes with, and nobody else holds."""

from typing import Final

from sqlalchemy import Connection, select
from sqlmodel import Session

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import ConvoyKey, journal, table_of
from app.domain.journal.fields import decode_fields

KEY_BYTES = 32
_KEYS: Final = table_of(ConvoyKey)


def convoy_key_of(session: JournalSession, store: Store, convoy_id: str) -> bytes:
    """The convoy's key, made now where it has none yet (the caller may plan convoys)."""
    known = known_convoy_key(session, convoy_id)
    if known is not None:
        return known
    made = store.sources.random_bytes(KEY_BYTES)
    row = session.get(ConvoyKey, convoy_id)
    if row is None:
        session.add(ConvoyKey(id=convoy_id, key=made.hex()))
    else:
        row.key = made.hex()
    return made


def known_convoy_key(session: Session, convoy_id: str) -> bytes | None:
    """The key that notes of the convoy are written with; None where this laptop has none."""
    row = session.get(ConvoyKey, convoy_id)
    return None if row is None else _key(row.key)


def convoy_keys(connection: Connection) -> list[tuple[str, bytes]]:
    """Every convoy's id and key by which a note may have been written.

    Two coordinators who prepared laptops of one convoy apart made it two keys. The fold keeps one,
    and a laptop that has not heard of it yet goes on with the other: both open notes.
    """
    counts = (
        journal.c.record_id.in_(select(_KEYS.c.id)),  # of what counts there is a record
        journal.c.record_type == "convoy_key",
        journal.c.version.is_not(None),
        journal.c.skipped == 0,
        journal.c.fields.is_not(None),
    )
    query = select(journal.c.record_id, journal.c.fields).where(*counts)
    found = set()
    for convoy_id, fields in connection.execute(query):
        key = _key(decode_fields(fields).get("key"))
        if key is not None:
            found.add((convoy_id, key))
    return sorted(found)


def _key(text: object) -> bytes | None:
    """None for what is no key of ours."""
    try:
        key = bytes.fromhex(str(text))
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
