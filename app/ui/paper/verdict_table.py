"""The receipts of a scanned pile, one a line."""

from typing import Final

from app.services.verifying.checked import Checked
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.paper.verdict_card import LOOKS
from app.ui.tr import tr, words
from app.words import dates
from app.words.catalog import marked
from app.words.numbers import in_digits
from app.words.verifying import lines_text, state_text

_STATE: Final = 4

LOOK: Final[RowLook[Checked]] = RowLook(lambda one: LOOKS[one.state], column=_STATE)


def columns() -> tuple[Column[Checked], ...]:
    """Number, head, items, time, state."""
    return (
        Column(
            marked("Receipts", "Number"),
            lambda one: in_digits(one.number, words().digits),
            code=True,
            width=11,
        ),
        Column(
            marked("Receipts", "Household head"),
            lambda one: one.household_head or tr("Receipts", "not arrived here yet"),
            width=20,
        ),
        Column(marked("Receipts", "Handed over"), lambda one: lines_text(words(), one.lines)),
        Column(
            marked("Receipts", "Time"),
            lambda one: dates.moment(words(), one.handed_at),
            width=17,
        ),
        Column(
            marked("Receipts", "State"),
            lambda one: state_text(words(), one.state.value),
            width=26,
        ),
    )
