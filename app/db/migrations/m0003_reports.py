"""Schema 3: indexes that hold all that reports over a million hand-overs ask for, so that these
never touch the rows themselves."""

from sqlalchemy import Connection

STATEMENTS = (
    """
DROP INDEX ix_person_household_id
    """,
    """
CREATE INDEX ix_person_household ON person (
    household_id, active, sex, birth_date, birth_precision
)
    """,
    """
DROP INDEX ix_aid_record_convoy_id
    """,
    """
CREATE INDEX ix_aid_record_convoy ON aid_record (
    convoy_id, desk_id, day, voided, void_reason
)
    """,
    """
DROP INDEX ix_aid_line_aid_record_id
    """,
    """
CREATE INDEX ix_aid_line_record ON aid_line (
    aid_record_id, rule_id, quantity, day, organisation_id
)
    """,
    """
CREATE INDEX ix_aid_line_reason ON aid_line (
    convoy_id, desk_id, day, organisation_id, voided, reason, aid_record_id
) WHERE reason <> ''
    """,
)


def upgrade(connection: Connection) -> frozenset[str]:
    """Makes the indexes; no record is folded anew."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    return frozenset()
