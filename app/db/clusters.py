"""Who is one with whom: people and households joined by verdicts, recomputed from all of them.

Only the groups that a touched verdict belongs to are gathered again.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    or_,
    select,
)

from app.db.tables import (
    HouseholdVerdict,
    PersonVerdict,
    same_household,
    same_person,
    table_of,
)
from app.domain.components import canonical_of

SAME = "same"
_CHUNK = 500
_MOST_AT_ONCE = 500
"""Beyond so many verdicts, all groups are gathered."""


@dataclass(frozen=True)
class Clusters:
    """A table of groups, with the verdicts that make them and the names of their columns."""

    verdict: Table
    one: str
    other: str
    table: Table
    member: str

    def refresh(self, connection: Connection, verdict_ids: Iterable[str]) -> set[str]:
        """Brings the groups of these verdicts up to date; returns everybody whose group may have
        changed."""
        ids = sorted(verdict_ids)
        named: set[str] = set()
        if len(ids) <= _MOST_AT_ONCE:
            query = select(self._a, self._b).where(self.verdict.c.id.in_(ids))
            rows = connection.execute(query).all()
            if len(rows) == len(ids):
                named = {one for row in rows for one in row}
        if ids and not named:  # a verdict that is gone no longer says about whom it was
            return self.rebuild(connection)
        members = self._groups_of(connection, named)
        pairs, members = self._pairs_around(connection, members)
        for chosen in _chunks(members):
            connection.execute(delete(self.table).where(self.table.c[self.member].in_(chosen)))
        self._add(connection, canonical_of(pairs))
        return members

    def rebuild(self, connection: Connection) -> set[str]:
        """Gathers all groups; returns everybody who is, or was, in one."""
        before = set(connection.scalars(select(self.table.c[self.member])))
        connection.execute(delete(self.table))
        fresh = self._fresh(connection)
        self._add(connection, fresh)
        return before | fresh.keys()

    def differences(self, connection: Connection) -> Iterator[str]:
        """Those whose group is not the one that the verdicts make; nothing is changed."""
        kept = {
            row[0]: row[1]
            for row in connection.execute(
                select(self.table.c[self.member], self.table.c.canonical_id)
            )
        }
        fresh = self._fresh(connection)
        for one in sorted(kept.keys() | fresh.keys()):
            if kept.get(one) != fresh.get(one):
                yield one

    def aliases(self, connection: Connection, ids: Collection[str]) -> dict[str, str]:
        """Everybody who is one with one of these → that one (the smallest, of several)."""
        found = {one: one for one in ids}
        rows = connection.execute(self._together, {"ids": sorted(ids)})
        for other, one in sorted((row[0], row[1]) for row in rows):
            found.setdefault(other, one)
        return found

    @cached_property
    def _together(self) -> Select[Any]:
        """Put together once: for each family that would take longer than asking."""
        one, other = self.table.alias("one"), self.table.alias("other")
        return (
            select(other.c[self.member], one.c[self.member])
            .join(other, other.c.canonical_id == one.c.canonical_id)
            .where(one.c[self.member].in_(bindparam("ids", expanding=True)))
        )

    @property
    def _a(self) -> ColumnElement[str]:
        return self.verdict.c[self.one]

    @property
    def _b(self) -> ColumnElement[str]:
        return self.verdict.c[self.other]

    def _fresh(self, connection: Connection) -> dict[str, str]:
        query = select(self._a, self._b).where(self.verdict.c.decision == SAME)
        return canonical_of((row[0], row[1]) for row in connection.execute(query))

    def _groups_of(self, connection: Connection, named: set[str]) -> set[str]:
        """Everybody in the same group as any of these, as noted until now."""
        found = set(named)
        table = self.table
        for chosen in _chunks(named):
            groups = select(table.c.canonical_id).where(table.c[self.member].in_(chosen))
            query = select(table.c[self.member]).where(table.c.canonical_id.in_(groups))
            found |= set(connection.scalars(query))
        return found

    def _pairs_around(
        self, connection: Connection, members: set[str]
    ) -> tuple[set[tuple[str, str]], set[str]]:
        """The pairs that connect these to each other and to anybody else, and all of those."""
        pairs: set[tuple[str, str]] = set()
        found, unseen = set(members), set(members)
        while unseen:
            reached: set[str] = set()
            for chosen in _chunks(unseen):
                query = select(self._a, self._b).where(
                    self.verdict.c.decision == SAME,
                    or_(self._a.in_(chosen), self._b.in_(chosen)),
                )
                for row in connection.execute(query):
                    pairs.add((row[0], row[1]))
                    reached |= {row[0], row[1]}
            unseen = reached - found
            found |= reached
        return pairs, found

    def _add(self, connection: Connection, groups: Mapping[str, str]) -> None:
        rows = [{self.member: one, "canonical_id": least} for one, least in groups.items()]
        if rows:
            connection.execute(insert(self.table), rows)


PEOPLE: Final = Clusters(table_of(PersonVerdict), "person_a", "person_b", same_person, "person_id")
HOUSEHOLDS: Final = Clusters(
    table_of(HouseholdVerdict), "household_a", "household_b", same_household, "household_id"
)


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
