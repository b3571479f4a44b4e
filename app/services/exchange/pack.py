"""A pack: everything that makes an empty laptop one of this workspace, in one file and one code."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session, col, select

from app.db.journal_session import JournalSession, latest_change
from app.db.queries.places import village_called
from app.db.store import Store
from app.db.tables import Convoy, Desk, Device, Grant, User
from app.db.trust import Trust, trust_of
from app.domain.journal.change import Change
from app.domain.journal.heads import DeviceHeads
from app.domain.journal.value import Fields
from app.domain.names import normalise
from app.domain.permissions import Action, Role
from app.errors import ConvoyNotFound, DeviceNameTaken, LabelMissing, RecoveryKeyNeeded
from app.keys import signing
from app.keys.age_identity import device_identity, public_half
from app.keys.one_time_code import new_code, pack_identity
from app.services.exchange.rights_here import require, rights_here
from app.services.exchange.scope import changes_for
from app.services.exchange.writing import (
    Written,
    sign_own_heads,
    standing_heads,
    whole_chains,
    write_signed,
)
from app.services.workspace import certificate_text
from app.sync.manifest import Kind


@dataclass(frozen=True)
class Order:
    """A laptop to prepare: its name, what it may do at most, the villages whose people it gets
    (ids or names; with none, those of the convoy), its convoy and desk, and who works on it."""

    device_name: str
    role: Role
    villages: tuple[str, ...] = ()
    convoy_id: str | None = None
    user_name: str = ""


@dataclass(frozen=True)
class Packed:
    """A pack that was written; the code is shown now and kept nowhere."""

    code: str
    device_id: str
    user_id: str
    file: Written


Certify = Callable[[bytes], bytes]


def make_pack(store: Store, path: Path, order: Order, certify: Certify | None = None) -> Packed:
    """Lets a new laptop and its user in, and writes their pack. `certify` signs with the workspace
    key, which a coordinator's laptop needs.

    Raises RightMissing, LabelMissing, DeviceNameTaken, VillageNotFound, ConvoyNotFound,
    RecoveryKeyNeeded, DiskFull, StoreReadOnly, DiskFailed; then nothing changed.
    """
    if order.role is Role.COORDINATOR and certify is None:
        raise RecoveryKeyNeeded
    key = signing.generate(store.sources.random_bytes)
    code = new_code(store.sources.random_bytes)
    recipient = public_half(pack_identity(code))
    with store.write() as session:
        connection = session.connection()
        require(store, rights_here(connection), Action.GRANT)
        trust = trust_of(connection)
        new = _New(store, session, trust, order, certify)
        villages = new.villages()
        device_id = new.device(key, villages)
        user_id, grant = new.user(device_id)
        more: Fields = {
            "device_key": key.hex(),
            "user": user_id,
            "grant": grant.hex(),
            "workspace_key": trust.public_key.hex(),
            "recovery_recipient": trust.recovery_recipient,
            "partial": order.role is not Role.COORDINATOR,
        }
        desk_id = new.desk(device_id)
        if desk_id is not None:
            more |= {"convoy": order.convoy_id, "desk": desk_id}
        session.flush()
        content = (*_content(session, store, order.role, villages), more)
        written = write_signed(
            connection, store, path, Kind.PACK, content, [recipient], trust.workspace_id
        )
    return Packed(code, device_id, user_id, written)


def _content(
    session: Session, store: Store, role: Role, villages: frozenset[str]
) -> tuple[dict[str, DeviceHeads], Iterable[Change]]:
    """Whole chains for a coordinator, the laptop's scope for anybody else."""
    connection = session.connection()
    if role is Role.COORDINATOR:
        heads = standing_heads(connection, store)
        return heads, whole_chains(connection, heads, full=True)
    own = DeviceHeads(sign_own_heads(connection, store).public_key)
    return {store.device_id: own}, changes_for(connection, villages)


@dataclass
class _New:
    """The records of a new laptop, inside the transaction that writes its pack."""

    store: Store
    session: JournalSession
    trust: Trust
    order: Order
    certify: Certify | None

    def villages(self) -> frozenset[str]:
        """The villages by their ids."""
        named = frozenset(village_called(self.session, name) for name in self.order.villages)
        if self.order.convoy_id is None:
            return named
        convoy = self.session.get(Convoy, self.order.convoy_id)
        if convoy is None:
            raise ConvoyNotFound(name=self.order.convoy_id)
        return named or convoy.villages

    def device(self, key: bytes, villages: frozenset[str]) -> str:
        """The laptop and the most it may do; its id."""
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
            villages=villages,
        )
        self.session.add(device)
        self._grant("device", device.id)
        return device.id

    def user(self, device_id: str) -> tuple[str, bytes]:
        """Who works on it, with the same role; their id and grant."""
        name = self.order.user_name.strip() or self.order.device_name.strip()
        user = User(id=self.store.new_id(), name=name)
        self.session.add(user)
        grant = self._grant("user", user.id)
        self.session.flush()
        return user.id, latest_change(self.session.connection(), grant)

    def desk(self, device_id: str) -> str | None:
        """The laptop's desk on the convoy."""
        if self.order.convoy_id is None:
            return None
        desk = Desk(
            id=self.store.new_id(),
            convoy_id=self.order.convoy_id,
            name=self.order.device_name.strip(),
            device_id=device_id,
        )
        self.session.add(desk)
        return desk.id

    def _grant(self, subject_type: str, subject_id: str) -> Grant:
        role = self.order.role.value
        certificate = ""
        if self.order.role is Role.COORDINATOR and self.certify is not None:
            text = certificate_text(self.trust.workspace_id, subject_type, subject_id, role)
            certificate = self.certify(text).hex()
        grant = Grant(
            id=self.store.new_id(),
            subject_type=subject_type,
            subject_id=subject_id,
            role=role,
            certificate=certificate,
        )
        self.session.add(grant)
        return grant
