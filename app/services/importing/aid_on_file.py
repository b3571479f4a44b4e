"""The hand-overs of a store that the rows of a sheet may be about."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from sqlalchemy import and_, or_, select
from sqlmodel import Session

from app.db.tables import AidRecord, Convoy, aid_line, table_of
from app.domain.importing.plan_aid import SHEET, Line, LinesOnFile

MARK: Final = "row"
"""The key of a line under which the row of its sheet is named."""

_CHUNK: Final = 500
_RECORD: Final = table_of(AidRecord)
_CONVOY: Final = table_of(Convoy)


def aid_on_file(
    session: Session,
    households: Iterable[str],
    days: Iterable[dt.date],
    convoy_id: str,
    digest: str,
) -> LinesOnFile:
    """The lines of `households` on `days`, and those that came from rows of the sheet `digest`.

    Voided lines count within `convoy_id`, in which they were voided: taking a sheet in again does
    not undo a void. They do not count in another convoy.
    """
    told = {day.isoformat() for day in days}
    return LinesOnFile(
        _lines(session, households, told, convoy_id),
        _rows(session, told, convoy_id, digest),
    )


def _lines(
    session: Session, households: Iterable[str], days: set[str], convoy_id: str
) -> Counter[Line]:
    found: Counter[Line] = Counter()
    remaining = iter(sorted(households))
    while chunk := list(islice(remaining, _CHUNK)):
        query = select(
            aid_line.c.household_id, aid_line.c.item_id, aid_line.c.quantity, aid_line.c.day
        ).where(
            aid_line.c.household_id.in_(chunk),
            or_(aid_line.c.voided == 0, aid_line.c.convoy_id == convoy_id),
        )
        for household, item, quantity, day in session.connection().execute(query):
            if day in days:
                found[household, item, quantity, day] += 1
    return found


def _rows(session: Session, days: set[str], convoy_id: str, digest: str) -> dict[str, list[Line]]:
    """Lines by the marks of their rows, from the convoys of these days and the one given."""
    of_days = and_(_CONVOY.c.starts_on <= max(days), _CONVOY.c.ends_on >= min(days))
    convoys = select(_CONVOY.c.id).where(or_(_CONVOY.c.id == convoy_id, of_days))
    query = select(_RECORD.c.household_id, _RECORD.c.day, _RECORD.c.lines).where(
        _RECORD.c.convoy_id.in_(convoys),
        _RECORD.c.source == SHEET,
        or_(_RECORD.c.voided.is_(False), _RECORD.c.convoy_id == convoy_id),
    )
    found: dict[str, list[Line]] = {}
    for household, day, lines in session.connection().execute(query):
        for line in lines:
            mark = line.get(MARK, "")
            if mark.startswith(f"{digest}/"):
                found.setdefault(mark, []).append((household, line["item"], line["quantity"], day))
    return found
