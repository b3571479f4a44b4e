"""Changes as the driver takes them, made without looking at the store: so another process can make
them while this one writes.

A record that one of the changes makes, and no other of them touches, has its row here too: whether
anything is known of the record already is asked when they are appended.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any, Final, NamedTuple

from app.db.fresh_rows import FRESH_KINDS, Fresh, fresh_rows, without
from app.db.tables import journal
from app.domain.journal.change import Change

Row = tuple[Any, ...]

_NAMES: Final = [column.name for column in journal.c if column.name != "position"]
HASH: Final = _NAMES.index("hash")
RECORD_TYPE: Final = _NAMES.index("record_type")
RECORD_ID: Final = _NAMES.index("record_id")
SALT: Final = _NAMES.index("salt")
FIELDS: Final = _NAMES.index("fields")
_VERSION: Final = _NAMES.index("version")
_VOID: Final = b'"void"'


class Incoming(NamedTuple):
    """Some changes; all values are plain.

    `rows` are the journal's but for their position, with version 1 where a record's row is in
    `fresh`; `made` are the ids of those records. `groups` say by whom the changes are, and
    `alone` which (by hash) do something that depends on more than that.
    """

    rows: list[Row]
    made: list[str]
    fresh: Fresh
    groups: list[Row]
    alone: list[Row]

    def but(self, known: Collection[str]) -> "Incoming":
        """Without the rows of records that are known already."""
        if not known:
            return self
        rows = [
            (*row[:_VERSION], None, *row[_VERSION + 1 :])
            if row[_VERSION] is not None and row[RECORD_ID] in known
            else row
            for row in self.rows
        ]
        return self._replace(rows=rows, fresh=without(self.fresh, known))

    @property
    def all_fresh(self) -> bool:
        """Whether nothing of it is to be folded."""
        return all(row[_VERSION] is not None for row in self.rows)


def incoming(changes: Sequence[Change]) -> Incoming:
    """What is appended of these changes."""
    fresh = _made_once(changes)
    return Incoming(
        rows=[_row(change, fresh=change.hash in fresh) for change in changes],
        made=[change.record_id for change in fresh.values()],
        fresh=fresh_rows(fresh.values()),
        groups=sorted({(one.device_id, one.actor, one.grant, one.record_type) for one in changes}),
        alone=[(one.hash,) for one in changes if one.fields is not None and _VOID in one.fields],
    )


def _made_once(changes: Sequence[Change]) -> dict[bytes, Change]:
    """The changes that each make a record which no other of them makes."""
    made = [one for one in changes if not one.base and one.record_type in FRESH_KINDS]
    times = Counter(one.record_id for one in made)
    return {one.hash: one for one in made if one.fields is not None and times[one.record_id] == 1}


def _row(change: Change, *, fresh: bool) -> Row:
    """A record's only change is its first version."""
    return (
        change.hash,
        change.device_id,
        change.seq,
        change.prev_hash,
        change.record_type,
        change.record_id,
        b"".join(change.base),
        change.payload_hash,
        change.salt,
        change.fields,
        change.actor,
        change.grant,
        change.recorded_at,
        1 if fresh else None,
        0,
    )
