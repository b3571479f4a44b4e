"""Verdicts: somebody says that two on file are one, or are not. Nothing is merged but by these.

A verdict is a record whose id is the sorted pair, so that two laptops that judge one pair write one
record. Who is one with whom is gathered from all of them (`app.db.clusters`); the smallest id
stands for all, and every row keeps the id and the number it was given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import select

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import HouseholdVerdict, PersonVerdict, likely_pair
from app.domain.matching.points import Band
from app.domain.permissions import Action
from app.errors import CaseSettled
from app.services.matching.likely_pairs import degrees_text
from app.services.matching.pairs import pairs_of
from app.services.matching.undecided import UNDECIDED
from app.services.rights import require_right

_PAIR: Final = likely_pair.c


class Verdict(StrEnum):
    """What somebody says of a pair."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"
    """Not now: the pair goes to the end of the queue."""


@dataclass(frozen=True)
class Before:
    """A pair and what its verdict was before (empty: none), to take the new one back."""

    one: str
    other: str
    decision: str
    degrees: str
    note: str


def judge_people(
    store: Store, pairs: Iterable[tuple[str, str]], verdict: Verdict, note: str = ""
) -> tuple[Before, ...]:
    """Judges pairs of people, all in one transaction; returns what was before, for `undo_people`.
    Raises RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        chosen = [sorted_pair(*pair) for pair in pairs]
        degrees = _degrees(session, chosen)
        return tuple(
            _judge_people(store, session, pair, verdict.value, degrees.get(pair, ""), note.strip())
            for pair in chosen
        )


def judge_sure(store: Store, verdict: Verdict, points: int = 0) -> tuple[Before, ...]:
    """Judges alike every undecided pair that is almost certain and has so many points or more.
    Raises RightMissing."""
    query = select(_PAIR.person_a, _PAIR.person_b).where(
        _PAIR.band == Band.SURE, _PAIR.points >= points, UNDECIDED
    )
    with store.read() as session:
        rows = session.connection().execute(query).all()
    return judge_people(store, [(row.person_a, row.person_b) for row in rows], verdict)


def undo_people(store: Store, verdicts: Sequence[Before]) -> None:
    """Puts back what was before these were judged. Raises RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        for one in verdicts:
            pair = (one.one, one.other)
            _judge_people(store, session, pair, one.decision, one.degrees, one.note)


def judge_households(
    store: Store, one: str, other: str, verdict: Verdict, note: str = ""
) -> Before:
    """Judges two households; people's verdicts never do that. Raises RightMissing."""
    first, second = sorted_pair(one, other)
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        return _judge_households(store, session, first, second, verdict.value, note.strip())


def undo_households(store: Store, verdict: Before) -> None:
    """Puts back what was before two households were judged. Raises RightMissing, CaseSettled."""
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        if session.get(HouseholdVerdict, pair_id(verdict.one, verdict.other)) is None:
            raise CaseSettled
        _judge_households(
            store, session, verdict.one, verdict.other, verdict.decision, verdict.note
        )


def join_families(
    store: Store, people: tuple[str, str], households: tuple[str, str]
) -> tuple[Before, Before]:
    """Judges two people the same, and their households too, in one transaction; returns both for
    `undo_families`. Raises RightMissing."""
    person, household = sorted_pair(*people), sorted_pair(*households)
    same = Verdict.SAME.value
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        degrees = _degrees(session, [person])[person]
        before = _judge_people(store, session, person, same, degrees, "")
        return before, _judge_households(store, session, *household, same, "")


def undo_families(store: Store, before: tuple[Before, Before]) -> None:
    """Puts back what was before `join_families`. Raises RightMissing, CaseSettled."""
    undo_households(store, before[1])
    undo_people(store, before[:1])


def take_back_people(store: Store, one: str, other: str) -> Before:
    """Takes the verdict on two people back: nobody has judged them; returns what was, for
    `undo_people`. Raises RightMissing, CaseSettled where no verdict stands."""
    first, second = sorted_pair(one, other)
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        row = session.get(PersonVerdict, pair_id(first, second))
        if row is None or not row.decision:
            raise CaseSettled
        return _judge_people(store, session, (first, second), "", "", "")


def take_back_households(store: Store, one: str, other: str) -> Before:
    """The same of two households, for `undo_households`. Raises RightMissing, CaseSettled."""
    first, second = sorted_pair(one, other)
    with store.write() as session:
        require_right(store, session, Action.DECIDE)
        row = session.get(HouseholdVerdict, pair_id(first, second))
        if row is None or not row.decision:
            raise CaseSettled
        return _judge_households(store, session, first, second, "", "")


def sorted_pair(one: str, other: str) -> tuple[str, str]:
    """The smaller id first."""
    return (one, other) if one < other else (other, one)


def pair_id(one: str, other: str) -> str:
    """The id of the verdict on two: both ids, sorted, with `+` between them."""
    return "+".join(sorted_pair(one, other))


def _judge_people(
    store: Store,
    session: JournalSession,
    pair: tuple[str, str],
    decision: str,
    degrees: str,
    note: str,
) -> Before:
    one, other = pair
    row = session.get(PersonVerdict, pair_id(one, other))
    if row is None:
        row = PersonVerdict(id=pair_id(one, other), person_a=one, person_b=other)
        session.add(row)
    before = Before(one, other, row.decision, row.degrees, row.note)
    row.decision, row.degrees, row.note = decision, degrees, note
    row.decided_at, row.decided_by = store.sources.now(), store.actor
    return before


def _judge_households(
    store: Store, session: JournalSession, one: str, other: str, decision: str, note: str
) -> Before:
    row = session.get(HouseholdVerdict, pair_id(one, other))
    if row is None:
        row = HouseholdVerdict(id=pair_id(one, other), household_a=one, household_b=other)
        session.add(row)
    before = Before(one, other, row.decision, "", row.note)
    row.decision, row.note = decision, note
    row.decided_at, row.decided_by = store.sources.now(), store.actor
    return before


def _degrees(
    session: JournalSession, pairs: Sequence[tuple[str, str]]
) -> Mapping[tuple[str, str], str]:
    """In what the pairs agree now: as the table says, or compared where it does not know them."""
    connection, found = session.connection(), {}
    for one, other in pairs:
        query = select(_PAIR.degrees).where(_PAIR.person_a == one, _PAIR.person_b == other)
        found[one, other] = connection.scalar(query)
    unknown = {one for pair, degrees in found.items() if degrees is None for one in pair}
    if unknown:
        for pair in pairs_of(connection, unknown):
            found[pair.person_a, pair.person_b] = degrees_text(pair)
    return {pair: degrees or "" for pair, degrees in found.items()}
