"""A made-up register written straight into the tables of a store, and indexed."""

from itertools import groupby

from sqlalchemy import insert

from app.db import search_index
from app.db.guard import journalled
from app.db.store import Store
from app.db.tables import Household, Person, table_of
from tests.support.people.register import Register
from tests.support.people.writing import Entry

_BATCH = 20_000


def write_into(store: Store, register: Register) -> None:
    """Fills an empty store; ids are those of the register."""
    homes = [
        {
            "id": household,
            "number": f"417-{number:05d}",
            "village_id": entries[0].village,
            "phone": entries[0].phone,
            "categories": frozenset(),
        }
        for number, (household, entries) in enumerate(_households(register.entries), 1)
    ]
    people = [_person(entry) for entry in register.entries]
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        for model, rows in ((Household, homes), (Person, people)):
            for start in range(0, len(rows), _BATCH):
                connection.execute(insert(table_of(model)), rows[start : start + _BATCH])
        search_index.rebuild(connection)


def _households(entries: list[Entry]) -> list[tuple[str, list[Entry]]]:
    return [
        (household, list(group))
        for household, group in groupby(entries, key=lambda entry: entry.household)
    ]


def _person(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.id,
        "household_id": entry.household,
        "name": entry.name,
        "sex": entry.sex,
        "birth_date": entry.birth_date or None,
        "birth_precision": entry.birth_precision,
        "document_type": "national_id" if entry.national_id else "none",
        "document_no": entry.national_id or "not_here",
        "relationship": entry.relationship,
        "categories": frozenset(),
    }
