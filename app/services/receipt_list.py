"""The hand-overs with their receipts: which there are, in which order, and what a line shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, case, exists, func, or_, select

from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Desk,
    Household,
    Person,
    PrintJob,
    User,
    aid_line,
    place,
    search_household,
    table_of,
)
from app.domain.digits import only_digits, to_ascii_digits
from app.domain.names import name_key
from app.domain.quantity import Quantity
from app.domain.search_keys import joined_key
from app.domain.short_number import ShortNumber, device_mark, parse_short_number, short_number
from app.errors import ShortNumberMistyped
from app.services.household_card import ItemName, item_names, unknown_item
from app.services.print_queue import PRINTED

_RECORD: Final = table_of(AidRecord)
_JOB: Final = table_of(PrintJob)
_HOUSEHOLD: Final = table_of(Household)


class ReceiptState(StrEnum):
    """Where a receipt stands."""

    PRINTED = "printed"
    WAITING = "waiting"
    """In the queue of this laptop's printer, or refused by it."""
    NOT_PRINTED = "not_printed"
    """Never asked for here, or handed over on another laptop."""
    VOIDED = "voided"


class ReceiptSort(StrEnum):
    """The columns by which the list is ordered."""

    TIME = "time"
    NUMBER = "number"
    HEAD = "head"


@dataclass(frozen=True)
class ReceiptsWanted:
    """Which hand-overs to list: None and an empty text leave nothing out. A village stands for its
    hamlets too. `text` is a receipt's, slip's or household's number, or a part of the name of the
    household's head."""

    convoy_id: str | None = None
    village_id: str | None = None
    campaign_id: str | None = None
    day: str | None = None
    state: ReceiptState | None = None
    text: str = ""
    sort: ReceiptSort = ReceiptSort.TIME
    descending: bool = True


@dataclass(frozen=True)
class GivenItem:
    """One item of a hand-over; `owed` when it, or its rest, was out of stock."""

    item: ItemName
    quantity: Quantity
    owed: bool


@dataclass(frozen=True)
class ReceiptRow:
    """One hand-over. `number` is the receipt's, or that of a paper slip, or empty; `handed_at` in
    milliseconds UTC; `head` is empty while the household has not arrived here."""

    id: str
    number: str
    household_id: str
    household_number: str
    head: str
    items: tuple[GivenItem, ...]
    day: str
    handed_at: int
    desk: str
    by: str
    state: ReceiptState
    void_reason: str


def receipt_ids(store: Store, wanted: ReceiptsWanted) -> tuple[str, ...]:
    """The ids of the wanted hand-overs, in order."""
    query = select(_RECORD.c.id)
    if wanted.text.strip() or wanted.sort is ReceiptSort.HEAD:
        index = search_household
        query = query.outerjoin(index, index.c.household_id == _RECORD.c.household_id)
        query = query.outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _RECORD.c.household_id)
    for condition in _conditions(store, wanted):
        query = query.where(condition)
    order = {
        ReceiptSort.TIME: (_RECORD.c.handed_at,),
        ReceiptSort.NUMBER: (_RECORD.c.device_id, _RECORD.c.receipt_no, _RECORD.c.paper_no),
        ReceiptSort.HEAD: (search_household.c.name_key,),
    }[wanted.sort]
    columns = (*order, _RECORD.c.id)
    query = query.order_by(*(one.desc() if wanted.descending else one for one in columns))
    with store.read() as session:
        return tuple(session.connection().scalars(query))


