"""The records that let a new laptop, its desk and its team in."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlmodel import Session, col, select

from app.db.journal_session import JournalSession, latest_change
from app.db.queries.places import village_called
from app.db.store import Store
from app.db.tables import Convoy, Desk, Device, Organisation, User
from app.db.trust import Trust
from app.domain.journal.rights import DEVICE, USER, Rights
from app.domain.names import normalise
from app.domain.permissions import Role
from app.domain.pin import new_pin
from app.errors import (
    ConvoyNotFound,
    DeskNotFound,
    DeskTaken,
    DeviceNameTaken,
    LabelMissing,
    OrganisationNotFound,
    RoleAboveLaptop,
    UserNotFound,
)
from app.keys import signing
from app.keys.age_identity import device_identity, public_half
from app.services.exchange.order import Order, TeamMember
from app.services.exchange.rights_here import standing_devices
from app.services.team.grants import Certify, covers, standing_grants, write_grant
from app.services.users import new_user


@dataclass(frozen=True)
class Prepared:
    """Someone of the new laptop's team: `grant` is the change that lets them work, `pin` their
    first PIN, which is told once and kept nowhere."""

    user_id: str
    name: str
    role: Role
    grant: bytes
    pin: str = field(repr=False)


@dataclass
class NewLaptop:
    """Writes the records of an order, inside the transaction that writes its pack."""

    store: Store
    session: JournalSession
    trust: Trust
    rights: Rights
    order: Order
    certify: Certify | None

    def villages(self) -> frozenset[str]:
        """The villages whose people it gets, by their ids. Raises VillageNotFound,
        ConvoyNotFound."""
        named = self._places(self.order.villages)
        convoy = self.convoy()
        return named or (convoy.villages if convoy is not None else frozenset())

    def convoy(self) -> Convoy | None:
        """Raises ConvoyNotFound."""
        if self.order.convoy_id is None:
            return None
        convoy = self.session.get(Convoy, self.order.convoy_id)
        if convoy is None:
            raise ConvoyNotFound(name=self.order.convoy_id)
        return convoy

    def device(self, key: bytes, villages: frozenset[str]) -> str:
        """The laptop and the most it may do; its id. Raises LabelMissing, DeviceNameTaken,
        OrganisationNotFound."""
        name = self.order.device_name.strip()
        if not name:
            raise LabelMissing
        names = self.session.exec(select(Device.name).order_by(col(Device.id)))
        if normalise(name) in {normalise(other) for other in names}:
            raise DeviceNameTaken(name=name)
        public = signing.public_key(key)
        device = Device(
            id=signing.device_id(public),
            name=name,
            public_key=public.hex(),
            recipient=public_half(device_identity(key)),
            organisation_id=self._organisation(),
            villages=villages,
        )
        self.session.add(device)
        self._grant(DEVICE, device.id, self.order.role)
        return device.id

    def team(self) -> tuple[Prepared, ...]:
        """Who works on it, each with a grant that stands. Raises UserNotFound, LabelTaken,
        RoleAboveLaptop, RecoveryKeyNeeded."""
        return tuple(self._member(wanted) for wanted in self.order.people)

    def desk(self, device_id: str, team: tuple[Prepared, ...]) -> str | None:
        """The laptop's desk on the convoy; None without one. Raises DeskNotFound, DeskTaken,
        VillageNotFound."""
        convoy = self.convoy()
        if convoy is None:
            return None
        wanted = self.order.desk
        desk = self._planned_desk(convoy.id)
        if desk is None:
            name = wanted.name.strip() or self.order.device_name.strip()
            desk = Desk(id=self.store.new_id(), convoy_id=convoy.id, name=name)
            self.session.add(desk)
        desk.device_id = device_id
        desk.team = frozenset(one.user_id for one in team)
        if wanted.serves is not None:
            desk.villages = self._places(wanted.serves.villages)
            desk.letters = wanted.serves.letters
            desk.number_from = wanted.serves.number_from
            desk.number_to = wanted.serves.number_to
            desk.walk_ins = wanted.serves.walk_ins
        return desk.id

    def _places(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(village_called(self.session, name) for name in names)

    def _organisation(self) -> str | None:
        """Whose laptop it is. Raises OrganisationNotFound."""
        wanted = self.order.organisation.strip()
        if not wanted or self.session.get(Organisation, wanted) is not None:
            return wanted or None
        key = normalise(wanted)
        for row in self.session.exec(select(Organisation).order_by(col(Organisation.id))):
            if key in {normalise(row.name_ar), normalise(row.name_en)}:
                return row.id
        raise OrganisationNotFound(name=wanted)

    def _planned_desk(self, convoy_id: str) -> Desk | None:
        desk = _desk_of(self.session, convoy_id, self.order.desk.desk_id, self.order.desk.name)
        if desk is not None and desk.device_id in standing_devices(self.rights):
            raise DeskTaken(name=desk.name)
        return desk

    def _member(self, wanted: TeamMember) -> Prepared:
        user = self._known_user(wanted)
        standing = standing_grants(self.rights).get(user.id) if user is not None else None
        role = wanted.role or (standing.role if standing is not None else self.order.role)
        if user is None:
            user = new_user(self.store, self.session, wanted.name)
        if standing is None or standing.role is not role:
            if not covers(self.order.role, role):
                raise RoleAboveLaptop(name=user.name)
            grant = self._grant(USER, user.id, role)
        else:
            grant = standing.change.hash
        pin = new_pin(self.store.sources.random_bytes)
        return Prepared(user.id, user.name, role, grant, pin)

    def _known_user(self, wanted: TeamMember) -> User | None:
        if wanted.user_id is not None:
            user = self.session.get(User, wanted.user_id)
            if user is None:
                raise UserNotFound(name=wanted.name)
            return user
        key = normalise(wanted.name)
        known = self.session.exec(select(User).where(col(User.active)).order_by(col(User.id)))
        return next((user for user in known if normalise(user.name) == key), None)

    def _grant(self, subject_type: str, subject_id: str, role: Role) -> bytes:
        """The hash of the change that grants it."""
        subject = subject_type, subject_id
        grant = write_grant(self.store, self.session, self.trust, subject, role, self.certify)
        self.session.flush()
        return latest_change(self.session.connection(), grant)


def _desk_of(session: Session, convoy_id: str, desk_id: str | None, name: str) -> Desk | None:
    if desk_id is not None:
        desk = session.get(Desk, desk_id)
        if desk is None or desk.convoy_id != convoy_id:
            raise DeskNotFound(name=name)
        return desk
    key = normalise(name)
    desks = session.exec(select(Desk).where(Desk.convoy_id == convoy_id).order_by(col(Desk.id)))
    return next((desk for desk in desks if key and normalise(desk.name) == key), None)
