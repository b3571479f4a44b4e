"""What a coordinator chooses from when she prepares a laptop."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import Convoy, Desk, Workspace
from app.domain.permissions import Role
from app.services.day import day_in
from app.services.exchange.order import Assignment
from app.services.exchange.rights_here import acting_role, rights_here, standing_devices
from app.services.organisations import OrganisationLine, organisations
from app.services.users import UserLine, users


@dataclass(frozen=True)
class OfferedDesk:
    """A planned desk that no laptop stands at, and whom it serves."""

    id: str
    name: str
    serves: Assignment


@dataclass(frozen=True)
class OfferedConvoy:
    """An open convoy with its villages (ids) and free desks."""

    id: str
    name: str
    villages: frozenset[str]
    desks: tuple[OfferedDesk, ...]


@dataclass(frozen=True)
class Offered:
    """Convoys, the latest first; today's convoy is `current` (empty for none)."""

    workspace: str
    convoys: tuple[OfferedConvoy, ...]
    current: str
    people: tuple[UserLine, ...]
    organisations: tuple[OrganisationLine, ...]


def offered(store: Store) -> Offered:
    """As of the last commit."""
    people = tuple(one for one in users(store) if one.role is not None)
    known = organisations(store)
    with store.read() as session:
        standing = standing_devices(rights_here(session.connection()))
        open_ones = session.exec(
            select(Convoy)
            .where(col(Convoy.closed_at).is_(None))
            .order_by(col(Convoy.starts_on).desc(), col(Convoy.id).desc())
        ).all()
        today = day_in(session)
        workspace = session.exec(select(Workspace)).first()
        return Offered(
            workspace=workspace.name if workspace is not None else "",
            convoys=tuple(
                OfferedConvoy(one.id, one.name, one.villages, _free(session, one.id, standing))
                for one in open_ones
            ),
            current=today.convoy_id if today is not None else "",
            people=people,
            organisations=known,
        )


def role_at_work(store: Store) -> Role | None:
    """What whoever is at work may do on this laptop; None without any right."""
    with store.read() as session:
        return acting_role(store, rights_here(session.connection()))


def _free(session: Session, convoy_id: str, standing: frozenset[str]) -> tuple[OfferedDesk, ...]:
    desks = session.exec(select(Desk).where(Desk.convoy_id == convoy_id).order_by(col(Desk.name)))
    return tuple(
        OfferedDesk(
            desk.id,
            desk.name,
            Assignment(
                desk.villages, desk.letters, desk.number_from, desk.number_to, desk.walk_ins
            ),
        )
        for desk in desks
        if desk.device_id not in standing
    )
