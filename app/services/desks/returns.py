"""What came back from a convoy's laptops, and what has not: ticked off as their files arrive."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.coverage import gaps
from app.db.store import Store
from app.db.tables import AidRecord, Desk, DeskClosing, Device, import_log
from app.domain.quantity import ZERO
from app.services.convoys import any_convoy

_TAKEN_IN = frozenset({"known", "unknown_device", "gaps", "quarantined", "held", "new"})
"""Results of a file that was read; see `app.services.exchange.merge.Status`."""


class Back(StrEnum):
    """How much of a laptop's work is here."""

    WHOLE = "whole"
    """Every day it worked is closed and every hand-over of it is here."""
    PARTLY = "partly"
    """Something came, and something is missing: changes, hand-overs, or a closing."""
    NOTHING = "nothing"
    OWN = "own"
    """This laptop's own desk: nothing has to come."""
    NO_LAPTOP = "no_laptop"
    """No laptop was prepared for the desk."""


@dataclass(frozen=True)
class ReturnedDay:
    """One day of a desk. `told` hand-overs are those on the slip (None: not closed), `here` those
    that came; `differences` are items whose count differed."""

    day: str
    told: int | None
    here: int
    closed_by: str = ""
    witness: str = ""
    differences: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether it was closed, and all that the slip says has come (and nothing since)."""
        return self.told is not None and self.told == self.here


@dataclass(frozen=True)
class LaptopReturn:
    """A desk, its laptop, and what came of it. `heard_at` is when its last file was taken in here
    (ms UTC, None: never) and `digest` that file's SHA-256, to compare with the slip; `missing` are
    ranges of changes that are not here."""

    desk: str
    laptop: str
    device_id: str
    back: Back
    heard_at: int | None
    file: str
    digest: str
    missing: tuple[tuple[int, int], ...]
    days: tuple[ReturnedDay, ...]


def returns(store: Store, convoy_id: str) -> tuple[LaptopReturn, ...]:
    """The convoy's desks by name. Raises RecordNotFound."""
    with store.read() as session:
        any_convoy(session, convoy_id)
        laptops = {row.id: row.name for row in session.exec(select_rows(Device))}
        query = select_rows(Desk).where(Desk.convoy_id == convoy_id)
        desks = session.exec(query.order_by(col(Desk.name), col(Desk.id))).all()
        return tuple(_returned(store, session, desk, laptops) for desk in desks)


def _returned(store: Store, session: Session, desk: Desk, laptops: dict[str, str]) -> LaptopReturn:
    connection = session.connection()
    days = _days(session, desk)
    missing = tuple(gaps(connection, desk.device_id)) if desk.device_id else ()
    heard_at, file, digest = _last_file(connection, desk.device_id)
    something = bool(days) or heard_at is not None
    if not desk.device_id:
        back = Back.NO_LAPTOP
    elif desk.device_id == store.device_id:
        back = Back.OWN
    elif not something:
        back = Back.NOTHING
    elif days and not missing and all(day.is_whole for day in days):
        back = Back.WHOLE
    else:
        back = Back.PARTLY
    return LaptopReturn(
        desk=desk.name,
        laptop=laptops.get(desk.device_id, desk.device_id),
        device_id=desk.device_id,
        back=back,
        heard_at=heard_at,
        file=file,
        digest=digest,
        missing=missing,
        days=days,
    )


def _days(session: Session, desk: Desk) -> tuple[ReturnedDay, ...]:
    """The days on which the desk handed anything over or was closed."""
    counted = session.connection().execute(
        select(col(AidRecord.day), func.count())
        .where(col(AidRecord.desk_id) == desk.id, col(AidRecord.receipt_no) > 0)
        .group_by(col(AidRecord.day))
    )
    here = {day: int(count) for day, count in counted}
    closings = {
        row.day: row
        for row in session.exec(select_rows(DeskClosing).where(DeskClosing.desk_id == desk.id))
    }
    return tuple(
        _day(day, here.get(day, 0), closings.get(day)) for day in sorted({*here, *closings})
    )


def _day(day: str, here: int, closing: DeskClosing | None) -> ReturnedDay:
    if closing is None:
        return ReturnedDay(day, None, here)
    differences = sum(
        count.get("counted", ZERO) != count.get("book", ZERO) for count in closing.counts
    )
    return ReturnedDay(
        day, closing.hand_overs, here, closing.closed_by, closing.witness, differences
    )


def _last_file(connection: Connection, device_id: str) -> tuple[int | None, str, str]:
    query = (
        select(import_log.c.at, import_log.c.file, import_log.c.digest)
        .where(
            import_log.c.origin == device_id,
            import_log.c.kind == "export",
            import_log.c.status.in_(sorted(_TAKEN_IN)),
        )
        .order_by(import_log.c.position.desc())
        .limit(1)
    )
    row = connection.execute(query).first()
    return (row.at, row.file, row.digest) if row else (None, "", "")
