"""Typing slips in: what was written by hand becomes hand-overs, each slip once.

A slip's number is known by its convoy, so the same one cannot be typed twice on a laptop while its
hand-over stands. Two laptops that typed it before they heard of each other made two hand-overs:
both are kept, as everything that is said to have happened is, and they are told as a case until
one of them is voided.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Row, func, select, tuple_
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Convoy,
    Desk,
    Household,
    Person,
    search_household,
    table_of,
)
from app.domain.digits import only_digits
from app.domain.permissions import Action
from app.domain.quantity import Quantity
from app.domain.slip_code import SlipCode, printed_number, read_printed_number, read_slip
from app.errors import (
    ConvoyClosed,
    ConvoyNotFound,
    DayMissing,
    HouseholdNotFound,
    NothingToHandOver,
    SlipOfAnotherConvoy,
    SlipOnFile,
)
from app.services.day import ConvoyDay, calendar_day
from app.services.entitlements import answers_on, facts_of
from app.services.hand_over import GivenLine, NewProxy, by_rule, giver_of, kept_line, proxy_of
from app.services.household_card import ItemName, item_names, people_of, unknown_item
from app.services.paper.slips import PAPER
from app.services.receipt_list import GivenItem
from app.services.review.authors import Author, Authors
from app.services.rights import require_right

_SHORTEST_CODE = 40
"""Digits; a slip's code has 56, its printed number at most 9."""

_NOON = dt.time(12)
_RECORD = table_of(AidRecord)


@dataclass(frozen=True)
class SlipOnDesk:
    """A slip that is to be typed in: its convoy, its number as printed, and its hand-overs on file
    that stand."""

    day: ConvoyDay
    slip_no: int
    number: str
    on_file: tuple["Entered", ...]


@dataclass(frozen=True)
class Entered:
    """A hand-over typed in from a slip. `head` is empty while its household has not arrived;
    `handed_at` in milliseconds UTC; `by` typed it in."""

    aid_record_id: str
    convoy: str
    number: str
    household_id: str
    head: str
    items: tuple[GivenItem, ...]
    day: str
    handed_at: int
    by: Author


@dataclass(frozen=True)
class PaperHandOver:
    """What a slip says: `day` (a convoy day) and perhaps the time of day, by the clock of the place
    where this laptop is. The collector is one of the household's people or a proxy."""

    convoy_id: str
    slip_no: int
    household_id: str
    lines: tuple[GivenLine, ...]
    day: dt.date
    time: dt.time | None = None
    person_id: str | None = None
    new_proxy: NewProxy | None = None


def slip_typed(store: Store, text: str, convoy_id: str) -> SlipOnDesk:
    """The slip whose code was scanned, or whose number of a convoy was typed. A scanned slip is of
    the convoy that stands in its code.

    Raises SlipNumberMistyped, CodeMalformed, CodeOfAnotherKind, CodeNewer, SlipOfAnotherConvoy,
    ConvoyNotFound.
    """
    with store.read() as session:
        if len(only_digits(text)) >= _SHORTEST_CODE:
            slip = read_slip("".join(text.split()))
            if session.get(Convoy, slip.convoy_id) is None:
                raise SlipOfAnotherConvoy
        else:
            slip = SlipCode(convoy_id, read_printed_number(text))
        number = printed_number(slip.slip_no)
        return SlipOnDesk(
            _day(store, session, slip.convoy_id, None),
            slip.slip_no,
            number,
            tuple(_entered(session, slip.convoy_id, number)),
        )


def record_paper(store: Store, command: PaperHandOver) -> str:
    """Saves what a slip says as a hand-over of its day and returns its id.

    What the desk has in stock is not asked, since it was given. Raises SlipOnFile, ConvoyNotFound,
    ConvoyClosed, DayMissing, HouseholdNotFound, NothingToHandOver, ReasonMissing, RightMissing.
    """
    if not any(line.quantity > 0 or line.owed for line in command.lines):
        raise NothingToHandOver
    if command.day > calendar_day(store):
        raise DayMissing
    number = printed_number(command.slip_no)
    with store.write() as session:
        require_right(store, session, Action.HAND_OVER)
        convoy = session.get(Convoy, command.convoy_id)
        if convoy is not None and convoy.closed_at is not None:
            raise ConvoyClosed(convoy=convoy.name)
        day = _day(store, session, command.convoy_id, command.day)
        if any(_entered(session, command.convoy_id, number)):
            raise SlipOnFile(number=number)
        household = session.get(Household, command.household_id)
        if household is None:
            raise HouseholdNotFound
        facts = facts_of(session, household, people_of(session, household.id), store.device_id)
        answers = by_rule(answers_on(session, facts, day))
        record = AidRecord(
            id=store.new_id(),
            convoy_id=day.convoy_id,
            desk_id=day.desk_id or None,
            organisation_id=giver_of(session, day.convoy_id),
            household_id=household.id,
            person_id=command.person_id,
            proxy_id=proxy_of(store, session, None, command.new_proxy),
            lines=tuple(kept_line(line, answers) for line in command.lines),
            paper_no=number,
            day=day.day,
            handed_at=_instant(command.day, command.time),
            source=PAPER,
            device_id=store.device_id,
            handed_by=store.actor,
        )
        session.add(record)
        return record.id


