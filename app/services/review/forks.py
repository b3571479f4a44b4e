"""Laptops that used a number twice: a copied disk, a restored backup, a pack joined twice.

Both branches count. The alarm ends only when somebody says what it was.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlmodel import Session

from app.db.forks import UNDECIDED
from app.db.journal import changes_where
from app.db.store import Store
from app.db.tables import ForkDecision, fork, journal, table_of
from app.domain.journal.change import Change
from app.domain.permissions import Action
from app.errors import CaseSettled
from app.services.review.authors import Authors
from app.services.review.titles import Title, titles_of
from app.services.rights import require_right

_SHOWN = 20


class ForkFinding(StrEnum):
    """What a fork was found to be."""

    RESTORED = "restored"
    """A backup was put back on the laptop."""
    COPIED = "copied"
    """The disk or the folder was copied, and both copies were worked on."""
    JOINED_TWICE = "joined_twice"
    """Two laptops were made from one pack."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Branch:
    """One of the ways a chain goes on: so many changes up to `last_seq`, by whom, between which
    moments of the laptop's clock (milliseconds, UTC), and the first few records they touch."""

    first_change: str
    changes: int
    last_seq: int
    users: tuple[str, ...]
    first_at: int
    last_at: int
    records: tuple[Title, ...]


@dataclass(frozen=True)
class ForkDecided:
    """What somebody said it was, and when (milliseconds, UTC)."""

    finding: ForkFinding
    note: str
    at: int
    by: str


@dataclass(frozen=True)
class Fork:
    """`decision` is None while the alarm stands."""

    id: str
    device_id: str
    laptop: str
    first_seq: int
    last_seq: int
    branches: tuple[Branch, ...]
    decision: ForkDecided | None


def forks(store: Store, *, decided: bool = False) -> tuple[Fork, ...]:
    """The forks that nobody has explained, or those that somebody has."""
    query = select(fork).where(~UNDECIDED if decided else UNDECIDED)
    with store.read() as session:
        authors = Authors(session)
        rows = session.connection().execute(query.order_by(fork.c.device_id, fork.c.first_seq))
        return tuple(
            Fork(
                id=row.id,
                device_id=row.device_id,
                laptop=authors.laptops.get(row.device_id, ""),
                first_seq=row.first_seq,
                last_seq=row.last_seq,
                branches=tuple(_branches(session, authors, row.device_id, row.first_seq)),
                decision=_decision(session, authors, row.id),
            )
            for row in rows.all()
        )


def decide_fork(store: Store, fork_id: str, finding: ForkFinding, note: str = "") -> None:
    """Says what a fork was, which ends its alarm. Raises CaseSettled (there is no such fork any
    more), RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        found = session.connection().execute(select(fork).where(fork.c.id == fork_id)).first()
        if found is None:
            raise CaseSettled
        row = session.get(ForkDecision, fork_id)
        if row is None:
            begins = select(journal.c.hash).where(
                journal.c.device_id == found.device_id, journal.c.seq == found.first_seq
            )
            changes = (digest.hex() for digest in session.connection().scalars(begins))
            row = ForkDecision(id=fork_id, device_id=found.device_id, changes=frozenset(changes))
            session.add(row)
        row.decision = finding.value
        row.note = note.strip()
        row.decided_at = store.sources.now()
        row.decided_by = store.actor


def take_back_fork(store: Store, fork_id: str) -> None:
    """Raises the alarm again. Raises CaseSettled where nothing was decided, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        row = session.get(ForkDecision, fork_id)
        if row is None or not row.decision:
            raise CaseSettled
        row.decision = row.note = ""
        row.decided_at = store.sources.now()
        row.decided_by = store.actor


def _branches(
    session: Session, authors: Authors, device_id: str, first_seq: int
) -> Iterator[Branch]:
    """Each change with the first number, and those that follow from it one by one."""
    mine = (journal.c.device_id == device_id) & (journal.c.seq >= first_seq)
    ordered = sorted(
        changes_where(session.connection(), mine), key=lambda change: (change.seq, change.hash)
    )
    belongs: dict[bytes, list[Change]] = {}
    branches: list[list[Change]] = []
    for change in ordered:
        branch = belongs.get(change.prev_hash) if change.seq > first_seq else None
        if branch is None and change.seq == first_seq:
            branch = []
            branches.append(branch)
        if branch is not None:
            branch.append(change)
            belongs[change.hash] = branch
    for branch in branches:
        yield _branch(session, authors, branch)


def _branch(session: Session, authors: Authors, changes: Sequence[Change]) -> Branch:
    records = list(dict.fromkeys((one.record_type, one.record_id) for one in changes))[:_SHOWN]
    titles = titles_of(session, records)
    names = {authors.users.get(one.actor, "") for one in changes} - {""}
    moments = [one.recorded_at for one in changes]
    return Branch(
        first_change=changes[0].hash.hex(),
        changes=len(changes),
        last_seq=changes[-1].seq,
        users=tuple(sorted(names)),
        first_at=min(moments),
        last_at=max(moments),
        records=tuple(titles[record] for record in records),
    )


def _decision(session: Session, authors: Authors, fork_id: str) -> ForkDecided | None:
    table = table_of(ForkDecision)
    row = session.connection().execute(select(table).where(table.c.id == fork_id)).first()
    if row is None or row.decision not in set(ForkFinding):
        return None
    by = authors.users.get(row.decided_by, "")
    return ForkDecided(ForkFinding(row.decision), row.note, row.decided_at or 0, by)
