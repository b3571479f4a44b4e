"""The laptops of the workspace as a coordinator knows them: what came from each, and what she knows
of its day."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.db.coverage import gaps, whole_until
from app.db.queries.places import PlaceName, places_named
from app.db.store import Store
from app.db.tables import (
    Convoy,
    Desk,
    DeskClosing,
    Device,
    Organisation,
    User,
    import_log,
    journal,
)
from app.domain.journal.rights import Rights
from app.domain.permissions import Role
from app.services.exchange.rights_here import rights_here
from app.services.named import Named


class LaptopState(StrEnum):
    """How far a laptop has come, as far as it is known here."""

    PREPARED = "prepared"
    """Its pack was written; nothing came from it yet."""
    JOINED = "joined"
    """A file of its came, without anything that it wrote."""
    EXPORTED = "exported"
    """What it wrote came, up to `last_seq`."""
    CLOSED = "closed"
    """Its desk was counted and signed for."""
    ENDED = "ended"
    """It is not let in any more."""


@dataclass(frozen=True)
class Laptop:
    """One laptop. `last_heard` is when a file of its was merged here (milliseconds UTC); `last_seq`
    the number of its last change known here, `missing` how many before it are not here, `whole` up
    to which its next update acknowledges them."""

    id: str
    name: str
    role: Role | None
    state: LaptopState
    convoy: str
    desk: str
    team: tuple[str, ...]
    organisation: Named | None
    villages: tuple[PlaceName, ...]
    last_heard: int | None
    last_seq: int
    missing: int
    whole: int
    own: bool


def laptops(store: Store) -> tuple[Laptop, ...]:
    """Every laptop: this one first, then those at work by name, then those that were ended."""
    with store.read() as session:
        rights = rights_here(session.connection())
        known = _Known.read(session)
        rows = session.exec(select(Device)).all()
        named = places_named(session, {code for row in rows for code in row.villages})
        found = [_laptop(store, rights, known, row, named) for row in rows]
    ended = LaptopState.ENDED
    return tuple(sorted(found, key=lambda one: (not one.own, one.state is ended, one.name, one.id)))


@dataclass(frozen=True)
class _Known:
    """What is asked once for all laptops, by laptop."""

    desks: dict[str, tuple[Desk, str]]
    users: dict[str, str]
    organisations: dict[str, Named]
    heard: dict[str, int]
    last: dict[str, int]
    missing: dict[str, int]
    whole: dict[str, int]
    closed: frozenset[str]

    @classmethod
    def read(cls, session: Session) -> "_Known":
        connection = session.connection()
        convoys = {row.id: row for row in session.exec(select(Convoy))}
        desks: dict[str, tuple[Desk, str]] = {}
        for desk in sorted(session.exec(select(Desk)), key=lambda one: _begins(convoys, one)):
            convoy = convoys.get(desk.convoy_id)
            desks[desk.device_id] = desk, convoy.name if convoy is not None else ""
        seqs = select(journal.c.device_id, func.max(journal.c.seq)).group_by(journal.c.device_id)
        last = {row[0]: int(row[1]) for row in connection.execute(seqs)}
        files = select(import_log.c.origin, func.max(import_log.c.at)).group_by(import_log.c.origin)
        closings = select(DeskClosing.desk_id).where(col(DeskClosing.closed_at).is_not(None))
        return cls(
            desks=desks,
            users={row.id: row.name for row in session.exec(select(User))},
            organisations={
                row.id: Named(row.id, row.name_ar, row.name_en)
                for row in session.exec(select(Organisation))
            },
            heard={row[0]: int(row[1]) for row in connection.execute(files)},
            last=last,
            missing={
                device_id: sum(end - start + 1 for start, end in gaps(connection, device_id))
                for device_id in last
            },
            whole={one: seq for one, (seq, _) in whole_until(connection).items()},
            closed=frozenset(session.exec(closings)),
        )


def _begins(convoys: dict[str, Convoy], desk: Desk) -> tuple[str, str]:
    convoy = convoys.get(desk.convoy_id)
    return (convoy.starts_on or "" if convoy is not None else "", desk.id)


def _laptop(
    store: Store, rights: Rights, known: _Known, row: Device, named: dict[str, PlaceName]
) -> Laptop:
    standing = [
        granted.role
        for granted in rights.ceilings.get(row.id, ())
        if granted.change.hash not in rights.ends
    ]
    desk, convoy = known.desks.get(row.id, (None, ""))
    return Laptop(
        id=row.id,
        name=row.name,
        role=standing[0] if standing else None,
        state=_state(row, desk, known, ended=not standing),
        convoy=convoy,
        desk=desk.name if desk is not None else "",
        team=_names(known.users, desk.team if desk is not None else ()),
        organisation=known.organisations.get(row.organisation_id or ""),
        villages=tuple(named[code] for code in sorted(row.villages) if code in named),
        last_heard=known.heard.get(row.id),
        last_seq=known.last.get(row.id, 0),
        missing=known.missing.get(row.id, 0),
        whole=known.whole.get(row.id, 0),
        own=row.id == store.device_id,
    )


def _state(row: Device, desk: Desk | None, known: _Known, *, ended: bool) -> LaptopState:
    if ended:
        return LaptopState.ENDED
    if desk is not None and desk.id in known.closed:
        return LaptopState.CLOSED
    if row.id in known.last:
        return LaptopState.EXPORTED
    return LaptopState.JOINED if row.id in known.heard else LaptopState.PREPARED


def _names(users: dict[str, str], ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(users[one] for one in ids if one in users))
