"""The columns of the list of laptops, and of people."""

from app.services.team.laptops import Laptop
from app.services.users import UserLine
from app.ui.laptops.texts import LOOKS, heard_day, state_text
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.words.catalog import marked
from app.words.joined import joined
from app.words.numbers import in_digits
from app.words.roles import ROLES

_STATE = 4


def laptops_model() -> ListTableModel[Laptop]:
    """One row a laptop."""
    return ListTableModel(
        (
            Column(marked("Laptops", "Laptop"), lambda one: one.name, width=14),
            Column(marked("Laptops", "Desk"), lambda one: in_digits(one.desk, words().digits)),
            Column(
                marked("Laptops", "Role"),
                lambda one: of(ROLES[one.role]) if one.role else "",
                width=10,
            ),
            Column(marked("Laptops", "Last file"), heard_day, width=14),
            Column(marked("Laptops", "State"), state_text, width=14),
        ),
        RowLook(lambda one: None if one.own else LOOKS[one.state], column=_STATE),
    )


def people_model() -> ListTableModel[UserLine]:
    """One row a person."""
    return ListTableModel(
        (
            Column(marked("Laptops", "Name"), lambda one: one.name),
            Column(
                marked("Laptops", "Role"),
                lambda one: of(ROLES[one.role]) if one.role else tr("Laptops", "ended"),
                width=14,
            ),
            Column(
                marked("Laptops", "Laptops"),
                lambda one: joined(words(), one.laptops),
                width=30,
            ),
        ),
        RowLook(lambda one: None if one.role else State.NOT_ELIGIBLE, column=1),
    )
