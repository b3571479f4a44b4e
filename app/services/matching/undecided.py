"""Which likely pairs somebody still has to judge."""

from typing import Final

from sqlalchemy import Connection, and_, func, select

from app.db.store import Store
from app.db.tables import Person, PersonVerdict, likely_pair, same_person, table_of

_PAIR: Final = likely_pair.c
_VERDICT: Final = table_of(PersonVerdict)
_ONE, _OTHER = same_person.alias("one"), same_person.alias("other")

_JUDGED = select(_VERDICT.c.id).where(
    _VERDICT.c.person_a == _PAIR.person_a,
    _VERDICT.c.person_b == _PAIR.person_b,
    _VERDICT.c.decision.in_(("same", "different")),
)
_STANDING = _JUDGED.where(_VERDICT.c.degrees.in_(("", _PAIR.degrees)))
_TOGETHER = (
    select(_ONE.c.person_id)
    .join(_OTHER, _OTHER.c.canonical_id == _ONE.c.canonical_id)
    .where(_ONE.c.person_id == _PAIR.person_a, _OTHER.c.person_id == _PAIR.person_b)
)
_A, _B = table_of(Person).alias("a"), table_of(Person).alias("b")
_HERE = and_(
    select(_A.c.id).where(_A.c.id == _PAIR.person_a).exists(),
    select(_B.c.id).where(_B.c.id == _PAIR.person_b).exists(),
)

UNDECIDED: Final = and_(~_STANDING.exists(), _JUDGED.exists() | ~_TOGETHER.exists(), _HERE)
"""Nobody judged the pair as it is now: never, or the people have changed since. Two who are one by
other verdicts are not asked about, nor is anybody who came with a merge that was undone."""


def undecided_count(connection: Connection) -> int:
    """How many there are."""
    query = select(func.count()).select_from(likely_pair).where(UNDECIDED)
    return int(connection.scalar(query) or 0)


def open_pairs(store: Store) -> int:
    """How many there are, as of the last commit."""
    with store.read() as session:
        return undecided_count(session.connection())
