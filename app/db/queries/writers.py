"""Who wrote a record first, as the journal says."""

from sqlalchemy import select
from sqlmodel import Session

from app.db.tables import Replicated, User, journal, spec_of, table_of


def writers_of(session: Session, model: type[Replicated]) -> dict[str, str]:
    """The name of the user who made each record of a type, by the record's id."""
    user = table_of(User)
    query = (
        select(journal.c.record_id, user.c.name)
        .join(user, user.c.id == journal.c.actor)
        .where(journal.c.record_type == spec_of(model).record_type, journal.c.version == 1)
    )
    return {row[0]: row[1] for row in session.connection().execute(query)}
