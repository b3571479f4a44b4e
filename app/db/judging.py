"""Judgements made again where a local change to the rights can have changed them."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, text, update

from app.db.erasing import erase, overwriting
from app.db.fold_tables import refold_touched
from app.db.guard import journalled
from app.db.journal import changes_within
from app.db.rights_codes import CODES
from app.db.tables import journal
from app.domain.journal.change import Change
from app.domain.journal.rights import Reach, Rights

Records = set[tuple[str, str]]


def judge_reach(connection: Connection, rights: Rights, reach: Reach) -> Records:
    """Stores the judgements, within `reach`, that are others now; the records they touch."""
    changed: list[tuple[Change, int]] = []
    for change, stored in changes_within(connection, reach):
        code = code_of(rights, change)
        if code != stored:
            changed.append((change, code))
    if changed:
        connection.execute(
            update(journal)
            .where(journal.c.hash == bindparam("change"))
            .values(skipped=bindparam("code")),
            [{"change": change.hash, "code": code} for change, code in changed],
        )
    return {(change.record_type, change.record_id) for change, _ in changed}


def code_of(rights: Rights, change: Change) -> int:
    """The judgement of a change as the journal keeps it."""
    cause = rights.judge(change)
    return CODES[cause] if cause else 0


def refold_records(
    connection: Connection, records: Iterable[tuple[str, str]], erased: Collection[tuple[str, str]]
) -> None:
    """Brings these records to what the journal says once the `erased` have lost their content."""
    with journalled(connection), overwriting(connection, erased):
        erase(connection, erased)
        connection.execute(text("CREATE TEMP TABLE touched (record_type, record_id)"))
        connection.execute(
            text("INSERT INTO temp.touched VALUES (:kind, :id)"),
            [{"kind": kind, "id": record_id} for kind, record_id in sorted({*records, *erased})],
        )
        refold_touched(connection)
        connection.execute(text("DROP TABLE temp.touched"))
