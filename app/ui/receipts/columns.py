"""What the list of receipts shows of each hand-over, and how."""

from typing import Final

from app.services.receipt_list import GivenItem, ReceiptRow, ReceiptSort, ReceiptState
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.receipts.filters import STATES
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.words import dates
from app.words.aid import void_reason_text
from app.words.catalog import marked
from app.words.named import name_of
from app.words.numbers import in_digits
from app.words.stock import amount

_LOOKS: Final = {
    ReceiptState.PRINTED: State.MAY,
    ReceiptState.WAITING: State.RECEIVED,
    ReceiptState.VOIDED: State.VOIDED,
}

LOOK: Final[RowLook[ReceiptRow]] = RowLook(lambda row: _LOOKS.get(row.state), column=5)


def columns() -> tuple[Column[ReceiptRow], ...]:
    """Number, head, items, time, desk, state."""
    return (
        Column(
            marked("Receipts", "Number"),
            lambda row: in_digits(row.number, words().digits),
            sort=ReceiptSort.NUMBER.value,
            code=True,
            width=11,
        ),
        Column(
            marked("Receipts", "Household head"),
            lambda row: row.head or tr("Receipts", "not arrived here yet"),
            sort=ReceiptSort.HEAD.value,
            width=20,
        ),
        Column(marked("Receipts", "Handed over"), _items),
        Column(
            marked("Receipts", "Time"),
            lambda row: dates.moment(words(), row.handed_at),
            sort=ReceiptSort.TIME.value,
            width=17,
        ),
        Column(
            marked("Receipts", "Desk"),
            lambda row: in_digits(row.desk, words().digits),
            width=6,
        ),
        Column(marked("Receipts", "State"), _state_text, width=19),
    )


def _items(row: ReceiptRow) -> str:
    return tr("Receipts", ", ").join(_item(given) for given in row.items)


def _item(given: GivenItem) -> str:
    name = name_of(words(), given.item)
    if given.owed and not given.quantity:
        return tr("Receipts", "{item} owed", item=name)
    quantity = amount(words(), given.quantity)
    if given.owed:
        return tr("Receipts", "{quantity} {item}, the rest owed", quantity=quantity, item=name)
    return tr("Receipts", "{quantity} {item}", quantity=quantity, item=name)


def _state_text(row: ReceiptRow) -> str:
    if row.state is ReceiptState.VOIDED:
        reason = void_reason_text(words(), row.void_reason)
        return tr("Receipts", "voided: {reason}", reason=reason)
    return of(STATES[row.state])
