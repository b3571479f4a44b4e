"""Which desk of today's convoy serves a household."""

from typing import Final

from sqlalchemy import bindparam, select
from sqlmodel import Session

from app.db.tables import Convoy, Desk, table_of
from app.domain.desk_assignment import Comer, Duty, serving
from app.services.day import ConvoyDay

_DESK: Final = table_of(Desk)
_CONVOY: Final = table_of(Convoy)

# Put together once: for each family that would take longer than asking.
_DUTIES: Final = (
    select(
        _DESK.c.id,
        _DESK.c.name,
        _DESK.c.villages,
        _DESK.c.letters,
        _DESK.c.number_from,
        _DESK.c.number_to,
        _DESK.c.walk_ins,
    )
    .where(_DESK.c.convoy_id == bindparam("convoy"))
    .order_by(_DESK.c.name, _DESK.c.id)
)
_FIRST_DAY: Final = select(_CONVOY.c.starts_on).where(_CONVOY.c.id == bindparam("convoy"))


def duties_of(session: Session, convoy_id: str) -> tuple[Duty, ...]:
    """The convoy's desks by name, with whom each serves."""
    rows = session.connection().execute(_DUTIES, {"convoy": convoy_id})
    return tuple(Duty(*row) for row in rows)


def first_day(session: Session, convoy_id: str) -> str:
    """Since when whoever is registered at a desk counts as new."""
    return session.connection().scalar(_FIRST_DAY, {"convoy": convoy_id}) or ""


def desk_that_serves(session: Session, today: ConvoyDay, comer: Comer) -> str:
    """The name of the desk that serves a household; empty where that is this desk, or any."""
    duties = duties_of(session, today.convoy_id)
    if all(duty.serves_everybody for duty in duties):
        return ""
    found = serving(duties, comer, first_day(session, today.convoy_id))
    if not found or any(duty.desk_id == today.desk_id for duty in found):
        return ""
    return found[0].name
