"""People as the search index holds them, read for comparing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select

from app.db.streaming import streamed
from app.db.tables import VILLAGE_SHIFT, search_person, search_village

_CHUNK = 500
_PERSON = search_person.c
_COLUMNS = (
    _PERSON.place_row,
    _PERSON.person_id,
    _PERSON.household_id,
    _PERSON.name_key,
    _PERSON.document_key,
    _PERSON.facts,
)

_AT = select(*_COLUMNS).where(_PERSON.place_row.in_(bindparam("rows", expanding=True)))


Compared = tuple[str, str, str, str]
"""Name, document, facts and village, as `prepare_packed` takes them."""


class Indexed(NamedTuple):
    """One person: who, of which household, and what is compared, folded."""

    person_id: str
    household_id: str
    name: str
    document: str
    facts: str
    village: str

    @property
    def compared(self) -> Compared:
        """What is compared alone: cheap to hand over to another process."""
        return self[2:]


def everybody(connection: Connection) -> dict[int, Indexed]:
    """All people by the numbers of their rows."""
    villages = _villages(connection)
    found = streamed(connection, select(*_COLUMNS).order_by(_PERSON.place_row))
    # Members of a household lie together: one text for all of them saves a third of the memory.
    people: dict[int, Indexed] = {}
    last = ""
    for row, person_id, household, name, document, facts in found:
        last = household if household != last else last
        village = villages[row >> VILLAGE_SHIFT]
        people[row] = Indexed(person_id, last, name, document or "", facts, village)
    return people


def people_at(connection: Connection, rows: Collection[int]) -> dict[int, Indexed]:
    """The people with these row numbers."""
    people: dict[int, Indexed] = {}
    if not rows:
        return people
    villages = _villages(connection, {row >> VILLAGE_SHIFT for row in rows})
    for chosen in _chunks(sorted(rows)):
        found = connection.execute(_AT, {"rows": list(chosen)})
        for row, person_id, household, name, document, facts in found:
            village = villages[row >> VILLAGE_SHIFT]
            people[row] = Indexed(person_id, household, name, document or "", facts, village)
    return people


def rows_of(connection: Connection, people: Iterable[str]) -> Iterator[int]:
    """The row numbers of people by their ids."""
    for chosen in _chunks(sorted(people)):
        yield from connection.scalars(
            select(_PERSON.place_row).where(_PERSON.person_id.in_(chosen))
        )


def _villages(connection: Connection, chosen: Collection[int] = ()) -> dict[int, str]:
    """The villages by their numbers: all, or a few."""
    table = search_village.c
    query = select(table.number, table.village_id)
    if 0 < len(chosen) <= _CHUNK:
        query = query.where(table.number.in_(sorted(chosen)))
    return {row.number: row.village_id for row in connection.execute(query)}


def _chunks(values: Sequence[str] | Sequence[int]) -> Iterator[Sequence[str] | Sequence[int]]:
    for start in range(0, len(values), _CHUNK):
        yield values[start : start + _CHUNK]
