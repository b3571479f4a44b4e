"""The convoy that a hand-over sheet belongs to."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.tables import Convoy
from app.domain.names import normalise
from app.errors import ConvoyUndated
from app.services.convoys import any_convoy
from app.services.day import day_in

NEW = "new"
"""The id, while planning, of a convoy that is yet to be made."""


@dataclass(frozen=True)
class SheetConvoy:
    """A convoy on file, or one to be made (its id is NEW) for the days of the sheet."""

    id: str
    name: str
    starts_on: dt.date
    ends_on: dt.date
    villages: frozenset[str] = frozenset()
    organisation: str = ""
    closed: bool = False
    today: dt.date | None = None
    """The day chosen at this laptop, where it is today's convoy."""


def convoy_of_sheet(
    session: Session, chosen: str | None, title: str, days: Iterable[dt.date]
) -> SheetConvoy:
    """The chosen convoy; else today's; else the one on file on the sheet's days (of several, the
    one of its title); else a new one of that title for those days.

    Raises RecordNotFound for an unknown `chosen`, and ConvoyUndated where no day is known either.
    """
    if chosen is not None:
        return _on_file(any_convoy(session, chosen))
    today = day_in(session)
    if today is not None:
        return _on_file(any_convoy(session, today.convoy_id), today.date)
    told = sorted(days)
    if not told:
        raise ConvoyUndated
    first, last = told[0], told[-1]
    found = session.exec(
        select(Convoy)
        .where(col(Convoy.starts_on) <= first.isoformat(), col(Convoy.ends_on) >= last.isoformat())
        .order_by(col(Convoy.id))
    ).all()
    named = [row for row in found if normalise(row.name) == normalise(title)]
    if named or len(found) == 1:
        return _on_file((named or found)[0])
    return SheetConvoy(NEW, title, first, last)


def _on_file(row: Convoy, today: dt.date | None = None) -> SheetConvoy:
    start = dt.date.fromisoformat(row.starts_on) if row.starts_on else today
    end = dt.date.fromisoformat(row.ends_on) if row.ends_on else start
    if start is None or end is None:
        raise ConvoyUndated
    givers = sorted(row.organisations)
    return SheetConvoy(
        row.id,
        row.name,
        start,
        end,
        row.villages,
        givers[0] if len(givers) == 1 else "",
        row.closed_at is not None,
        today,
    )
