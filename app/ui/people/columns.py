"""The columns of the two lists; documents are masked, since others look over the shoulder."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from app.domain.dates import age_on
from app.services.people_list import HouseholdLine, PersonLine, Sort
from app.ui.models.paged_table import Column
from app.ui.tr import tr, words
from app.words import dates
from app.words.catalog import marked
from app.words.numbers import in_digits
from app.words.people import relationship_text
from app.words.places import place_name

HOUSEHOLDS: Final[Sequence[Column[HouseholdLine]]] = (
    Column(
        marked("People", "Number"),
        lambda line: in_digits(line.number, words().digits),
        sort=Sort.NUMBER,
        code=True,
        width=10,
    ),
    Column(
        marked("People", "Head of household"),
        lambda line: line.head_name or tr("People", "nobody registered"),
        sort=Sort.NAME,
    ),
    Column(
        marked("People", "Village"),
        lambda line: place_name(words(), line.place) if line.place else "",
        sort=Sort.VILLAGE,
        width=13,
    ),
    Column(
        marked("People", "People"), lambda line: words().number(line.size), number=True, width=5
    ),
    Column(
        marked("People", "Registered"),
        lambda line: dates.numeric_day(words(), line.registered_on) if line.registered_on else "",
        sort=Sort.REGISTERED,
        width=10,
    ),
)


def people_columns(today: Callable[[], date]) -> Sequence[Column[PersonLine]]:
    """The columns of people, whose ages are told on the day that `today` says."""

    def age(line: PersonLine) -> str:
        return words().number(age_on(line.birth, today())) if line.birth else ""

    def standing(line: PersonLine) -> str:
        if not line.active:
            return tr("People", "left")
        return relationship_text(words(), line.relationship)

    return (
        Column(marked("People", "Name"), lambda line: line.name, sort=Sort.NAME),
        Column(marked("People", "Relationship"), standing, width=13),
        Column(marked("People", "Age"), age, number=True, width=4),
        Column(
            marked("People", "Document"),
            lambda line: in_digits(line.masked_id, words().digits),
            code=True,
            width=11,
        ),
        Column(
            marked("People", "Village"),
            lambda line: place_name(words(), line.place) if line.place else "",
            sort=Sort.VILLAGE,
            width=12,
        ),
    )
