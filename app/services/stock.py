"""Stock of a convoy and its desks: recording what came and went, and what is left of each item.

Hand-overs are no movements: what was given is read from the lines of aid records.
"""

from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from app.db.queries.convoy_stock import convoy_movements
from app.db.queries.writers import writers_of
from app.db.store import Store
from app.db.tables import AidItem, Desk, StockMovement
from app.domain.permissions import Action
from app.domain.quantity import ZERO, Quantity, format_quantity
from app.domain.reconciliation import Account, reconcile, reconcile_desk
from app.domain.stock import (
    Movement,
    MovementKind,
    MovementProblem,
    balances,
    problems,
    shortfall_of,
)
from app.errors import (
    DatesMissing,
    DeskMissing,
    ItemMissing,
    MovementVoided,
    QafilaError,
    QuantityMissing,
    ReasonMissing,
    RecordNotFound,
    StockShort,
)
from app.services.convoys import any_convoy, open_convoy
from app.services.day import day_in
from app.services.household_card import ItemName, item_names, unknown_item
from app.services.rights import require_right


@dataclass(frozen=True)
class NewMovement:
    """What is recorded: `quantity` is what moved, `day` the convoy's day (`YYYY-MM-DD`), `desk_id`
    None the convoy's own stock. With `beyond_stock` it may take more than the book has."""

    convoy_id: str
    item_id: str
    kind: MovementKind
    quantity: Quantity
    day: str
    desk_id: str | None = None
    reason: str = ""
    beyond_stock: bool = False


@dataclass(frozen=True)
class StockLine:
    """One item: the account of the whole convoy, what of `convoy.left` lies with no desk, and the
    account of one desk (None when none was asked for)."""

    item: ItemName
    convoy: Account
    on_convoy: Quantity
    desk: Account | None


@dataclass(frozen=True)
class MovementLine:
    """A movement in the history; `desk` is empty for the convoy's own stock. `at` in ms UTC."""

    id: str
    item: ItemName
    kind: MovementKind
    quantity: Quantity
    desk: str
    day: str
    at: int
    by: str
    reason: str
    voided: bool
    void_reason: str


def record_movement(store: Store, command: NewMovement) -> str:
    """Records a movement and returns its id.

    Raises RecordNotFound, ConvoyClosed, ItemMissing, QuantityMissing, DeskMissing, ReasonMissing
    (what is damaged, lost, expired or beyond the stock needs one), DatesMissing, RightMissing, and
    StockShort when the book has less than that and `beyond_stock` is not set.
    """
    if command.kind is MovementKind.GIVEN:
        raise ValueError("a hand-over is an aid record")
    movement = _checked(command)
    with store.write() as session:
        require_right(store, session, Action.MOVE_STOCK)
        open_convoy(session, command.convoy_id)
        if session.get(AidItem, command.item_id) is None:
            raise ItemMissing
        if command.desk_id is not None:
            desk = session.get(Desk, command.desk_id)
            if desk is None or desk.convoy_id != command.convoy_id:
                raise DeskMissing
        if not command.beyond_stock:
            _refuse_shortfall(session, command.convoy_id, movement)
        row = StockMovement(
            id=store.new_id(),
            convoy_id=command.convoy_id,
            desk_id=command.desk_id,
            item_id=command.item_id,
            kind=command.kind.value,
            quantity=int(command.quantity),
            day=command.day,
            reason=command.reason,
            at=store.sources.now(),
        )
        session.add(row)
    return row.id


