"""Hard cases, put aside for the supervisor with one key so that the queue goes on."""

from dataclasses import dataclass

from sqlmodel import col, select

from app.db.store import Store
from app.db.tables import Household, ParkedCase, Person
from app.domain.permissions import Action
from app.services.day import day_or_refuse
from app.services.rights import require_right


@dataclass(frozen=True)
class Parked:
    """A case that waits; `name` is the household's head where a household is known, else what
    was typed."""

    id: str
    household_id: str | None
    name: str
    reason: str
    note: str
    at: int


def park_case(
    store: Store, *, household_id: str | None, typed: str = "", reason: str = "", note: str = ""
) -> str:
    """Puts a case aside and returns its id. Raises NoConvoyToday, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PARK)
        today = day_or_refuse(session)
        case = ParkedCase(
            id=store.new_id(),
            convoy_id=today.convoy_id,
            desk_id=today.desk_id,
            household_id=household_id,
            typed=typed,
            reason=reason,
            note=note,
            at=store.sources.now(),
        )
        session.add(case)
    return case.id


def settle_case(store: Store, case_id: str, how: str) -> None:
    """Says that a parked case was dealt with, and how; settling twice changes nothing.
    Raises RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PARK)
        case = session.get(ParkedCase, case_id)
        if case is not None and case.settled_at is None:
            case.settled_at = store.sources.now()
            case.settled_by = store.actor
            case.settled_how = how


def parked_cases(store: Store, convoy_id: str) -> tuple[Parked, ...]:
    """The cases of a convoy that still wait, oldest first."""
    with store.read() as session:
        query = (
            select(ParkedCase, Person.name)
            .join(Household, col(Household.id) == col(ParkedCase.household_id), isouter=True)
            .join(
                Person,
                (col(Person.household_id) == col(Household.id))
                & (col(Person.relationship) == "head"),
                isouter=True,
            )
            .where(ParkedCase.convoy_id == convoy_id, col(ParkedCase.settled_at).is_(None))
            .order_by(col(ParkedCase.at), col(ParkedCase.id), col(Person.id).desc())
        )
        found = {
            case.id: Parked(
                case.id, case.household_id, name or case.typed, case.reason, case.note, case.at
            )
            for case, name in session.exec(query)
        }
        return tuple(found.values())