def typed_twice(store: Store) -> tuple[tuple[Entered, ...], ...]:
    """The slips of which several hand-overs stand, each with all of them, the oldest first."""
    key = (_RECORD.c.convoy_id, _RECORD.c.paper_no)
    several = (
        select(*key)
        .where(_RECORD.c.source == PAPER, _RECORD.c.voided.is_(False), _RECORD.c.paper_no != "")
        .group_by(*key)
        .having(func.count() > 1)
    )
    with store.read() as session:
        found = _told(session, select(_RECORD).where(tuple_(*key).in_(several)))
        cases = groupby(found, key=lambda row: (row.convoy, row.number))
        return tuple(tuple(case) for _, case in cases)


def count_typed_twice(store: Store) -> int:
    """How many slips were typed in more than once."""
    return len(typed_twice(store))


def paper_day(store: Store, convoy_id: str, day: dt.date) -> ConvoyDay:
    """A convoy on a day, as the rules are asked. Raises ConvoyNotFound."""
    with store.read() as session:
        return _day(store, session, convoy_id, day)


def _day(store: Store, session: Session, convoy_id: str, day: dt.date | None) -> ConvoyDay:
    """The desk is this laptop's on that convoy, so that its stock stays right; none if it has
    none."""
    convoy = session.get(Convoy, convoy_id)
    if convoy is None:
        raise ConvoyNotFound(name=convoy_id)
    desk = session.exec(
        select_rows(Desk)
        .where(Desk.convoy_id == convoy_id, Desk.device_id == store.device_id)
        .order_by(col(Desk.id))
    ).first()
    when = day.isoformat() if day else convoy.starts_on or calendar_day(store).isoformat()
    desk_id, name = (desk.id, desk.name) if desk else ("", "")
    return ConvoyDay(convoy.id, convoy.name, desk_id, name, when)


def _instant(day: dt.date, time: dt.time | None) -> int:
    return int(dt.datetime.combine(day, time or _NOON).timestamp()) * 1000


def _entered(session: Session, convoy_id: str, number: str) -> Iterator[Entered]:
    return _told(
        session,
        select(_RECORD).where(
            _RECORD.c.convoy_id == convoy_id,
            _RECORD.c.paper_no == number,
            _RECORD.c.source == PAPER,
            _RECORD.c.voided.is_(False),
        ),
    )


def _told(session: Session, records: Any) -> Iterator[Entered]:
    """These aid records by convoy, number and id, with the names that belong to them."""
    chosen, head, convoy = records.subquery(), table_of(Person), table_of(Convoy)
    index = search_household
    query = (
        select(chosen, head.c.name.label("head"), convoy.c.name.label("convoy"))
        .outerjoin(index, index.c.household_id == chosen.c.household_id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .outerjoin(convoy, convoy.c.id == chosen.c.convoy_id)
        .order_by(chosen.c.convoy_id, chosen.c.paper_no, chosen.c.id)
    )
    rows: Sequence[Row[Any]] = session.connection().execute(query).all()
    if not rows:
        return
    named, authors = item_names(session), Authors(session)
    for row in rows:
        yield Entered(
            row.id,
            row.convoy or "",
            row.paper_no,
            row.household_id,
            row.head or "",
            _items(row.lines, named),
            row.day,
            row.handed_at,
            authors.named(row.handed_by, row.device_id, row.handed_at),
        )


def _items(lines: Sequence[dict[str, Any]], named: Mapping[str, ItemName]) -> tuple[GivenItem, ...]:
    """What was given of each item, whichever person it was for."""
    given: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        given.setdefault(line["item"], []).append(line)
    return tuple(
        GivenItem(
            named.get(item) or unknown_item(item),
            Quantity(sum(line["quantity"] for line in of_item)),
            any(line.get("owed") for line in of_item),
        )
        for item, of_item in given.items()
    )
