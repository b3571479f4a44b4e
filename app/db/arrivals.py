"""Changes from elsewhere taken into the journal: judged, ordered and folded, in one transaction.

What arrives is appended as it is. A record that one change makes, and of which nothing was here,
gets its row at once (`fresh_rows`); all others are noted in the temporary table `touched` and
folded anew by `settle`, after rights were judged. So the outcome depends on what is here and not on
how it came.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, bindparam, func, select, text

from app.beside import HERE, Helper
from app.db import forks, search_fill
from app.db.arrival_judging import judge_all, judge_arrived
from app.db.arrived import (
    begin,
    convoys_touched,
    end,
    groups_arrived,
    marks_of,
    note_arrived,
    note_touched,
)
from app.db.erasing import erase, fill_in, overwriting, with_content
from app.db.fold_tables import refold_rows
from app.db.fresh_rows import insert_statement, write_fresh
from app.db.guard import journalled, mark_settled
from app.db.incoming import Incoming
from app.db.journal import judged_changes
from app.db.pending_rows import PendingRows
from app.db.rights import rights_in
from app.db.rights_codes import CAUSES, CODES
from app.db.tables import journal
from app.domain.journal.change import Change
from app.domain.journal.rights import Rights


class Stage(StrEnum):
    """What a merge is at; everything comes back if it is stopped at any of them."""

    COPY = "copy"
    READ = "read"
    JUDGE = "judge"
    FOLD = "fold"
    INDEX = "index"
    COUNT = "count"
    SAVE = "save"


@dataclass(frozen=True)
class Arrival:
    """What came of taking changes in: `held` wait for their base, `quarantined` have no right.
    `record_types` are those whose tables may have changed, and `convoys` those whose stock may."""

    new: int
    held: int
    quarantined: int
    record_types: frozenset[str]
    convoys: frozenset[str]


_END: Final = select(func.max(journal.c.position))
"""Put together once: of many small files that would take longer than asking."""


def last_position(connection: Connection) -> int:
    """The end of the journal as it stands; what arrives later lies beyond."""
    return int(connection.scalar(_END) or 0)


def append(
    connection: Connection, arriving: Incoming, pending: PendingRows | None = None
) -> tuple[int, int]:
    """Appends what is not here yet; returns how many were new and how many were known. Before
    `settle`, nothing is judged, and only records that nothing was known of have a row, or wait in
    `pending` for one; those must be written first."""
    mark_settled(connection)
    begin(connection)
    with journalled(connection):
        note_touched(connection, fill_in(connection, arriving.rows))
        before = last_position(connection)
        found = arriving.but(_known_of(connection, arriving.made))
        connection.exec_driver_sql(_INSERT, found.rows)
        if pending is None:
            write_fresh(connection, found.fresh)
        else:
            pending.add(found.fresh)
        if not found.all_fresh:
            connection.exec_driver_sql(_TOUCH, (before,))
        note_arrived(connection, found)
        new = last_position(connection) - before
    return new, len(arriving.rows) - new


def settle(
    connection: Connection,
    since: int,
    certified: Callable[[Change], bool],
    before: Rights | None = None,
    at: Callable[[Stage], None] = lambda _: None,
    *,
    anew: bool = False,
    helper: Helper = HERE,
) -> Arrival:
    """Judges and folds everything that was appended after position `since`. `before` are the rights
    as they were before anything was appended; without them, all is judged again where a right
    arrived. With `anew` all is judged again, one by one. `at` is told each stage as it begins, and
    stops the work by raising. `helper` computes what is looked up."""
    at(Stage.JUDGE)
    begin(connection)
    with journalled(connection):
        rights = rights_in(connection, certified)
        if anew:
            kinds = judge_all(connection, rights)
        else:
            kinds = judge_arrived(connection, since, rights, before)
        erased = with_content(connection, rights.erased)
        erase(connection, erased)
        note_touched(connection, erased)
        marks = marks_of(connection)
        with overwriting(connection, erased):
            at(Stage.FOLD)
            refold_rows(connection, marks.aid_line)
            at(Stage.INDEX)
            search_fill.fill(connection, marks, helper)
        convoys = convoys_touched(connection, marks)
        arrived = groups_arrived(connection)
        kinds |= {group.record_type for group in arrived} | {kind for kind, _ in erased}
        forks.refresh(connection, sorted({group.device_id for group in arrived}))
        end(connection)
    until = last_position(connection)
    held, quarantined = aside_between(connection, since, until)
    return Arrival(until - since, held, quarantined, frozenset(kinds), convoys)


def aside_between(connection: Connection, after: int, until: int) -> tuple[int, int]:
    """How many changes are held, and how many quarantined, of those that came after one end of the
    journal and up to another; by the indexes of these few alone."""
    ends = {"after": after, "until": until}
    row = connection.execute(_ASIDE, ends).one()
    return int(row[0]), int(row[1])


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
        begin(connection)
        rights = rights_in(connection, certified)
        judge_all(connection, rights)
        erase(connection, with_content(connection, rights.erased))
        end(connection)


_ASIDE: Final = text(
    "SELECT (SELECT count(*) FROM journal INDEXED BY ix_journal_held"
    "  WHERE version IS NULL AND position > :after AND position <= :until),"
    " (SELECT count(*) FROM journal INDEXED BY ix_journal_skipped"
    "  WHERE skipped <> 0 AND skipped IN :codes AND position > :after AND position <= :until)"
).bindparams(bindparam("codes", sorted(CAUSES), expanding=True))
_INSERT: Final = (
    insert_statement(journal, "INSERT OR IGNORE")
    .replace('"position", ', "")
    .replace("(?, ", "(", 1)
)
_KNOWN: Final = (
    "SELECT DISTINCT record_id FROM journal WHERE record_id IN (SELECT value FROM json_each(?))"
)
_TOUCH: Final = (
    "INSERT INTO temp.touched SELECT record_type, record_id FROM journal"
    " WHERE position > ? AND version IS NULL"
)


def _known_of(connection: Connection, records: Sequence[str]) -> set[str]:
    """Of these records, the ids of those of which something is here."""
    if not records:
        return set()
    return set(connection.exec_driver_sql(_KNOWN, (json.dumps(records),)).scalars())
