"""People, or households, that verdicts make one though another verdict says they are not."""

from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlmodel import Session

from app.db.clusters import HOUSEHOLDS, PEOPLE, Clusters

_DIFFERENT: Final = "different"


def standing(clusters: Clusters) -> Select[Any]:
    """The ids of the verdicts that say different of two who are joined all the same; taking back
    the verdict, or one that joins the two, ends it."""
    table, verdict = clusters.table, clusters.verdict
    one, other = table.alias("one"), table.alias("other")
    return (
        select(verdict.c.id)
        .join(one, one.c[clusters.member] == verdict.c[clusters.one])
        .join(other, other.c[clusters.member] == verdict.c[clusters.other])
        .where(verdict.c.decision == _DIFFERENT, one.c.canonical_id == other.c.canonical_id)
    )


def contradiction_count(session: Session) -> int:
    """How many there are, of people and of households."""
    counts = (
        select(func.count()).select_from(standing(clusters).subquery())
        for clusters in (PEOPLE, HOUSEHOLDS)
    )
    return sum(int(session.connection().scalar(query) or 0) for query in counts)
