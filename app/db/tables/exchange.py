"""What this laptop knows about files: whom to trust, chains' ends, what came and went."""

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from app.db.tables.journal import metadata

trusted_workspace = Table(
    "trusted_workspace",
    metadata,
    Column("workspace_id", Text, primary_key=True, comment="the only row"),
    Column("public_key", LargeBinary, nullable=False),
    Column("recovery_recipient", Text, nullable=False),
)
"""The workspace that this store was founded for or joined: no file can change it."""

signed_head = Table(
    "signed_head",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("device_id", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Index("ix_signed_head_device", "device_id", "seq"),
)
"""Ends of chains as their devices signed them, so that a chain can be passed on."""

acknowledged = Table(
    "acknowledged",
    metadata,
    Column("origin", Text, primary_key=True, comment="the coordinator's laptop that said so"),
    Column("device_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""How much of each chain each coordinator keeps, in a backup too."""

import_log = Table(
    "import_log",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("digest", Text, nullable=False, index=True, comment="SHA-256 of the file"),
    Column("file", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("new", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Column("quarantined", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("merge_no", Integer, nullable=False, server_default="0", comment="files of one merge"),
    Column("after", Integer, nullable=False, server_default="0", comment="journal before the file"),
    Column("until", Integer, nullable=False, server_default="0", comment="journal after the file"),
)
"""Every file that a merge looked at."""

kept_head = Table(
    "kept_head",
    metadata,
    Column("device_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False),
)
"""Where a chain goes on whose changes were wiped here after a coordinator took them in."""

told_skipped = Table(
    "told_skipped",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("origin", Text, nullable=False, comment="the coordinator's laptop that said so"),
    Column("skipped", Integer, nullable=False, comment="why, as in the journal"),
)
"""Changes that a coordinator judged to set nothing, for a laptop that sees parts of chains."""

told_until = Table(
    "told_until",
    metadata,
    Column("device_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
)
"""How far each chain was known to the coordinator who said so."""

given_by_others = Table(
    "given_by_others",
    metadata,
    Column("digest", LargeBinary, primary_key=True, comment="keyed digest of an identity"),
    Column("kind", Text, primary_key=True, comment="kind of aid item"),
    Column("month", Text, primary_key=True, comment="YYYY-MM"),
    Column("organisation_id", Text, primary_key=True, comment="or another workspace's own name"),
    Column("key_name", Text, primary_key=True, comment="shared key; empty: the convoy's"),
)
"""What other organisations say they gave, to whom only the holder of the key can tell."""

shared_key = Table(
    "shared_key",
    metadata,
    Column("name", Text, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
    Column("since", Integer, nullable=False),
)
"""Keys agreed on with other organisations; they stay on this laptop."""
