"""What came and went in a convoy: its movements and its hand-overs, summed by place and kind."""

from sqlalchemy import func, select
from sqlmodel import Session

from app.db.tables import StockMovement, aid_line, table_of
from app.domain.quantity import Quantity
from app.domain.stock import Movement, MovementKind

_KINDS = frozenset(kind.value for kind in MovementKind)


def convoy_movements(session: Session, convoy_id: str) -> tuple[Movement, ...]:
    """The convoy's stock as movements, one for all of an item, kind and desk; what was voided does
    not count. A kind that a newer app may have written is left to that app."""
    connection = session.connection()
    moved = table_of(StockMovement)
    own = select(moved.c.item_id, moved.c.kind, moved.c.desk_id, func.sum(moved.c.quantity)).where(
        moved.c.convoy_id == convoy_id, moved.c.voided.is_(False)
    )
    given = select(aid_line.c.item_id, aid_line.c.desk_id, func.sum(aid_line.c.quantity)).where(
        aid_line.c.convoy_id == convoy_id, aid_line.c.voided == 0
    )
    found = [
        Movement(item_id, MovementKind(kind), Quantity(total), desk_id)
        for item_id, kind, desk_id, total in connection.execute(
            own.group_by(moved.c.item_id, moved.c.kind, moved.c.desk_id)
        )
        if kind in _KINDS
    ]
    found += [
        Movement(item_id, MovementKind.GIVEN, Quantity(total), desk_id)
        for item_id, desk_id, total in connection.execute(
            given.group_by(aid_line.c.item_id, aid_line.c.desk_id)
        )
    ]
    return tuple(found)
