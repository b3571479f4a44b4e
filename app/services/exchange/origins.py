"""Whose laptop made a file, as far as it is known here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlmodel import col, select

from app.db.store import Store
from app.db.tables import Convoy, Desk, Device, User


@dataclass(frozen=True)
class Origin:
    """A laptop by its name, the latest desk it was prepared for, and who works there (all empty if
    unknown)."""

    device_id: str
    name: str = ""
    desk: str = ""
    convoy: str = ""
    team: tuple[str, ...] = ()


def origins(store: Store, device_ids: Iterable[str]) -> dict[str, Origin]:
    """The laptops of these ids; one that nobody let in has no name."""
    wanted = sorted(set(device_ids) - {""})
    with store.read() as session:
        names = dict(
            session.exec(select(Device.id, Device.name).where(col(Device.id).in_(wanted))).all()
        )
        found = session.exec(
            select(Desk, Convoy.name)
            .join(Convoy, col(Convoy.id) == Desk.convoy_id, isouter=True)
            .where(col(Desk.device_id).in_(wanted))
            .order_by(col(Desk.id))
        ).all()
        members = sorted({user_id for desk, _ in found for user_id in desk.team})
        people = dict(
            session.exec(select(User.id, User.name).where(col(User.id).in_(members))).all()
        )
        desks = {desk.device_id: (desk, convoy or "") for desk, convoy in found}
        return {
            device_id: _origin(device_id, names.get(device_id, ""), desks.get(device_id), people)
            for device_id in wanted
        }


def _origin(
    device_id: str, name: str, at: tuple[Desk, str] | None, people: Mapping[str, str]
) -> Origin:
    if at is None:
        return Origin(device_id, name)
    desk, convoy = at
    team = tuple(sorted(people[one] for one in desk.team if one in people))
    return Origin(device_id, name, desk.name, convoy, team)
