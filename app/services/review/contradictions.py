"""People, or households, that verdicts make one though another verdict says they are not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlmodel import Session

from app.db.clusters import HOUSEHOLDS, PEOPLE, Clusters
from app.db.store import Store
from app.services.review.authors import Authors
from app.services.review.titles import Title, titles_of

DIFFERENT: Final = "different"
_KINDS: Final[tuple[tuple[str, Clusters], ...]] = (("person", PEOPLE), ("household", HOUSEHOLDS))


@dataclass(frozen=True)
class Contradiction:
    """`one` and `other` were judged different by the verdict `verdict_id`, and yet `members`, both
    of them among these, are joined by others. `kind` is person or household; `at` in milliseconds,
    UTC."""

    kind: str
    verdict_id: str
    one: Title
    other: Title
    members: tuple[Title, ...]
    note: str
    at: int
    by: str


def contradictions(store: Store) -> tuple[Contradiction, ...]:
    """All that stand; taking back the verdict, or one that joins the two, ends one."""
    with store.read() as session:
        return tuple(one for kind, clusters in _KINDS for one in _found(session, kind, clusters))


def contradiction_count(session: Session) -> int:
    """How many stand."""
    counts = (
        select(func.count()).select_from(_standing(clusters).subquery()) for _, clusters in _KINDS
    )
    return sum(int(session.connection().scalar(query) or 0) for query in counts)


def _standing(clusters: Clusters) -> Select[Any]:
    """The verdicts that say different of two who are joined, with both and their canonical id."""
    table, verdict = clusters.table, clusters.verdict
    one, other = table.alias("one"), table.alias("other")
    return (
        select(
            verdict,
            verdict.c[clusters.one].label("first"),
            verdict.c[clusters.other].label("second"),
            one.c.canonical_id,
        )
        .join(one, one.c[clusters.member] == verdict.c[clusters.one])
        .join(other, other.c[clusters.member] == verdict.c[clusters.other])
        .where(verdict.c.decision == DIFFERENT, one.c.canonical_id == other.c.canonical_id)
        .order_by(verdict.c.id)
    )


def _found(session: Session, kind: str, clusters: Clusters) -> Iterator[Contradiction]:
    connection, table = session.connection(), clusters.table
    users = Authors(session).users
    for row in connection.execute(_standing(clusters)).all():
        of_group = select(table.c[clusters.member]).where(table.c.canonical_id == row.canonical_id)
        members = sorted(connection.scalars(of_group))
        titles = titles_of(session, ((kind, member) for member in members))
        yield Contradiction(
            kind=kind,
            verdict_id=row.id,
            one=titles[kind, row.first],
            other=titles[kind, row.second],
            members=tuple(titles[kind, member] for member in members),
            note=row.note,
            at=row.decided_at or 0,
            by=users.get(row.decided_by, ""),
        )
