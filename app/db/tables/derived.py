"""Tables that are recomputed from records and can be dropped at any time."""

from sqlalchemy import Column, Index, Integer, Table, Text, text

from app.db.tables.journal import metadata

aid_line = Table(
    "aid_line",
    metadata,
    Column("id", Text, primary_key=True, comment="the aid record's id, '.', the line's number"),
    Column("aid_record_id", Text, nullable=False),
    Column("convoy_id", Text, nullable=False),
    Column("desk_id", Text),
    Column("organisation_id", Text),
    Column("household_id", Text, nullable=False),
    Column("person_id", Text, comment="of a per-person rule"),
    Column("item_id", Text, nullable=False),
    Column("campaign_id", Text),
    Column("rule_id", Text),
    Column("quantity", Integer, nullable=False, comment="thousandths"),
    Column("ration", Integer, nullable=False, comment="thousandths"),
    Column("answer", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("owed", Integer, nullable=False),
    Column("day", Text, nullable=False),
    Column("voided", Integer, nullable=False),
    Index("ix_aid_line_record", "aid_record_id", "rule_id", "quantity", "day", "organisation_id"),
    Index(
        "ix_aid_line_reason",
        "convoy_id",
        "desk_id",
        "day",
        "organisation_id",
        "voided",
        "reason",
        "aid_record_id",
        sqlite_where=text("reason <> ''"),
    ),
    Index("ix_aid_line_person", "person_id", "item_id", sqlite_where=text("person_id IS NOT NULL")),
    Index(
        "ix_aid_line_household",
        "household_id",
        "aid_record_id",
        "organisation_id",
        "campaign_id",
        "day",
        "convoy_id",
        "item_id",
        "voided",
        "quantity",
    ),
    Index(
        "ix_aid_line_stock",
        "convoy_id",
        "item_id",
        "desk_id",
        "organisation_id",
        "day",
        "voided",
        "quantity",
    ),
)
"""The lines of aid records, one row each, as reports and entitlement read them. The indexes hold
all that reports over the whole store ask for, so that these never touch the rows themselves."""


place = Table(
    "place",
    metadata,
    Column("id", Text, primary_key=True, comment="P-code, or the id of a local village"),
    Column(
        "level", Integer, nullable=False, comment="1 governorate, 2 district, 3 village, 4 hamlet"
    ),
    Column("parent_id", Text, nullable=False, index=True),
    Column("name_ar", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("selectable", Integer, nullable=False),
    Column("official", Integer, nullable=False, comment="1 from the resources, 0 from a record"),
)
"""Official places from the resources and local villages, so that SQL can name and sort them."""