def receipt_rows(store: Store, ids: Sequence[str]) -> tuple[ReceiptRow, ...]:
    """The lines of some hand-overs, in their order; what is gone by now is left out."""
    user, desk, head = table_of(User), table_of(Desk), table_of(Person)
    index = search_household
    query = (
        select(
            _RECORD,
            _state().label("state"),
            _HOUSEHOLD.c.number,
            head.c.name.label("head"),
            desk.c.name.label("desk"),
            user.c.name.label("by"),
        )
        .outerjoin(_HOUSEHOLD, _HOUSEHOLD.c.id == _RECORD.c.household_id)
        .outerjoin(index, index.c.household_id == _RECORD.c.household_id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .outerjoin(desk, desk.c.id == _RECORD.c.desk_id)
        .outerjoin(user, user.c.id == _RECORD.c.handed_by)
        .where(_RECORD.c.id.in_(list(ids)))
    )
    with store.read() as session:
        named = item_names(session)
        found = {row.id: _row(row, named) for row in session.connection().execute(query)}
    return tuple(found[one] for one in ids if one in found)


def receipt_days(store: Store, convoy_id: str | None) -> tuple[str, ...]:
    """The days of a convoy's hand-overs (None: of all), the latest first."""
    query = select(_RECORD.c.day).distinct().order_by(_RECORD.c.day.desc())
    if convoy_id is not None:
        query = query.where(_RECORD.c.convoy_id == convoy_id)
    with store.read() as session:
        return tuple(session.connection().scalars(query))


def _conditions(store: Store, wanted: ReceiptsWanted) -> Iterable[ColumnElement[bool]]:
    if wanted.convoy_id is not None:
        yield _RECORD.c.convoy_id == wanted.convoy_id
    if wanted.village_id is not None:
        inside = (place.c.id == wanted.village_id, place.c.parent_id == wanted.village_id)
        homes = select(_HOUSEHOLD.c.id).where(
            _HOUSEHOLD.c.village_id.in_(select(place.c.id).where(or_(*inside)))
        )
        yield _RECORD.c.household_id.in_(homes)
    if wanted.campaign_id is not None:
        yield exists().where(
            aid_line.c.aid_record_id == _RECORD.c.id, aid_line.c.campaign_id == wanted.campaign_id
        )
    if wanted.day is not None:
        yield _RECORD.c.day == wanted.day
    if wanted.state is not None:
        yield _state() == wanted.state.value
    if wanted.text.strip():
        yield _says(store, wanted.text.strip())


def _state() -> ColumnElement[str]:
    """The state as SQL; a job that still waits counts more than one printed before."""
    mine = _JOB.c.aid_record_id == _RECORD.c.id
    return case(
        (_RECORD.c.voided.is_(True), ReceiptState.VOIDED.value),
        (exists().where(mine, _JOB.c.state != PRINTED), ReceiptState.WAITING.value),
        (exists().where(mine, _JOB.c.state == PRINTED), ReceiptState.PRINTED.value),
        else_=ReceiptState.NOT_PRINTED.value,
    )


def _says(store: Store, text: str) -> ColumnElement[bool]:
    """What a text may mean: a number of the receipt or household, or parts of the head's name."""
    key = joined_key(text)
    number: ColumnElement[Any] = _RECORD.c.paper_no
    found = [func.lower(number) == to_ascii_digits(text).lower()]
    if key:
        found.append(search_household.c.number_key == key)
    digits = only_digits(text)
    if digits and key == digits:
        found.append(_RECORD.c.receipt_no == int(digits[:15]))
        found.append(search_household.c.number_tail == digits.lstrip("0"))
    short = _short_number(text)
    if short is not None:
        found.append(
            and_(
                _RECORD.c.receipt_no == short.receipt_no,
                _RECORD.c.device_id.in_(_devices(store, short.device_mark)),
            )
        )
    parts = name_key(text).split()
    if parts:
        found.append(and_(*(_begins_a_word(part) for part in parts)))
    return or_(*found)


def _begins_a_word(part: str) -> ColumnElement[bool]:
    column = search_household.c.name_key
    return or_(
        column.startswith(part, autoescape=True), column.contains(f" {part}", autoescape=True)
    )


def _short_number(text: str) -> ShortNumber | None:
    try:
        return parse_short_number(text)
    except ShortNumberMistyped:
        return None


def _devices(store: Store, mark: str) -> list[str]:
    """The laptops that three digits stand for."""
    query = select(_RECORD.c.device_id).where(_RECORD.c.device_id != "").distinct()
    with store.read() as session:
        known = session.connection().scalars(query)
        return [device for device in known if device_mark(device) == mark]


def _row(row: Row[Any], named: Mapping[str, ItemName]) -> ReceiptRow:
    number = short_number(row.device_id, row.receipt_no) if row.receipt_no else row.paper_no
    return ReceiptRow(
        id=row.id,
        number=number,
        household_id=row.household_id,
        household_number=row.number or "",
        head=row.head or "",
        items=tuple(
            GivenItem(
                named.get(line["item"]) or unknown_item(line["item"]),
                Quantity(line["quantity"]),
                bool(line.get("owed")),
            )
            for line in row.lines
        ),
        day=row.day,
        handed_at=row.handed_at,
        desk=row.desk or "",
        by=row.by or "",
        state=ReceiptState(row.state),
        void_reason=row.void_reason,
    )
