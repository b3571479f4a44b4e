"""The convoy day chosen at the desk: which convoy, which desk, which date. Rules read this date,
never the clock."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sqlalchemy import Select, bindparam
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from app.db.identity import own_devices
from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import Convoy, Desk, Setting
from app.domain.permissions import Action
from app.errors import ConvoyClosed, NoConvoyToday
from app.services.rights import require_right

_SETTING = "today"
_EGYPT = timedelta(hours=2)
"""Enough to name the day: only the date proposed for a convoy depends on it, and it can be set."""


_CHOSEN: Final = select(Setting.value).where(Setting.key == _SETTING)
_OPEN: Final[Select[str, str, str, str]] = (
    sql_select(col(Convoy.id), col(Convoy.name), col(Desk.id), col(Desk.name))
    .join(Desk, col(Desk.convoy_id) == col(Convoy.id))
    .where(
        col(Convoy.id) == bindparam("convoy"),
        col(Convoy.closed_at).is_(None),
        col(Desk.id) == bindparam("desk"),
    )
)


@dataclass(frozen=True)
class ConvoyDay:
    """Where this laptop works today; `day` is `YYYY-MM-DD`."""

    convoy_id: str
    convoy_name: str
    desk_id: str
    desk_name: str
    day: str

    @property
    def date(self) -> date:
        """The day as a date."""
        return date.fromisoformat(self.day)


def calendar_day(store: Store) -> date:
    """Today's date in Egypt by this laptop's clock: a proposal only."""
    return (datetime.fromtimestamp(store.sources.now() / 1000, UTC) + _EGYPT).date()


def choose_day(store: Store, convoy_id: str, day: date, desk_name: str = "1") -> ConvoyDay:
    """Makes a convoy and a date the ones this desk works on; makes its desk if it has none.

    Raises NoConvoyToday if there is no such convoy, ConvoyClosed if it was closed, and RightMissing
    where its desk is to be made by somebody who may not plan.
    """
    with store.write() as session:
        convoy = session.get(Convoy, convoy_id)
        if convoy is None:
            raise NoConvoyToday
        if convoy.closed_at is not None:
            raise ConvoyClosed(convoy=convoy.name)
        desk = _own_desk(session, convoy_id)
        if desk is None:
            require_right(store, session, Action.PLAN)
            desk = Desk(
                id=store.new_id(), convoy_id=convoy_id, name=desk_name, device_id=store.device_id
            )
            session.add(desk)
        return _choose(session, convoy, desk, day)


def begin_at(session: JournalSession, store: Store, convoy_id: str, desk_id: str) -> None:
    """Makes a desk that was prepared for this laptop the one it works at, on the day of its convoy
    that is nearest to the calendar's. A convoy or desk that is not here changes nothing."""
    convoy, desk = session.get(Convoy, convoy_id), session.get(Desk, desk_id)
    if convoy is None or desk is None or not convoy.starts_on:
        return
    last = convoy.ends_on or convoy.starts_on
    day = min(max(calendar_day(store).isoformat(), convoy.starts_on), last)
    _choose(session, convoy, desk, date.fromisoformat(day))


def _choose(session: JournalSession, convoy: Convoy, desk: Desk, day: date) -> ConvoyDay:
    chosen = ConvoyDay(convoy.id, convoy.name, desk.id, desk.name, day.isoformat())
    session.merge(Setting(key=_SETTING, value=json.dumps(asdict(chosen))))
    return chosen


def forget_day(session: Session) -> None:
    """No convoy is chosen any longer."""
    session.merge(Setting(key=_SETTING, value=""))


def today(store: Store) -> ConvoyDay | None:
    """The chosen convoy day, or None while nothing was chosen or its convoy is closed."""
    with store.read() as session:
        return day_in(session)


def day_in(session: Session) -> ConvoyDay | None:
    """`today` inside a session."""
    setting = session.execute(_CHOSEN).scalar()
    if not setting:
        return None
    chosen = json.loads(setting)
    here = {"convoy": chosen["convoy_id"], "desk": chosen["desk_id"]}
    found = session.execute(_OPEN, here).first()
    if found is None:
        return None
    convoy_id, convoy, desk_id, desk = found
    return ConvoyDay(convoy_id, convoy, desk_id, desk, chosen["day"])


def day_or_refuse(session: Session) -> ConvoyDay:
    """`today`, raising NoConvoyToday where there is none."""
    found = day_in(session)
    if found is None:
        raise NoConvoyToday
    return found


def _own_desk(session: Session, convoy_id: str) -> Desk | None:
    """Also that of the id under which this laptop wrote before its store was restored."""
    own = own_devices(session.connection())
    query = select(Desk).where(Desk.convoy_id == convoy_id, col(Desk.device_id).in_(own))
    return session.exec(query.order_by(col(Desk.id))).first()
