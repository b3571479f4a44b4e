"""Rows of many new people and hand-overs, held until enough of one table go into it together.

Every table has its indexes, and every page that is no longer in the cache must be decrypted again:
rows that are written table by table find the pages of the rows before them.
"""

from sqlalchemy import Connection

from app.db.fresh_rows import Fresh, Rows, write_fresh
from app.db.guard import journalled

HELD = frozenset({"household", "person", "aid_record"})
"""Of these a merge brings very many, and nothing looks at their tables before it settles."""

_MOST = 20_000
"""Rows held at once: some thirty megabytes."""


class PendingRows:
    """What came with a file, or with all files so far; only those of `HELD` wait."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, Rows] = {}
        self._lines: Rows = []

    def add(self, fresh: Fresh) -> None:
        """Writes these rows now or later."""
        rows, lines = fresh
        at_once = [part for part in rows if part[0] not in HELD]
        if at_once:
            write_fresh(self._connection, (at_once, []))
        for kind, found in rows:
            if kind in HELD:
                self._rows.setdefault(kind, []).extend(found)
        self._lines += lines
        if len(self._lines) + sum(map(len, self._rows.values())) > _MOST:
            self.write()

    def take(self, other: "PendingRows") -> None:
        """Holds what the other holds, which has nothing left."""
        self.add(other.taken())

    def write(self) -> None:
        """Writes all that is held."""
        with journalled(self._connection):
            write_fresh(self._connection, self.taken())

    def taken(self) -> Fresh:
        """All that is held, and no longer is."""
        taken = list(self._rows.items()), self._lines
        self._rows, self._lines = {}, []
        return taken
