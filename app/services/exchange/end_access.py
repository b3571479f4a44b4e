"""Ending what a laptop may do: lost, stolen, or handed back."""

from sqlalchemy import Connection
from sqlmodel import Session, col, select

from app.db.journal import chain_head
from app.db.store import Store
from app.db.tables import Device, Revocation
from app.domain.journal.rights import Granted, Rights
from app.domain.names import normalise
from app.domain.permissions import Action, Role
from app.errors import DeviceNotFound, RecoveryKeyNeeded
from app.services.exchange.rights_here import require, rights_here


def end_laptop(store: Store, name: str) -> None:
    """What the laptop called `name` wrote so far, as known here, stays; what it writes later waits
    in quarantine. Raises RightMissing, DeviceNotFound, RecoveryKeyNeeded (a coordinator's)."""
    with store.write() as session:
        rights = rights_here(session.connection())
        require(store, rights, Action.GRANT)
        for granted in _standing(session, rights, name):
            if granted.role is Role.COORDINATOR:
                raise RecoveryKeyNeeded
            session.add(
                Revocation(
                    id=store.new_id(),
                    grant_hash=granted.change.hash.hex(),
                    cut_offs=_cut_offs(session.connection(), granted.subject_id),
                )
            )


def _standing(session: Session, rights: Rights, name: str) -> list[Granted]:
    """The grants of the laptop of that name that nobody has ended."""
    wanted = normalise(name)
    for device in session.exec(select(Device).order_by(col(Device.id))):
        if normalise(device.name) == wanted:
            found = [
                granted
                for granted in rights.ceilings.get(device.id, ())
                if granted.change.hash not in rights.ends
            ]
            if found:
                return found
    raise DeviceNotFound(name=name)


def _cut_offs(connection: Connection, device_id: str) -> tuple[dict[str, str | int], ...]:
    seq, digest = chain_head(connection, device_id)
    return ({"device": device_id, "seq": seq, "hash": digest.hex()},) if seq else ()
