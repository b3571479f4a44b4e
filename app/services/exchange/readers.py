"""Whom this laptop writes files for: its coordinators, or as a coordinator's the other laptops."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlmodel import col
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import Device, import_log
from app.domain.permissions import ALLOWED, Action, Role
from app.services.exchange.rights_here import acting_role, coordinators, rights_here


@dataclass(frozen=True)
class Reader:
    """A laptop that may be brought up to date; `heard_at` is when its last file here was written,
    by its own clock (0: none came yet)."""

    device_id: str
    name: str
    coordinator: bool
    heard_at: int


@dataclass(frozen=True)
class Sending:
    """What may be written here: with `updates` for each of `readers`, without for the coordinators
    alone. `name` is this laptop's."""

    name: str
    updates: bool
    readers: tuple[Reader, ...] = ()


def sending(store: Store) -> Sending:
    """What the person at work may write on this laptop."""
    with store.read() as session:
        connection = session.connection()
        rights = rights_here(connection)
        role: Role | None = acting_role(store, rights)
        own = session.get(Device, store.device_id)
        name = own.name if own else ""
        if role is None or Action.GRANT not in ALLOWED[role]:
            return Sending(name, updates=False)
        heard = {
            row.origin: row.at
            for row in connection.execute(
                select(import_log.c.origin, func.max(import_log.c.made_at).label("at")).group_by(
                    import_log.c.origin
                )
            )
        }
        standing = {
            device_id
            for device_id, grants in rights.ceilings.items()
            if any(granted.change.hash not in rights.ends for granted in grants)
        }
        higher = coordinators(rights)
        rows = session.exec(
            select_rows(Device)
            .where(col(Device.id).in_(standing - {store.device_id}), col(Device.recipient) != "")
            .order_by(col(Device.name), col(Device.id))
        )
        readers = tuple(
            Reader(row.id, row.name, row.id in higher, heard.get(row.id, 0)) for row in rows
        )
    return Sending(name, updates=True, readers=readers)
