"""The merges made here, file by file; a merge undone as a whole, and done again.

Undoing takes nothing away: the changes stay, and set nothing while they are taken back. What rights
are made of (users, laptops, grants) is not taken back with it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from app.db.store import Store
from app.db.stretches import stretches_between
from app.db.tables import TakingBack, import_log
from app.domain.permissions import Action
from app.errors import CaseSettled
from app.services.review.authors import Authors
from app.services.rights import require_right

PAGE = 50
_AT_ONCE = 2_000
"""Stretches named by one record: far from the most that a change may hold."""


@dataclass(frozen=True)
class MergedFile:
    """A file as the merge found it. `laptop` made it, at `made_at` of its clock; `status` is one of
    `app.services.exchange.merge.Status`."""

    file: str
    digest: str
    kind: str
    origin: str
    laptop: str
    made_at: int
    status: str
    new: int
    known: int
    held: int
    quarantined: int


@dataclass(frozen=True)
class MergeDone:
    """One merge, at `at` (milliseconds, UTC). Without new changes there is nothing to undo."""

    merge_no: int
    at: int
    files: tuple[MergedFile, ...]
    new: int
    undone: bool


def merges(store: Store, *, start: int = 0, count: int = PAGE) -> tuple[MergeDone, ...]:
    """The merges made on this laptop, the latest first, from number `start` on."""
    number = import_log.c.merge_no
    chosen = select(number).distinct().order_by(number.desc()).offset(start).limit(count)
    with store.read() as session:
        query = select(import_log).where(number.in_(chosen)).order_by(import_log.c.position)
        found: dict[int, list[Any]] = {}
        for row in session.connection().execute(query):
            found.setdefault(row.merge_no, []).append(row)
        laptops = Authors(session).laptops
        return tuple(
            MergeDone(
                merge_no=merge_no,
                at=rows[0].at,
                files=tuple(_file(row, laptops.get(row.origin, "")) for row in rows),
                new=sum(row.new for row in rows),
                undone=_is_undone(session, merge_no),
            )
            for merge_no, rows in sorted(found.items(), reverse=True)
        )


def undo_merge(store: Store, merge_no: int) -> None:
    """From now on nothing that came new with this merge counts. Raises CaseSettled (nothing came
    with it, or it is undone), RightMissing."""
    _set(store, merge_no, active=True)


def redo_merge(store: Store, merge_no: int) -> None:
    """What was undone counts again. Raises CaseSettled (it was not undone), RightMissing."""
    _set(store, merge_no, active=False)


def _set(store: Store, merge_no: int, *, active: bool) -> None:
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        changed = False
        for record_id, ranges in _ranges(session, merge_no):
            row = session.get(TakingBack, record_id)
            if row is None and active:
                session.add(TakingBack(id=record_id, active=True, ranges=ranges))
                changed = True
            elif row is not None and row.active != active:
                row.active = active
                changed = True
        if not changed:
            raise CaseSettled


def _is_undone(session: Session, merge_no: int) -> bool:
    rows = [session.get(TakingBack, record_id) for record_id, _ in _ranges(session, merge_no)]
    return any(row is not None and row.active for row in rows)


def _ranges(session: Session, merge_no: int) -> Iterator[tuple[str, tuple[dict[str, Any], ...]]]:
    """Ids and ranges of the records that take a merge back: known by what they name, so that it is
    found again without being written down."""
    query = select(import_log.c.after, import_log.c.until).where(
        import_log.c.merge_no == merge_no, import_log.c.until > import_log.c.after
    )
    positions = [(row.after, row.until) for row in session.connection().execute(query)]
    if not positions:
        return
    named = (
        {
            "device": one.device_id,
            "first": one.first,
            "last": one.last,
            "hash": one.hash.hex(),
        }
        for one in stretches_between(session.connection(), positions)
    )
    for ranges in _batches(named):
        yield sha256(json.dumps(ranges, sort_keys=True).encode()).hexdigest(), ranges


def _batches(named: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], ...]]:
    source = iter(named)
    while batch := tuple(islice(source, _AT_ONCE)):
        yield batch


def _file(row: Any, laptop: str) -> MergedFile:
    return MergedFile(
        file=row.file,
        digest=row.digest,
        kind=row.kind,
        origin=row.origin,
        laptop=laptop,
        made_at=row.made_at,
        status=row.status,
        new=row.new,
        known=row.known,
        held=row.held,
        quarantined=row.quarantined,
    )
