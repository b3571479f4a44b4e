"""Who works at this laptop, and who of them is at work now."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.identity import user_of_store
from app.db.store import Store
from app.db.tables import Desk, User, UserPin
from app.domain.journal.rights import Granted
from app.domain.permissions import Role
from app.errors import UserNotFound
from app.services.exchange.rights_here import rights_here
from app.services.team.grants import standing_grants


@dataclass(frozen=True)
class Member:
    """Someone who may work at this laptop, with what tells that it is them."""

    id: str
    name: str
    role: Role
    has_pin: bool
    has_passphrase: bool


def team_here(store: Store) -> tuple[Member, ...]:
    """The people of this laptop, by name: those of its desks, those with a PIN here, and whoever
    is at work. Nobody is listed whose right was ended."""
    with store.read() as session:
        standing = standing_grants(rights_here(session.connection()))
        ids = _ids_here(session, store)
        people = session.exec(select(User).where(col(User.id).in_(ids)))
        found = [_member(session, user, standing) for user in people if user.id in standing]
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def others_with_passphrase(store: Store) -> tuple[Member, ...]:
    """People of the workspace who are not of this laptop and have a passphrase of their own, such
    as a coordinator who looks in."""
    with store.read() as session:
        standing = standing_grants(rights_here(session.connection()))
        here = _ids_here(session, store)
        people = session.exec(select(User).where(col(User.credential) != ""))
        found = [
            _member(session, user, standing)
            for user in people
            if user.id in standing and user.id not in here
        ]
    return tuple(sorted(found, key=lambda one: (one.name, one.id)))


def at_work(store: Store) -> str:
    """The name of whoever the next change will name; empty while nobody knows it."""
    with store.read() as session:
        user = session.get(User, store.actor)
        return user.name if user is not None else ""


def put_to_work(store: Store, user_id: str) -> None:
    """From now on changes name this user and the grant they hold. Raises UserNotFound."""
    with store.read() as session:
        granted = standing_grants(rights_here(session.connection())).get(user_id)
    if granted is None:
        raise UserNotFound(name="")
    store.act_as(user_id, granted.change.hash)


def _ids_here(session: Session, store: Store) -> frozenset[str]:
    desks = session.exec(select(Desk).where(Desk.device_id == store.device_id))
    with_pin = session.exec(select(UserPin.user_id))
    own = user_of_store(session.connection(), store.device_id)
    return frozenset().union(*(desk.team for desk in desks), with_pin, (own, store.actor))


def _member(session: Session, user: User, standing: dict[str, Granted]) -> Member:
    pin = session.get(UserPin, user.id)
    return Member(
        id=user.id,
        name=user.name,
        role=standing[user.id].role,
        has_pin=pin is not None and bool(pin.verifier),
        has_passphrase=bool(user.credential),
    )
