"""The journal itself, and what this laptop is in it."""

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlmodel import SQLModel

from app.domain.journal.rights import SAFETY

metadata: MetaData = SQLModel.metadata

IS_SAFETY = text("record_type IN ({})".format(", ".join(f"'{kind}'" for kind in sorted(SAFETY))))
"""The condition of the index of safety records, to the letter: SQLite uses it for no other."""

journal = Table(
    "journal",
    metadata,
    Column("position", Integer, primary_key=True, comment="order of arrival here; local"),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("device_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("prev_hash", LargeBinary, nullable=False),
    Column("record_type", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("base", LargeBinary, nullable=False, comment="32-byte hashes, sorted, joined"),
    Column("payload_hash", LargeBinary, nullable=False),
    Column("salt", LargeBinary),
    Column("fields", LargeBinary, comment="as first written; null once erased"),
    Column("actor", Text, nullable=False),
    Column("grant", LargeBinary, nullable=False),
    Column("recorded_at", Integer, nullable=False),
    Column("version", Integer, comment="derived; null while held"),
    Column("skipped", Integer, nullable=False, server_default="0", comment="derived"),
    Index("ix_journal_chain", "device_id", "seq"),
    Index("ix_journal_record", "record_id", "record_type"),
    Index("ix_journal_hash_only", "record_id", sqlite_where=text("fields IS NULL")),
    Index("ix_journal_safety", "record_type", sqlite_where=IS_SAFETY),
    Index("ix_journal_held", "position", sqlite_where=text("version IS NULL")),
    Index("ix_journal_skipped", "skipped", sqlite_where=text("skipped <> 0")),
)

own_device = Table(
    "own_device",
    metadata,
    Column("position", Integer, primary_key=True, comment="the highest is the one that writes"),
    Column("device_id", Text, nullable=False, unique=True),
    Column("private_key", LargeBinary, nullable=False),
    Column("since", Integer, nullable=False),
    Column("user_id", Text, nullable=False, comment="who works on it when it opens"),
    Column("grant", LargeBinary, nullable=False),
)
