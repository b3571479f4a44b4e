"""Schema 1: the journal, the records, and what is derived from them."""

from sqlalchemy import Connection

from app.db.tables import metadata


def upgrade(connection: Connection) -> None:
    """Creates every table."""
    metadata.create_all(connection, checkfirst=False)
