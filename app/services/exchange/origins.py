"""Whose laptop made a file, as far as it is known here."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import col, select

from app.db.store import Store
from app.db.tables import Convoy, Desk, Device


@dataclass(frozen=True)
class Origin:
    """A laptop by its name, and the latest desk it was prepared for (both empty if unknown)."""

    device_id: str
    name: str = ""
    desk: str = ""
    convoy: str = ""


def origins(store: Store, device_ids: Iterable[str]) -> dict[str, Origin]:
    """The laptops of these ids; one that nobody let in has no name."""
    wanted = sorted(set(device_ids) - {""})
    with store.read() as session:
        names = dict(
            session.exec(select(Device.id, Device.name).where(col(Device.id).in_(wanted))).all()
        )
        desks = {
            device_id: (desk, convoy)
            for device_id, desk, convoy in session.exec(
                select(Desk.device_id, Desk.name, Convoy.name)
                .join(Convoy, col(Convoy.id) == Desk.convoy_id, isouter=True)
                .where(col(Desk.device_id).in_(wanted))
                .order_by(col(Desk.id))
            )
        }
    return {
        device_id: Origin(
            device_id,
            names.get(device_id, ""),
            *(part or "" for part in desks.get(device_id, ("", ""))),
        )
        for device_id in wanted
    }
