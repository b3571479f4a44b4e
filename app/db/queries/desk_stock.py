"""What a desk has left: its own movements less what it handed over."""

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from app.db.tables import StockMovement, aid_line
from app.domain.quantity import Quantity

_INTO_DESK = ("loaded", "received", "to_desk")


def desk_balances(session: Session, convoy_id: str, desk_id: str) -> dict[str, Quantity]:
    """Per item id, what stands on the desk in thousandths; negative where more was handed over
    than came in (shown as such, never clamped)."""
    sign = case((col(StockMovement.kind).in_(_INTO_DESK), 1), else_=-1)
    moved = (
        select(StockMovement.item_id, func.sum(StockMovement.quantity * sign))  # type: ignore[call-overload]
        .where(
            col(StockMovement.convoy_id) == convoy_id,
            col(StockMovement.desk_id) == desk_id,
            col(StockMovement.voided).is_(False),
        )
        .group_by(StockMovement.item_id)
    )
    given = (
        select(aid_line.c.item_id, func.sum(aid_line.c.quantity))
        .where(
            aid_line.c.convoy_id == convoy_id,
            aid_line.c.desk_id == desk_id,
            aid_line.c.voided == 0,
        )
        .group_by(aid_line.c.item_id)
    )
    connection = session.connection()
    balances = {item: int(total) for item, total in connection.execute(moved)}
    for item, total in connection.execute(given):
        balances[item] = balances.get(item, 0) - int(total)
    return {item: Quantity(total) for item, total in balances.items()}