def void_movement(
    store: Store, movement_id: str, reason: str, *, beyond_stock: bool = False
) -> None:
    """Voids a movement: it stays in the history and counts no more.

    Raises RecordNotFound, MovementVoided, ConvoyClosed, ReasonMissing, RightMissing, and
    StockShort when more of what it brought was given than would be left, unless `beyond_stock`.
    """
    if not reason:
        raise ReasonMissing
    with store.write() as session:
        require_right(store, session, Action.VOID)
        row = session.get(StockMovement, movement_id)
        if row is None:
            raise RecordNotFound
        if row.voided:
            raise MovementVoided
        open_convoy(session, row.convoy_id)
        if not beyond_stock:
            _refuse_shortfall(session, row.convoy_id, _undone(row))
        row.voided = True
        row.void_reason = reason
        row.void_at = store.sources.now()
        row.void_by = store.actor
        today = day_in(session)
        row.void_day = today.day if today else ""


def stock_of(store: Store, convoy_id: str, desk_id: str | None = None) -> tuple[StockLine, ...]:
    """Every item that the convoy ever had, in the order of the items' codes.

    Raises RecordNotFound.
    """
    with store.read() as session:
        any_convoy(session, convoy_id)
        return stock_in(session, convoy_id, desk_id)


def stock_in(session: Session, convoy_id: str, desk_id: str | None = None) -> tuple[StockLine, ...]:
    """`stock_of` inside a session."""
    movements = convoy_movements(session, convoy_id)
    left = balances(movements)
    desks = {}
    if desk_id is not None:
        desks = {account.item_id: account for account in reconcile_desk(movements, desk_id)}
    named = item_names(session)
    lines = [
        StockLine(
            named.get(account.item_id) or unknown_item(account.item_id),
            account,
            left.get((account.item_id, None), ZERO),
            desks.get(account.item_id),
        )
        for account in reconcile(movements)
    ]
    return tuple(sorted(lines, key=lambda line: (line.item.code, line.item.id)))


def movements(store: Store, convoy_id: str) -> tuple[MovementLine, ...]:
    """The convoy's movements, the latest first, voided ones too."""
    with store.read() as session:
        named = item_names(session)
        desks = {row.id: row.name for row in session.exec(select(Desk))}
        writers = writers_of(session, StockMovement)
        query = (
            select(StockMovement)
            .where(StockMovement.convoy_id == convoy_id)
            .order_by(col(StockMovement.at).desc(), col(StockMovement.id).desc())
        )
        return tuple(
            MovementLine(
                id=row.id,
                item=named.get(row.item_id) or unknown_item(row.item_id),
                kind=MovementKind(row.kind),
                quantity=Quantity(row.quantity),
                desk=desks.get(row.desk_id or "", ""),
                day=row.day,
                at=row.at,
                by=writers.get(row.id, ""),
                reason=row.reason,
                voided=row.voided,
                void_reason=row.void_reason,
            )
            for row in session.exec(query)
            if row.kind in _KINDS
        )


_KINDS = frozenset(kind.value for kind in MovementKind)
_CAUSES: dict[MovementProblem, type[QafilaError]] = {
    MovementProblem.NO_QUANTITY: QuantityMissing,
    MovementProblem.NO_DESK: DeskMissing,
    MovementProblem.NO_REASON: ReasonMissing,
}


def _checked(command: NewMovement) -> Movement:
    if not command.item_id:
        raise ItemMissing
    movement = Movement(command.item_id, command.kind, command.quantity, command.desk_id)
    for problem in problems(movement, command.reason):
        raise _CAUSES[problem]
    if command.beyond_stock and not command.reason:
        raise ReasonMissing
    try:
        date.fromisoformat(command.day)
    except ValueError as error:
        raise DatesMissing from error
    return movement


def _refuse_shortfall(session: Session, convoy_id: str, movement: Movement) -> None:
    before = balances(convoy_movements(session, convoy_id))
    short = shortfall_of(movement, before)
    if short is not None:
        left = before.get((short.item_id, short.desk_id), ZERO)
        raise StockShort(left=format_quantity(left, grouped=True))


def _undone(row: StockMovement) -> Movement:
    """What voiding a movement does to the stock."""
    return Movement(row.item_id, MovementKind(row.kind), Quantity(-row.quantity), row.desk_id)
