"""The stock report: each item's account by convoy, and the card of every movement of one convoy."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from sqlalchemy import func, select

from app.db.tables import Convoy, StockMovement, aid_line, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.domain.quantity import Quantity
from app.domain.reconciliation import Account, reconcile
from app.domain.stock import Movement, MovementKind, effects
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, within
from app.words.aid import unit_text
from app.words.catalog import Marked, marked
from app.words.stock import kind_text, stock_reason_text

_MOVEMENT: Final = table_of(StockMovement)
_CONVOY: Final = table_of(Convoy)
_KINDS: Final = frozenset(kind.value for kind in MovementKind)


def _quantity(key: str, title: Marked, meaning: Marked) -> Column:
    return Column(key, title, meaning, Kind.QUANTITY)


GIVEN: Final = _quantity(
    "given",
    marked("Reports", "Handed over"),
    marked("Reports", "Lines of hand-overs that stand, in the item's unit."),
)
ACCOUNT_COLUMNS: Final = (
    _quantity(
        "loaded",
        marked("Reports", "Loaded"),
        marked("Reports", "From the warehouse on to the convoy."),
    ),
    _quantity(
        "received",
        marked("Reports", "Received"),
        marked("Reports", "Joined the convoy on its way: bought, or given to it."),
    ),
    GIVEN,
    _quantity(
        "returned", marked("Reports", "Returned"), marked("Reports", "Back to the warehouse.")
    ),
    _quantity(
        "damaged", marked("Reports", "Damaged"), marked("Reports", "Damaged, with its reason.")
    ),
    _quantity("lost", marked("Reports", "Lost"), marked("Reports", "Lost, with its reason.")),
    _quantity("expired", marked("Reports", "Expired"), marked("Reports", "Past its date.")),
    _quantity(
        "left",
        marked("Reports", "Left by the book"),
        marked(
            "Reports",
            "Loaded and received, less handed over, returned, damaged, lost and expired. Below "
            "zero where more was handed over than the book knows.",
        ),
    ),
)
ACCOUNTS: Final = TableKind(
    "accounts",
    marked("Reports", "Stock reconciliation"),
    (
        shared.CONVOY,
        shared.ITEM,
        shared.UNIT,
        *ACCOUNT_COLUMNS,
        _quantity(
            "counted",
            marked("Reports", "Counted"),
            marked("Reports", "What was found when the convoy was closed; empty until then."),
        ),
        _quantity(
            "difference",
            marked("Reports", "Difference"),
            marked("Reports", "Counted less left by the book: below zero is missing."),
        ),
        shared.REASON,
    ),
)
OF_ONE_CONVOY: Final = TableKind("accounts", ACCOUNTS.title, ACCOUNTS.columns[1:])
"""Where the whole report is of one convoy, its name need not stand in each row."""

CARD: Final = TableKind(
    "card",
    marked("Reports", "Stock card"),
    (
        shared.DAY,
        shared.ITEM,
        Column(
            "movement",
            marked("Reports", "Movement"),
            marked("Reports", "What happened; hand-overs of a day and desk stand together."),
            share=2,
        ),
        shared.DESK,
        _quantity("came", marked("Reports", "In"), marked("Reports", "What came to the convoy.")),
        _quantity("went", marked("Reports", "Out"), marked("Reports", "What left the convoy.")),
        _quantity(
            "balance",
            marked("Reports", "Balance"),
            marked(
                "Reports",
                "The item's balance of the whole convoy after it; what passes between convoy and "
                "desks changes nothing.",
            ),
        ),
        shared.REASON,
    ),
)
REPORT: Final = ReportKind(
    "stock",
    marked("Reports", "Stock card and reconciliation"),
    marked(
        "Reports",
        "What came, what was handed over and what must be left of each item, by convoy. Voided "
        "movements and hand-overs are left out. The card lists the movements of one convoy.",
    ),
    (ACCOUNTS, CARD),
    signatures=(marked("Reports", "Storekeeper"), marked("Reports", "Convoy supervisor")),
    landscape=True,
)


def stock(ask: Ask, scope: Scope) -> Iterator[Table]:
    """Both tables; without a convoy the card is empty. Days do not part an account."""
    yield Table(ACCOUNTS, account_rows(ask, scope))
    yield Table(CARD, _card(ask, scope) if scope.convoy_id else ())


def account_rows(ask: Ask, scope: Scope) -> list[Row]:
    """One row a convoy and item, the latest convoy first."""
    counts = _counts(ask, scope)
    rows: list[Row] = []
    for convoy_id, accounts in accounts_of(ask, scope).items():
        for account in sorted(accounts, key=lambda one: ask.item(one.item_id).code):
            counted, reason = counts.get((convoy_id, account.item_id), (None, ""))
            item = ask.item(account.item_id)
            rows.append(
                (
                    ask.convoys.get(convoy_id, ""),
                    ask.item_name(account.item_id),
                    unit_text(ask.words, item.unit),
                    *account_cells(account),
                    counted,
                    None if counted is None else counted - account.left,
                    stock_reason_text(ask.words, reason) if reason else "",
                )
            )
    return rows


def account_cells(account: Account) -> tuple[int, ...]:
    """The cells of `ACCOUNT_COLUMNS`."""
    return (
        account.loaded,
        account.received,
        account.given,
        account.returned,
        account.damaged,
        account.lost,
        account.expired,
        account.left,
    )


def accounts_of(ask: Ask, scope: Scope) -> dict[str, tuple[Account, ...]]:
    """The accounts of each convoy, of one if the scope names it, the latest first."""
    movements: dict[str, list[Movement]] = defaultdict(list)
    one = Scope(convoy_id=scope.convoy_id)
    moved = (
        select(_MOVEMENT.c.convoy_id, _MOVEMENT.c.item_id, _MOVEMENT.c.kind)
        .add_columns(func.sum(_MOVEMENT.c.quantity))
        .where(_MOVEMENT.c.voided.is_(False), *within(one, _MOVEMENT))
        .group_by(_MOVEMENT.c.convoy_id, _MOVEMENT.c.item_id, _MOVEMENT.c.kind)
    )
    for convoy_id, item_id, kind, total in ask.rows(moved):
        if kind in _KINDS:
            movements[convoy_id].append(Movement(item_id, MovementKind(kind), Quantity(total)))
    handed = (
        select(aid_line.c.convoy_id, aid_line.c.item_id, func.sum(aid_line.c.quantity))
        .where(aid_line.c.voided == 0, *within(one))
        .group_by(aid_line.c.convoy_id, aid_line.c.item_id)
    )
    for convoy_id, item_id, total in ask.rows(handed):
        movements[convoy_id].append(Movement(item_id, MovementKind.GIVEN, Quantity(total)))
    return {
        convoy_id: reconcile(movements[convoy_id]) for convoy_id in _ordered(ask, list(movements))
    }


def _ordered(ask: Ask, ids: list[str]) -> list[str]:
    starts = {
        row.id: row.starts_on or "" for row in ask.rows(select(_CONVOY.c.id, _CONVOY.c.starts_on))
    }
    return sorted(ids, key=lambda convoy: (starts.get(convoy, ""), convoy), reverse=True)


def _counts(ask: Ask, scope: Scope) -> dict[tuple[str, str], tuple[int, str]]:
    query = select(_CONVOY.c.id, _CONVOY.c.closing_counts).where(_CONVOY.c.closed_at.is_not(None))
    if scope.convoy_id is not None:
        query = query.where(_CONVOY.c.id == scope.convoy_id)
    return {
        (row.id, str(count["item"])): (int(count["counted"]), str(count.get("reason", "")))
        for row in ask.rows(query)
        for count in row.closing_counts
    }


def _card(ask: Ask, scope: Scope) -> list[Row]:
    rows: list[Row] = []
    balance: dict[str, int] = defaultdict(int)
    for movement, reason in sorted(_entries(ask, scope), key=_in_order):
        change = sum(part for _, part in effects(movement))
        balance[movement.item_id] += change
        rows.append(
            (
                movement.day.isoformat() if movement.day else None,
                ask.item_name(movement.item_id),
                kind_text(ask.words, movement.kind),
                ask.desks.get(movement.desk_id or "", ""),
                change if change > 0 else None,
                -change if change < 0 else None,
                balance[movement.item_id],
                reason,
            )
        )
    return rows


_Entry = tuple[Movement, str]


def _entries(ask: Ask, scope: Scope) -> Iterable[_Entry]:
    query = select(_MOVEMENT).where(_MOVEMENT.c.voided.is_(False))
    query = query.where(_MOVEMENT.c.convoy_id == scope.convoy_id)
    for row in ask.rows(query.order_by(_MOVEMENT.c.at, _MOVEMENT.c.id)):
        if row.kind in _KINDS:
            reason = stock_reason_text(ask.words, row.reason) if row.reason else ""
            yield _moved(row.item_id, row.kind, row.quantity, row.desk_id, row.day), reason
    grouped = (aid_line.c.item_id, aid_line.c.desk_id, aid_line.c.day)
    handed = (
        select(*grouped, func.sum(aid_line.c.quantity).label("quantity"))
        .where(aid_line.c.voided == 0, aid_line.c.convoy_id == scope.convoy_id)
        .group_by(*grouped)
        .order_by(*grouped)
    )
    for row in ask.rows(handed):
        if row.quantity:
            yield _moved(row.item_id, "given", row.quantity, row.desk_id, row.day), ""


def _moved(item_id: str, kind: str, quantity: int, desk_id: str | None, day: str) -> Movement:
    when = date.fromisoformat(day) if day else None
    return Movement(item_id, MovementKind(kind), Quantity(quantity), desk_id, when)


def _in_order(entry: _Entry) -> tuple[str, bool]:
    """By day; on each what came before what was handed over."""
    movement = entry[0]
    return (
        movement.day.isoformat() if movement.day else "",
        movement.kind is MovementKind.GIVEN,
    )
