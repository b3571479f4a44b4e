"""Changes from elsewhere taken into the journal: judged, ordered and folded, in one transaction.

What arrives is appended as it is; then rights are judged (all of them again where a right itself
arrived), and every record that was touched is folded anew. So the outcome depends on what is here
and not on how it came.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection, bindparam, func, select, text, update

from app.db import forks
from app.db.erasing import erase, fill_in, overwriting, with_content
from app.db.fold_tables import refold_touched
from app.db.guard import journalled, mark_settled
from app.db.journal import insert_new, judged_changes, to_row
from app.db.rights import CODES, rights_in
from app.db.tables import journal
from app.domain.journal.change import Change
from app.domain.journal.rights import SAFETY, Rights

_BATCH = 2_000
_REFILLED = text("CREATE TEMP TABLE IF NOT EXISTS refilled (record_type, record_id)")
"""The records of changes that were here by their hash alone, and whose content has come."""
_KINDS = text("SELECT DISTINCT record_type FROM temp.touched")


@dataclass(frozen=True)
class Arrival:
    """What came of taking changes in: `held` wait for their base, `quarantined` have no right.
    `record_types` are those whose tables may have changed."""

    new: int
    held: int
    quarantined: int
    record_types: frozenset[str]


def last_position(connection: Connection) -> int:
    """The end of the journal as it stands; what arrives later lies beyond."""
    return int(connection.scalar(select(func.max(journal.c.position))) or 0)


def append(connection: Connection, changes: Iterable[Change]) -> tuple[int, int]:
    """Appends what is not here yet; returns how many were new and how many were known. Nothing is
    judged or folded before `settle`."""
    new = known = 0
    mark_settled(connection)
    with journalled(connection):
        connection.execute(_REFILLED)
        for batch in _batches(changes):
            refilled = fill_in(connection, batch)
            _note(connection, "refilled", refilled)
            inserted = insert_new(connection, [to_row(change, None) for change in batch])
            new += inserted
            known += len(batch) - inserted
    return new, known


def settle(connection: Connection, since: int, certified: Callable[[Change], bool]) -> Arrival:
    """Judges and folds everything that was appended after position `since`."""
    arrived = journal.c.position > since
    with journalled(connection):
        connection.execute(_REFILLED)
        connection.execute(text("DROP TABLE IF EXISTS temp.touched"))
        connection.execute(
            text(
                "CREATE TEMP TABLE touched AS SELECT record_type, record_id FROM journal"
                " WHERE position > :since UNION SELECT record_type, record_id FROM temp.refilled"
            ),
            {"since": since},
        )
        kinds = frozenset(connection.scalars(_KINDS))
        rights = rights_in(connection, certified)
        kinds |= _judge(connection, since, rights, again=bool(kinds & SAFETY))
        erased = with_content(connection, rights.erased)
        with overwriting(connection, erased):
            erase(connection, erased)
            _note(connection, "touched", erased)
            refold_touched(connection)
        came = select(journal.c.device_id).where(arrived).distinct()
        forks.refresh(connection, list(connection.scalars(came)))
        for name in ("touched", "refilled"):
            connection.execute(text(f"DROP TABLE temp.{name}"))
    count = select(func.count()).select_from(journal)
    return Arrival(
        new=int(connection.scalar(count.where(arrived)) or 0),
        held=int(connection.scalar(count.where(arrived, journal.c.version.is_(None))) or 0),
        quarantined=int(connection.scalar(count.where(arrived, journal.c.skipped != 0)) or 0),
        record_types=kinds | {record_type for record_type, _ in erased},
    )


def _judge(connection: Connection, since: int, rights: Rights, *, again: bool) -> frozenset[str]:
    """Stores every judgement that differs from the stored one, and notes whose records it touches;
    returns their types.

    Everything is judged `again` where a right arrived, or more of a chain that a right was ended
    on: which changes lie before the end can be told only now.
    """
    cut = {device for ends in rights.ends.values() for one in ends for device in one}
    cut |= rights.taken_from
    arrived = select(journal.c.device_id).where(journal.c.position > since).distinct()
    if again or (cut and cut & set(connection.scalars(arrived))):
        since = 0
    changed: list[tuple[Change, int]] = []
    for change, stored in judged_changes(connection, since):
        cause = rights.judge(change)
        code = CODES[cause] if cause else 0
        if code != stored:
            changed.append((change, code))
    if changed:
        connection.execute(
            update(journal)
            .where(journal.c.hash == bindparam("change"))
            .values(skipped=bindparam("code")),
            [{"change": change.hash, "code": code} for change, code in changed],
        )
        touched = {(change.record_type, change.record_id) for change, _ in changed}
        _note(connection, "touched", touched)
    return frozenset(change.record_type for change, _ in changed)


def _note(connection: Connection, table: str, records: Iterable[tuple[str, str]]) -> None:
    rows = [{"record_type": kind, "record_id": record_id} for kind, record_id in records]
    if rows:
        statement = text(f"INSERT INTO temp.{table} VALUES (:record_type, :record_id)")  # noqa: S608
        connection.execute(statement, rows)


def judgements(
    connection: Connection, certified: Callable[[Change], bool]
) -> Iterator[tuple[Change, bool]]:
    """Every change, and whether its stored judgement is that of a fresh judging."""
    rights = rights_in(connection, certified)
    for change, stored in judged_changes(connection, 0):
        cause = rights.judge(change)
        record = (change.record_type, change.record_id)
        kept = change.fields is not None and record in rights.erased
        yield change, stored == (CODES[cause] if cause else 0) and not kept


def judge_again(connection: Connection, certified: Callable[[Change], bool]) -> None:
    """Stores fresh judgements; the tables are to be folded anew afterwards."""
    mark_settled(connection)
    with journalled(connection):
        connection.execute(text("CREATE TEMP TABLE touched (record_type, record_id)"))
        rights = rights_in(connection, certified)
        _judge(connection, 0, rights, again=True)
        erase(connection, with_content(connection, rights.erased))
        connection.execute(text("DROP TABLE temp.touched"))


def _batches(changes: Iterable[Change]) -> Iterator[list[Change]]:
    source = iter(changes)
    while batch := list(islice(source, _BATCH)):
        yield batch
