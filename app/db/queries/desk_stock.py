"""What a desk has left: its own movements less what it handed over."""

from typing import Final

from sqlalchemy import bindparam, case, func, select
from sqlmodel import Session

from app.db.tables import StockMovement, aid_line, table_of
from app.domain.quantity import Quantity

_MOVEMENT: Final = table_of(StockMovement)
_INTO_DESK: Final = case((_MOVEMENT.c.kind.in_(("loaded", "received", "to_desk")), 1), else_=-1)

_MOVED_ANYWHERE: Final = (
    select(_MOVEMENT.c.desk_id, _MOVEMENT.c.item_id, func.sum(_MOVEMENT.c.quantity * _INTO_DESK))
    .where(_MOVEMENT.c.convoy_id == bindparam("convoy"), _MOVEMENT.c.voided.is_(False))
    .group_by(_MOVEMENT.c.item_id, _MOVEMENT.c.desk_id)
)
_GIVEN_ANYWHERE: Final = (
    select(aid_line.c.desk_id, aid_line.c.item_id, func.sum(aid_line.c.quantity))
    .where(aid_line.c.convoy_id == bindparam("convoy"), aid_line.c.voided == 0)
    .group_by(aid_line.c.item_id, aid_line.c.desk_id)
)
_MOVED: Final = (
    select(_MOVEMENT.c.item_id, func.sum(_MOVEMENT.c.quantity * _INTO_DESK))
    .where(
        _MOVEMENT.c.convoy_id == bindparam("convoy"),
        _MOVEMENT.c.desk_id == bindparam("desk"),
        _MOVEMENT.c.voided.is_(False),
    )
    .group_by(_MOVEMENT.c.item_id)
)
_GIVEN: Final = (
    select(aid_line.c.item_id, func.sum(aid_line.c.quantity))
    .where(
        aid_line.c.convoy_id == bindparam("convoy"),
        aid_line.c.desk_id == bindparam("desk"),
        aid_line.c.voided == 0,
    )
    .group_by(aid_line.c.item_id)
)
"""Put together once: for each hand-over that would take longer than asking."""


def desk_balances(session: Session, convoy_id: str, desk_id: str) -> dict[str, Quantity]:
    """Per item id, what stands on the desk in thousandths; negative where more was handed over
    than came in (shown as such, never clamped)."""
    connection, here = session.connection(), {"convoy": convoy_id, "desk": desk_id}
    balances = {item: int(total) for item, total in connection.execute(_MOVED, here)}
    for item, total in connection.execute(_GIVEN, here):
        balances[item] = balances.get(item, 0) - int(total)
    return {item: Quantity(total) for item, total in balances.items()}


def all_desk_balances(session: Session, convoy_id: str) -> dict[str, dict[str, Quantity]]:
    """The same for every desk of a convoy that has any, by its id: asked once for all of them."""
    connection, here = session.connection(), {"convoy": convoy_id}
    balances: dict[str, dict[str, int]] = {}
    for sign, query in ((1, _MOVED_ANYWHERE), (-1, _GIVEN_ANYWHERE)):
        for desk_id, item, total in connection.execute(query, here):
            desk = balances.setdefault(desk_id, {})
            desk[item] = desk.get(item, 0) + sign * int(total)
    return {
        desk_id: {item: Quantity(total) for item, total in desk.items()}
        for desk_id, desk in balances.items()
        if desk_id is not None
    }
