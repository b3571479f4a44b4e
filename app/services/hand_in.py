"""Handing a laptop in: what it still holds alone, and wiping people's data once nothing is.

What a coordinator acknowledged is kept in full elsewhere. The laptop keeps its key, its users, the
programme, and where its chain goes on, so that the next convoy's update makes it work again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select
from sqlmodel import Session, col

from app.db.coverage import acknowledged_until
from app.db.identity import own_devices
from app.db.journal import chain_head
from app.db.store import Store
from app.db.tables import Draft, Household, Person, PrintJob, Setting, journal
from app.db.wiping import forget_all_but
from app.domain.journal.rights import SAFETY
from app.errors import CoordinatorKeeps, NotAcknowledged
from app.services.day import forget_day
from app.services.exchange.rights_here import coordinators, rights_here
from app.services.hand_over import LAST_RECEIPT, next_receipt_no

NOBODY_NAMED = frozenset(
    {
        *SAFETY,
        "organisation",
        "initiative",
        "aid_item",
        "category",
        "campaign",
        "entitlement_rule",
        "village",
        "convoy",
        "desk",
        "stock_movement",
        "desk_closing",
        "slip_range",
        "fork_decision",
    }
)
"""Kinds of record that name no beneficiary, and stay."""

_UNFINISHED = "wipe_unfinished"


@dataclass(frozen=True)
class Holdings:
    """What this laptop holds. `alone` counts, by kind of record, the changes made here that no
    coordinator has acknowledged; `drafts` and `unprinted` go with a wipe. `unfinished` says that
    one was interrupted before the disk was written anew."""

    households: int
    people: int
    alone: Mapping[str, int] = field(default_factory=dict)
    drafts: int = 0
    unprinted: int = 0
    is_coordinators: bool = False
    unfinished: bool = False

    @property
    def changes_alone(self) -> int:
        """Changes that would be lost."""
        return sum(self.alone.values())

    @property
    def may_be_wiped(self) -> bool:
        """Whether nothing would be lost."""
        return not self.alone and not self.is_coordinators


def holdings(store: Store) -> Holdings:
    """What this laptop holds now."""
    with store.read() as session:
        return _holdings(store, session)


def wipe(store: Store) -> Holdings:
    """Wipes people's data from this laptop and its disk; returns what was there. Once begun it can
    be repeated until it has come to its end.

    Raises NotAcknowledged, CoordinatorKeeps (then nothing changed), StoreBusy, DiskFull.
    """
    with store.write() as session:
        found = _holdings(store, session)
        if found.is_coordinators:
            raise CoordinatorKeeps
        if found.alone:
            raise NotAcknowledged(changes=found.changes_alone)
        last = next_receipt_no(session, store.device_id) - 1
        for key, value in ((LAST_RECEIPT, str(last)), (_UNFINISHED, "1")):
            session.merge(Setting(key=key, value=value))
        forget_day(session)
        session.flush()
        forget_all_but(session.connection(), NOBODY_NAMED)
        session.touched.update({"household": set(), "person": set(), "aid_record": set()})
    store.forget_backups()
    store.squeeze()
    with store.write() as session:
        session.delete(session.get_one(Setting, _UNFINISHED))
    return found


def _holdings(store: Store, session: Session) -> Holdings:
    connection = session.connection()

    def count(model: type[Household | Person | Draft]) -> int:
        return int(session.scalar(select(func.count()).select_from(model)) or 0)

    unprinted = select(func.count(col(PrintJob.id))).where(col(PrintJob.state) != "printed")
    return Holdings(
        households=count(Household),
        people=count(Person),
        alone=_alone(connection),
        drafts=count(Draft),
        unprinted=int(session.scalar(unprinted) or 0),
        is_coordinators=store.device_id in coordinators(rights_here(connection)),
        unfinished=session.get(Setting, _UNFINISHED) is not None,
    )


def _alone(connection: Connection) -> dict[str, int]:
    found: dict[str, int] = {}
    for device_id in own_devices(connection):
        until = acknowledged_until(connection, device_id)
        if chain_head(connection, device_id)[0] <= until:
            continue
        query = (
            select(journal.c.record_type, func.count())
            .where(journal.c.device_id == device_id, journal.c.seq > until)
            .group_by(journal.c.record_type)
        )
        for record_type, changes in connection.execute(query):
            found[record_type] = found.get(record_type, 0) + changes
    return dict(sorted(found.items()))
