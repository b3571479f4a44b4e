"""An update: what a laptop or another coordinator lacks, with what is safely kept of theirs."""

from pathlib import Path

from sqlmodel import Session, col, select

from app.db.coverage import kept_by_all, whole_until
from app.db.journal import changes_in_scope
from app.db.store import Store
from app.db.tables import Device, User
from app.db.trust import trust_of
from app.domain.journal.heads import DeviceHeads
from app.domain.journal.rights import Rights
from app.domain.journal.value import Fields
from app.domain.names import normalise
from app.domain.permissions import Action
from app.errors import DeviceNotFound
from app.services.exchange.given import given_to
from app.services.exchange.rights_here import coordinators, recipients, require, rights_here
from app.services.exchange.scope import open_scope, told_here
from app.services.exchange.writing import (
    Written,
    from_the_beginning,
    sign_own_heads,
    standing_heads,
    whole_chains,
    write_signed,
)
from app.sync.manifest import Kind

BACKUP = "acknowledged.db"
"""The verified backup that stands behind an acknowledgement; each replaces the one before."""


def update_laptop(store: Store, path: Path, name: str) -> Written:
    """Writes what the laptop called `name` may see. Raises RightMissing, DeviceNotFound,
    BackupFailed, DiskFull, StoreReadOnly, DiskFailed."""
    store.back_up(BACKUP)
    with store.write() as session:
        connection = session.connection()
        rights = rights_here(connection)
        require(store, rights, Action.GRANT)
        device = _laptop(session, rights, name)
        trust = trust_of(connection)
        own = DeviceHeads(sign_own_heads(connection, store.device_id).public_key)
        more: Fields = {"acknowledged": _acknowledgements(session), "partial": True}
        more |= given_to(session, device.id, device.villages)
        open_scope(connection, device.villages, device.id)
        more |= told_here(connection)
        content = ({store.device_id: own}, changes_in_scope(connection), more)
        readers = [device.recipient]
        return write_signed(
            connection, store, path, Kind.UPDATE, content, readers, trust.workspace_id
        )


def update_coordinator(store: Store, path: Path, name: str, *, full: bool = False) -> Written:
    """Writes chains for the coordinator (or the coordinator's laptop) called `name`: from where
    every other coordinator is known to keep them, since any of them may read the file; with `full`,
    from their beginning. Raises what `update_laptop` raises."""
    store.back_up(BACKUP)
    with store.write() as session:
        connection = session.connection()
        rights = rights_here(connection)
        require(store, rights, Action.GRANT)
        trust = trust_of(connection)
        _check_coordinator(session, rights, name)
        heads = standing_heads(connection)
        more: Fields = {"acknowledged": _acknowledgements(session), "partial": False}
        others = coordinators(rights) - {store.device_id}

        def known_until(device_id: str) -> int:
            return kept_by_all(connection, device_id, others)

        changes = whole_chains(connection, heads, from_the_beginning if full else known_until)
        content = (heads, changes, more)
        readers = recipients(session, coordinators(rights))
        return write_signed(
            connection, store, path, Kind.UPDATE, content, readers, trust.workspace_id
        )


def _laptop(session: Session, rights: Rights, name: str) -> Device:
    wanted = normalise(name)
    for device in session.exec(select(Device).order_by(col(Device.id))):
        standing = any(
            granted.change.hash not in rights.ends for granted in rights.ceilings.get(device.id, ())
        )
        if standing and device.recipient and normalise(device.name) == wanted:
            return device
    raise DeviceNotFound(name=name)


def _check_coordinator(session: Session, rights: Rights, name: str) -> None:
    """A coordinator goes by her own name or her laptop's. Raises DeviceNotFound."""
    wanted = normalise(name)
    ids = coordinators(rights) | {
        granted.subject_id
        for granted in rights.grants.values()
        if granted.role.value == "coordinator" and granted.change.hash not in rights.ends
    }
    people = session.exec(select(User.name).where(col(User.id).in_(ids))).all()
    laptops = session.exec(select(Device.name).where(col(Device.id).in_(ids))).all()
    if wanted not in {normalise(named) for named in (*people, *laptops)}:
        raise DeviceNotFound(name=name)


def _acknowledgements(session: Session) -> Fields:
    chains = whole_until(session.connection())
    return {device_id: [seq, digest.hex()] for device_id, (seq, digest) in chains.items()}
