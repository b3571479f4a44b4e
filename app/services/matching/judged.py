"""What people have said of pairs: every verdict that stands, those first that contradict others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, Select, func, literal, select, union_all
from sqlmodel import Session

from app.db.clusters import HOUSEHOLDS, PEOPLE, SAME, Clusters
from app.db.store import Store
from app.db.tables import Person, table_of
from app.services.matching.verdicts import Verdict, pair_id
from app.services.review.authors import Authors
from app.services.review.contradictions import standing
from app.services.review.titles import Record, Title, titles_of

PAGE: Final = 200
PERSON, HOUSEHOLD = "person", "household"
_KINDS: Final[Mapping[str, Clusters]] = {PERSON: PEOPLE, HOUSEHOLD: HOUSEHOLDS}
_PERSON: Final = table_of(Person)


@dataclass(frozen=True)
class Said:
    """A verdict on two people or two households (`kind`), `at` in milliseconds, UTC."""

    kind: str
    one: Title
    other: Title
    verdict: Verdict
    note: str
    at: int
    by: str

    @property
    def key(self) -> tuple[str, str, str]:
        """The kind and both ids, the smaller first."""
        return self.kind, self.one.record_id, self.other.record_id


@dataclass(frozen=True)
class Judged:
    """A verdict with what stands beside it. `against` are the verdicts that make two one of whom
    this one says that they are two. `apart` are the households of two people who are one, while
    nobody has judged the households."""

    said: Said
    against: tuple[Said, ...]
    apart: tuple[str, str] | None


@dataclass(frozen=True)
class JudgedPairs:
    """Some of the verdicts; `total` counts all."""

    total: int
    verdicts: tuple[Judged, ...]


def judged_pairs(store: Store, *, start: int = 0, count: int = PAGE) -> JudgedPairs:
    """The verdicts from number `start` on: those that contradict others, then the latest."""
    with store.read() as session:
        connection = session.connection()
        against = {
            (kind, row.id)
            for kind, clusters in _KINDS.items()
            for row in connection.execute(standing(clusters)).all()
        }
        every = union_all(*(_verdicts(kind) for kind in _KINDS)).subquery()
        contradicts = every.c.id.in_([verdict_id for _, verdict_id in against])
        order = contradicts.desc(), every.c.decided_at.desc(), every.c.id
        rows = connection.execute(select(every).order_by(*order).offset(start).limit(count)).all()
        total = connection.scalar(select(func.count()).select_from(every)) or 0
        joins = {
            key: _joins(session, row) for row in rows if (key := (row.kind, row.id)) in against
        }
        told = _Told(session, [*rows, *(join for found in joins.values() for join in found)])
        return JudgedPairs(
            total,
            tuple(
                Judged(
                    said=told.of(row),
                    against=tuple(told.of(join) for join in joins.get((row.kind, row.id), ())),
                    apart=_apart(session, row),
                )
                for row in rows
            ),
        )


def _verdicts(kind: str) -> Select[Any]:
    clusters = _KINDS[kind]
    verdict = clusters.verdict.c
    return select(
        literal(kind).label("kind"),
        verdict.id,
        verdict[clusters.one].label("one"),
        verdict[clusters.other].label("other"),
        verdict.decision,
        verdict.note,
        verdict.decided_at,
        verdict.decided_by,
    ).where(verdict.decision.in_((Verdict.SAME, Verdict.DIFFERENT)))


def _joins(session: Session, row: Row[Any]) -> Sequence[Row[Any]]:
    """The verdicts that hold together the group in which both are."""
    clusters = _KINDS[row.kind]
    table, verdict = clusters.table, clusters.verdict.c
    group = select(table.c.canonical_id).where(table.c[clusters.member] == row.one)
    members = select(table.c[clusters.member]).where(table.c.canonical_id.in_(group))
    one, other = verdict[clusters.one], verdict[clusters.other]
    query = _verdicts(row.kind).where(
        verdict.decision == SAME, one.in_(members), other.in_(members)
    )
    return session.connection().execute(query.order_by(verdict.id)).all()


def _apart(session: Session, row: Row[Any]) -> tuple[str, str] | None:
    """The two households of people judged one, where no verdict speaks of those."""
    if row.kind != PERSON or row.decision != SAME:
        return None
    query = select(_PERSON.c.household_id).where(_PERSON.c.id.in_((row.one, row.other)))
    homes = sorted(set(session.connection().scalars(query)))
    if len(homes) != 2:
        return None
    if homes[1] in HOUSEHOLDS.aliases(session.connection(), homes[:1]):
        return None
    verdict = HOUSEHOLDS.verdict.c
    spoken = select(verdict.id).where(
        verdict.id == pair_id(*homes), verdict.decision == Verdict.DIFFERENT
    )
    return None if session.connection().scalar(spoken) else (homes[0], homes[1])


class _Told:
    """Rows with the names of whom they are about, and of who judged."""

    def __init__(self, session: Session, rows: Iterable[Row[Any]]) -> None:
        named: set[Record] = {(row.kind, one) for row in rows for one in (row.one, row.other)}
        self._titles = titles_of(session, named)
        self._users = Authors(session).users

    def of(self, row: Row[Any]) -> Said:
        return Said(
            kind=row.kind,
            one=self._titles[row.kind, row.one],
            other=self._titles[row.kind, row.other],
            verdict=Verdict(row.decision),
            note=row.note,
            at=row.decided_at or 0,
            by=self._users.get(row.decided_by, ""),
        )
