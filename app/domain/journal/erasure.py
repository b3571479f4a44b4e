"""People who asked to be forgotten: what an erasure names, and what it may take.

An erasure is signed with the workspace key and counts by that alone. The contents of the changes it
reaches (fields and salt) are removed wherever they are and whenever they come; their hashes stay,
so that every chain still verifies. A change without its content sets nothing.
"""

from collections.abc import Callable, Iterable

from app.domain.journal.change import Change
from app.domain.journal.rights import ERASURE

Record = tuple[str, str]

ERASABLE = frozenset({"household", "person", "proxy", "parked_case"})
"""Kinds of record that name people; nothing else can be erased, whoever signs it."""

_FIELD = "records:"


def record_key(record: Record) -> str:
    """How an erasure names a record."""
    return f"{record[0]}:{record[1]}"


def erased_records(
    changes: Iterable[Change], certified: Callable[[Change], bool]
) -> frozenset[Record]:
    """Every record that a certified erasure among the changes names."""
    return frozenset(
        record
        for change in changes
        if change.record_type == ERASURE and not change.base and certified(change)
        for record in named_records(change)
        if record[0] in ERASABLE
    )


def named_records(change: Change) -> list[Record]:
    """The records that an erasure names, in the order in which they are signed."""
    found = []
    for field, value in change.values.items():
        if value is True and field.startswith(_FIELD):
            record_type, _, record_id = field.removeprefix(_FIELD).partition(":")
            found.append((record_type, record_id))
    return sorted(found)
