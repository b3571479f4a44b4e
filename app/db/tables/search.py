"""The search index: folded keys of people and households, and where their villages lie in it.

Rows are numbered by village: `place_row` is the village's number in its upper bits and a count in
its lower ones. So every index, the full-text one too, can be asked about some villages only, and
what it finds says by its number alone whether it is of today's convoy.
"""

from sqlalchemy import Column, Index, Integer, Table, Text

from app.db.tables.journal import metadata
from app.domain.matching.keys import Keys

VILLAGE_SHIFT = 26
"""Bits below the village's number: 67 million rows a village; the whole fits in six bytes."""

MATCH_KEYS = Keys._fields
"""Columns of `search_person` under which people are looked up who may be one."""

search_village = Table(
    "search_village",
    metadata,
    Column("number", Integer, primary_key=True, comment="in order of arrival here; local"),
    Column("village_id", Text, nullable=False, unique=True),
)

search_person = Table(
    "search_person",
    metadata,
    Column("place_row", Integer, primary_key=True, comment="village number << 26 | count; local"),
    Column("person_id", Text, nullable=False, unique=True),
    Column("household_id", Text, nullable=False),
    Column("name_key", Text, nullable=False, index=True),
    Column("document_key", Text),
    Column("document_tail", Text, comment="the key backwards"),
    Column("phone_key", Text),
    Column("facts", Text, nullable=False, comment="what else is compared, as match_rows packs it"),
    *(Column(name, Integer, comment="a key of app.domain.matching.keys") for name in MATCH_KEYS),
)

search_household = Table(
    "search_household",
    metadata,
    Column("place_row", Integer, primary_key=True, comment="village number << 26 | count; local"),
    Column("household_id", Text, nullable=False, unique=True),
    Column("number_key", Text, nullable=False, index=True),
    Column("number_tail", Text),
    Column("number_order", Text, nullable=False, index=True),
    Column("phone_key", Text),
    Column("head_id", Text, comment="the head, or the first member; null while nobody is known"),
    Column("name_key", Text, nullable=False, index=True, comment="the head's"),
    Column("size", Integer, nullable=False),
)

# Half of a register has no document and most have no phone: only what is there is indexed.
for _table, _names in (
    (search_person, ("document_key", "document_tail", "phone_key", *MATCH_KEYS)),
    (search_household, ("number_tail", "phone_key")),
):
    for _name in _names:
        _column = _table.c[_name]
        Index(f"ix_{_table.name}_{_name}", _column, sqlite_where=_column.is_not(None))

# The tokeniser is `ascii` because names are normalised before: every letter beyond ASCII belongs
# to its word, whatever Unicode's version. Prefix lists of up to seven letters (إبراهيم, عبدالله)
# make any beginning a single walk; a longer one is rare enough to be gathered. Without positions
# they take 40 bytes a person. The text itself stays in `search_person`.
SEARCH_NAME_DDL = (
    "CREATE VIRTUAL TABLE search_name USING fts5("
    "name_key, content='search_person', content_rowid='place_row', "
    "tokenize='ascii', prefix='1 2 3 4 5 6 7', detail='none', columnsize=0)"
)
