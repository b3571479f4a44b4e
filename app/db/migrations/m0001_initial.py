"""Schema 1: the journal, the records, and what is derived from them."""

from sqlalchemy import Connection

from app.db.tables import SEARCH_NAME_DDL, metadata


def upgrade(connection: Connection) -> None:
    """Creates every table, and the full-text index that SQLAlchemy knows nothing of."""
    metadata.create_all(connection, checkfirst=False)
    connection.exec_driver_sql(SEARCH_NAME_DDL)
