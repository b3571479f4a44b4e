"""Judgements made again where a local change to the rights can have changed them."""

from collections.abc import Collection, Iterable
from itertools import islice

from sqlalchemy import Connection, text

from app.db.erasing import erase, overwriting
from app.db.fold_tables import refold_touched
from app.db.guard import journalled
from app.db.journal import changes_within
from app.db.rights_codes import CODES
from app.domain.journal.change import Change
from app.domain.journal.rights import Reach, Rights

Records = set[tuple[str, str]]

_BATCH = 2_000


def judge_reach(connection: Connection, rights: Rights, reach: Reach) -> Records:
    """Stores the judgements, within `reach`, that are others now; the records they touch."""
    records: Records = set()
    reached = changes_within(connection, reach)
    while batch := list(islice(reached, _BATCH)):  # a merge that is undone may be large
        codes = [(code_of(rights, change), change) for change, _ in batch]
        changed = [
            (code, change)
            for (code, change), (_, stored) in zip(codes, batch, strict=True)
            if code != stored
        ]
        if changed:
            rows = [(code, change.hash) for code, change in changed]
            connection.exec_driver_sql("UPDATE journal SET skipped = ? WHERE hash = ?", rows)
            records |= {(change.record_type, change.record_id) for _, change in changed}
    return records


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
