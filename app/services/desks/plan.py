"""The desks of a convoy as a coordinator plans them: whom each serves, and what that comes to."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.journal_session import JournalSession
from app.db.queries.places import places_named
from app.db.store import Store
from app.db.tables import Desk, Device, Household, Person, User, place, search_household, table_of
from app.domain.desk_assignment import Comer, Duty, Shares, shares
from app.domain.permissions import Action
from app.errors import LabelMissing, LabelTaken, RecordNotFound
from app.services.convoys import any_convoy, open_convoy
from app.services.desks.assignment import duties_of
from app.services.exchange.rights_here import rights_here
from app.services.named import cleaned
from app.services.rights import require_right
from app.services.team.grants import standing_grants


@dataclass(frozen=True)
class PlannedDesk:
    """A desk with the name of its laptop, empty while it has none, and the ids of its team."""

    duty: Duty
    laptop: str = ""
    team: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DeskPlan:
    """A convoy's desks, the households of its villages to count for them, and by id and name who
    may be of a team."""

    convoy_id: str
    convoy_name: str
    starts_on: str
    villages: frozenset[str]
    desks: tuple[PlannedDesk, ...]
    comers: tuple[Comer, ...]
    people: tuple[tuple[str, str], ...] = ()

    def shares_of(self, duties: Sequence[Duty]) -> Shares:
        """How many households the desks would serve."""
        return shares(duties, self.comers, self.starts_on)


def desk_plan(store: Store, convoy_id: str) -> DeskPlan:
    """Raises RecordNotFound."""
    with store.read() as session:
        convoy = any_convoy(session, convoy_id)
        laptops = {row.id: row.name for row in session.exec(select_rows(Device))}
        rows = session.exec(select_rows(Desk).where(Desk.convoy_id == convoy_id))
        desks = {row.id: (laptops.get(row.device_id, ""), row.team) for row in rows}
        return DeskPlan(
            convoy_id=convoy.id,
            convoy_name=convoy.name,
            starts_on=convoy.starts_on or "",
            villages=convoy.villages,
            desks=tuple(
                PlannedDesk(duty, *desks[duty.desk_id]) for duty in duties_of(session, convoy_id)
            ),
            comers=_comers(session, convoy.villages),
            people=_people(session),
        )


def change_desks(
    store: Store,
    convoy_id: str,
    duties: Sequence[Duty],
    teams: Sequence[frozenset[str]] | None = None,
) -> None:
    """Writes whom each desk serves, and with `teams`, in the same order, who works at it; one
    without an id is a new desk, which a laptop can be prepared for. Desks that are not named stay
    as they are. A laptop learns of its team with its next update.

    Raises RecordNotFound, ConvoyClosed, RightMissing, LabelMissing, LabelTaken.
    """
    names = [cleaned(duty.name) for duty in duties]
    if not all(names):
        raise LabelMissing
    for at, name in enumerate(names):
        if name in names[:at]:
            raise LabelTaken(name=name)
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        open_convoy(session, convoy_id)
        for at, (duty, name) in enumerate(zip(duties, names, strict=True)):
            desk = _write(store, session, convoy_id, duty, name)
            if teams is not None:
                desk.team = teams[at]


def _write(store: Store, session: JournalSession, convoy_id: str, duty: Duty, name: str) -> Desk:
    desk = session.get(Desk, duty.desk_id) if duty.desk_id else Desk(id=store.new_id())
    if desk is None or (duty.desk_id and desk.convoy_id != convoy_id):
        raise RecordNotFound
    desk.convoy_id = convoy_id
    desk.name = name
    desk.villages = duty.villages
    desk.letters = duty.letters
    desk.number_from = duty.number_from.strip()
    desk.number_to = duty.number_to.strip()
    desk.walk_ins = duty.walk_ins
    session.add(desk)
    return desk


def _people(session: Session) -> tuple[tuple[str, str], ...]:
    """Whose right stands, by name."""
    standing = standing_grants(rights_here(session.connection()))
    people = session.exec(select_rows(User).order_by(col(User.name), col(User.id)))
    return tuple((one.id, one.name) for one in people if one.id in standing)


def _comers(session: Session, villages: frozenset[str]) -> tuple[Comer, ...]:
    """The households of these villages and their hamlets."""
    if not villages:
        return ()
    household, person = table_of(Household), table_of(Person)
    theirs = select(place.c.id).where(
        or_(place.c.id.in_(sorted(villages)), place.c.parent_id.in_(sorted(villages)))
    )
    rows = session.connection().execute(
        select(
            household.c.village_id,
            household.c.number,
            household.c.source,
            household.c.registered_on,
            person.c.name,
        )
        .outerjoin(search_household, search_household.c.household_id == household.c.id)
        .outerjoin(person, person.c.id == search_household.c.head_id)
        .where(household.c.village_id.in_(theirs))
    )
    found = list(rows)
    named = places_named(session, {row.village_id for row in found})
    around = {
        village_id: frozenset({village_id, *(one.id for one in known.within)})
        for village_id, known in named.items()
    }
    return tuple(
        Comer(
            around[row.village_id],
            row.number,
            row.name or "",
            row.registered_on if row.source == "desk" else None,
        )
        for row in found
    )
