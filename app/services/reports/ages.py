"""Ages in the database: by text that sorts like a day."""

from typing import Final

from sqlalchemy import ColumnElement, case, func

from app.db.tables import Person, table_of
from app.domain.dates import Precision

_PERSON: Final = table_of(Person)


def born_by() -> ColumnElement[str]:
    """The last day on which a person may be born, as text that sorts like a day."""
    born, precision = _PERSON.c.birth_date, _PERSON.c.birth_precision
    return case(
        (precision == Precision.MONTH, func.substr(born, 1, 7) + "-31"),
        (precision == Precision.YEAR, func.substr(born, 1, 4) + "-12-31"),
        else_=born,
    )
