"""A pack: everything that makes an empty laptop one of this workspace, in one file and one code."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session

from app.db.journal import changes_in_scope
from app.db.store import Store
from app.db.trust import trust_of
from app.domain.journal.change import Change
from app.domain.journal.heads import DeviceHeads
from app.domain.journal.value import Fields
from app.domain.permissions import Action, Role
from app.errors import RecoveryKeyNeeded
from app.keys import signing
from app.keys.age_identity import public_half
from app.keys.one_time_code import new_code, pack_identity
from app.keys.verifier import make_verifier
from app.services.desks.convoy_key import convoy_key_of
from app.services.exchange.given import given_to
from app.services.exchange.new_laptop import NewLaptop, Prepared
from app.services.exchange.order import Assignment, DeskOrder, Order, TeamMember
from app.services.exchange.rights_here import require, rights_here
from app.services.exchange.scope import open_scope, told_here
from app.services.exchange.writing import (
    Written,
    from_the_beginning,
    sign_own_heads,
    standing_heads,
    whole_chains,
    write_signed,
)
from app.services.team.grants import Certify
from app.sync.manifest import Kind

__all__ = ["Assignment", "DeskOrder", "Order", "Packed", "TeamMember", "make_pack"]


@dataclass(frozen=True)
class Packed:
    """A pack that was written; the code and the first PINs are shown now and kept nowhere.
    `user_id` is the first of the team."""

    code: str = field(repr=False)
    device_id: str
    user_id: str
    file: Written
    desk_id: str | None = None
    team: tuple[Prepared, ...] = ()


def make_pack(store: Store, path: Path, order: Order, certify: Certify | None = None) -> Packed:
    """Lets a new laptop and its team in, and writes their pack. `certify` signs with the workspace
    key, which a coordinator's laptop needs.

    Raises RightMissing, LabelMissing, LabelTaken, DeviceNameTaken, VillageNotFound, ConvoyNotFound,
    DeskNotFound, DeskTaken, UserNotFound, RoleAboveLaptop, RecoveryKeyNeeded, OrganisationNotFound,
    DiskFull, StoreReadOnly, DiskFailed; then nothing changed.
    """
    if order.role is Role.COORDINATOR and certify is None:
        raise RecoveryKeyNeeded
    key = signing.generate(store.sources.random_bytes)
    code = new_code(store.sources.random_bytes)
    recipient = public_half(pack_identity(code))
    with store.write() as session:
        connection = session.connection()
        rights = rights_here(connection)
        require(store, rights, Action.GRANT)
        trust = trust_of(connection)
        new = NewLaptop(store, session, trust, rights, order, certify)
        villages = new.villages()
        device_id = new.device(key, villages)
        team = new.team()
        desk_id = new.desk(device_id, team)
        more: Fields = {
            "device_key": key.hex(),
            "user": team[0].user_id,
            "grant": team[0].grant.hex(),
            "team": {one.user_id: _verifier(store, one) for one in team},
            "workspace_key": trust.public_key.hex(),
            "recovery_recipient": trust.recovery_recipient,
            "partial": order.role is not Role.COORDINATOR,
        }
        convoy = new.convoy()
        if convoy is not None and desk_id is not None:
            convoy_key_of(session, store, convoy.id)
            more |= {"convoy": convoy.id, "desk": desk_id}
        session.flush()
        if more["partial"]:
            more |= given_to(session, device_id, villages)
            open_scope(connection, villages, device_id)
            more |= told_here(connection)
        content = (*_content(session, store, order.role), more)
        written = write_signed(
            connection, store, path, Kind.PACK, content, [recipient], trust.workspace_id
        )
    return Packed(code, device_id, team[0].user_id, written, desk_id, team)


def _verifier(store: Store, member: Prepared) -> str:
    return make_verifier(member.pin, store.sources.random_bytes)


def _content(
    session: Session, store: Store, role: Role
) -> tuple[dict[str, DeviceHeads], Iterable[Change]]:
    """Whole chains for a coordinator, the open scope for anybody else."""
    connection = session.connection()
    if role is Role.COORDINATOR:
        heads = standing_heads(connection)
        return heads, whole_chains(connection, heads, from_the_beginning)
    own = DeviceHeads(sign_own_heads(connection, store.device_id).public_key)
    return {store.device_id: own}, changes_in_scope(connection)
