"""The people of the workspace: their names, roles and passphrases, and who is at work by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import Desk, Device, User
from app.db.trust import trust_of
from app.domain.journal.rights import USER
from app.domain.names import normalise
from app.domain.permissions import Action, Role
from app.errors import LabelMissing, LabelTaken, RecordNotFound, UserNotFound
from app.keys.passphrase import check_strength
from app.keys.verifier import make_verifier
from app.services.exchange.rights_here import rights_here
from app.services.named import cleaned
from app.services.rights import require_right
from app.services.team.grants import Certify, standing_grants, write_grant
from app.services.team.members import put_to_work


@dataclass(frozen=True)
class UserForm:
    """A person as typed; `passphrase` is optional."""

    name: str
    role: Role
    phone: str = ""
    passphrase: str = ""


@dataclass(frozen=True)
class UserLine:
    """A person in the list. `role` is None for those whose right was ended; `laptops` are the names
    of those they are in the team of."""

    id: str
    name: str
    phone: str
    role: Role | None
    has_passphrase: bool
    laptops: tuple[str, ...]
    at_work: bool


def work_as(store: Store, name: str) -> None:
    """From now on, changes name the user called `name` (the first of that name) and the grant they
    hold. Raises UserNotFound."""
    wanted = normalise(name)
    with store.read() as session:
        people = session.exec(select(User).where(col(User.active)).order_by(col(User.id)))
        found = [user.id for user in people if normalise(user.name) == wanted]
        standing = standing_grants(rights_here(session.connection()))
    chosen = next((user_id for user_id in found if user_id in standing), None)
    if chosen is None:
        raise UserNotFound(name=name)
    put_to_work(store, chosen)


def users(store: Store) -> tuple[UserLine, ...]:
    """Everybody, those who may work first, by name."""
    with store.read() as session:
        standing = standing_grants(rights_here(session.connection()))
        laptops = _laptops(session)
        lines = [
            UserLine(
                id=user.id,
                name=user.name,
                phone=user.phone,
                role=standing[user.id].role if user.id in standing else None,
                has_passphrase=bool(user.credential),
                laptops=tuple(sorted(laptops.get(user.id, ()))),
                at_work=user.id == store.actor,
            )
            for user in session.exec(select(User))
        ]
    return tuple(sorted(lines, key=lambda one: (one.role is None, one.name, one.id)))


def add_user(store: Store, form: UserForm, certify: Certify | None = None) -> str:
    """Lets a person in, or in again whose right was ended, and returns their id. `certify` signs
    with the workspace key, which a coordinator needs.

    Raises LabelMissing, LabelTaken, PassphraseTooWeak, RecoveryKeyNeeded, RightMissing.
    """
    credential = _credential(store, form.passphrase)
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        user = _ended_user(session, form.name) or new_user(store, session, form.name)
        user.phone = form.phone.strip()
        user.credential = credential
        trust = trust_of(session.connection())
        write_grant(store, session, trust, (USER, user.id), form.role, certify)
    return user.id


def change_user(store: Store, user_id: str, name: str, phone: str) -> None:
    """Raises RecordNotFound, LabelMissing, LabelTaken, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        user = _user(session, user_id)
        user.name = _free_name(name, session.exec(select(User).where(User.id != user_id)))
        user.phone = phone.strip()


def set_passphrase(store: Store, user_id: str, passphrase: str) -> None:
    """A passphrase of a person's own; it tells on every laptop that it is them.

    Raises RecordNotFound, PassphraseTooWeak, RightMissing.
    """
    check_strength(passphrase)
    credential = _credential(store, passphrase)
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        _user(session, user_id).credential = credential


def new_user(store: Store, session: JournalSession, name: str) -> User:
    """A person without any grant yet. Raises LabelMissing, LabelTaken."""
    user = User(id=store.new_id(), name=_free_name(name, session.exec(select(User))))
    session.add(user)
    return user


def _ended_user(session: Session, name: str) -> User | None:
    """Somebody of that name who has no right any more."""
    key = normalise(name)
    standing = standing_grants(rights_here(session.connection()))
    known = session.exec(select(User).where(col(User.active)).order_by(col(User.id)))
    same = (user for user in known if normalise(user.name) == key)
    return next((user for user in same if user.id not in standing), None)


def _free_name(name: str, others: Iterable[User]) -> str:
    """Two people who take turns must be told apart. Raises LabelMissing, LabelTaken."""
    key = normalise(name)
    if not key:
        raise LabelMissing
    for other in others:
        if other.active and normalise(other.name) == key:
            raise LabelTaken(name=other.name)
    return cleaned(name)


def _credential(store: Store, passphrase: str) -> str:
    if not passphrase:
        return ""
    check_strength(passphrase)
    return make_verifier(passphrase, store.sources.random_bytes)


def _user(session: Session, user_id: str) -> User:
    user = session.get(User, user_id)
    if user is None:
        raise RecordNotFound
    return user


def _laptops(session: Session) -> dict[str, set[str]]:
    """Per user the names of the laptops whose desks they are in the team of."""
    named = {device.id: device.name for device in session.exec(select(Device))}
    found: dict[str, set[str]] = {}
    for desk in session.exec(select(Desk)):
        for user_id in desk.team:
            if desk.device_id in named:
                found.setdefault(user_id, set()).add(named[desk.device_id])
    return found
