"""Who and what is meant by a text on the command line."""

from sqlalchemy import or_, select

from app.db.store import Store
from app.db.tables import Household, Organisation, Person, table_of
from app.domain.digits import to_ascii_digits
from app.domain.names import normalise
from app.errors import HouseholdNotFound, OrganisationNotFound, WhoUnclear

_HOUSEHOLD = table_of(Household)
_PERSON = table_of(Person)


def organisation_called(store: Store, text: str) -> str:
    """The id of the organisation with this id or either name. Raises OrganisationNotFound."""
    wanted = normalise(text)
    table = table_of(Organisation)
    with store.read() as session:
        rows = session.connection().execute(select(table.c.id, table.c.name_ar, table.c.name_en))
        found = [
            row.id
            for row in rows
            if row.id == text or wanted in (normalise(row.name_ar), normalise(row.name_en))
        ]
    if len(found) != 1:
        raise OrganisationNotFound(name=text)
    return str(found[0])


def who_is_meant(store: Store, text: str) -> tuple[str, str | None]:
    """A household's id, and a person's where one was named: by an id, a household's number, or the
    number of a document. Raises HouseholdNotFound, WhoUnclear."""
    wanted = to_ascii_digits(text).strip()
    homes = select(_HOUSEHOLD.c.id).where(
        or_(_HOUSEHOLD.c.id == wanted, _HOUSEHOLD.c.number == wanted)
    )
    people = select(_PERSON.c.household_id, _PERSON.c.id).where(
        or_(_PERSON.c.id == wanted, _PERSON.c.document_no == wanted)
    )
    with store.read() as session:
        connection = session.connection()
        found: list[tuple[str, str | None]] = [(home, None) for home in connection.scalars(homes)]
        if not found:
            found = [(row[0], row[1]) for row in connection.execute(people)]
    if not found:
        raise HouseholdNotFound
    if len(found) > 1:
        raise WhoUnclear(text=text)
    return found[0]
