"""The list after the distribution: every hand-over with who collected it, voided ones marked."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sqlalchemy import Select, select

from app.db.tables import AidRecord, Household, Person, Proxy, search_household, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.domain.quantity import Quantity
from app.domain.short_number import short_number
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, within
from app.services.reports.to_sign import COUNT
from app.services.reports.where import whereabouts
from app.words.aid import void_reason_text
from app.words.catalog import marked
from app.words.proxy import RELATIONS
from app.words.stock import amount

_RECORD: Final = table_of(AidRecord)
_HOME: Final = table_of(Household)
_PERSON: Final = table_of(Person)
_PROXY: Final = table_of(Proxy)

RECEIPT: Final = Column(
    "receipt",
    marked("Reports", "Receipt"),
    marked("Reports", "The number on the receipt, or on the paper that was typed in."),
    Kind.CODE,
    1.4,
)
RECEIVED: Final = Column(
    "received",
    marked("Reports", "What was received"),
    marked("Reports", "The items with their quantities; what was out of stock stands as owed."),
    share=3.2,
)
STATE: Final = Column(
    "state",
    marked("Reports", "State"),
    marked("Reports", "Empty while it stands; voided, with the reason, where it counts no more."),
    share=1.8,
)
ROWS: Final = TableKind(
    "rows",
    marked("Reports", "Hand-overs"),
    (
        COUNT,
        RECEIPT,
        shared.NUMBER,
        shared.HEAD,
        shared.VILLAGE,
        RECEIVED,
        Column(
            "collected_by",
            marked("Reports", "Collected by"),
            marked("Reports", "Who stood at the desk: a member, or somebody for the family."),
            share=2.4,
        ),
        Column(
            "at",
            marked("Reports", "Time"),
            marked("Reports", "When it was handed over, by the laptop's clock."),
            Kind.MOMENT,
            2,
        ),
        STATE,
    ),
    row_mm=7,
)
REPORT: Final = ReportKind(
    "signed-list",
    marked("Reports", "Signed distribution list"),
    marked(
        "Reports",
        "Every hand-over of a convoy in the order of time, with its receipt and who collected it. "
        "The undersigned confirm that it was handed over so.",
    ),
    (ROWS,),
    signatures=(
        marked("Reports", "Convoy supervisor"),
        marked("Reports", "Storekeeper"),
        marked("Reports", "Representative of the organisation"),
        marked("Reports", "Village representative"),
    ),
    landscape=True,
    personal=True,
)


def signed_list(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The one table."""
    found = ask.rows(_query().where(*within(scope, _RECORD)))
    villages = whereabouts(ask, {row.village_id or "" for row in found})
    rows: list[Row] = [
        (
            number,
            receipt_text(row),
            row.number or "",
            row.head or "",
            villages[row.village_id or ""].village,
            lines_text(ask, row.lines),
            _collector(ask, row),
            row.handed_at,
            state_text(ask, row),
        )
        for number, row in enumerate(found, 1)
    ]
    yield Table(ROWS, rows)


def receipt_text(row: Any) -> str:
    """The number of an aid record's paper; empty where it has none."""
    if row.receipt_no and row.device_id:
        return short_number(row.device_id, row.receipt_no)
    return str(row.paper_no)


def state_text(ask: Ask, row: Any) -> str:
    """Why an aid record was voided; empty while it stands."""
    if not row.voided:
        return ""
    reason = void_reason_text(ask.words, row.void_reason)
    return ask.words.translate("Receipts", "voided: {reason}", reason=reason)


def lines_text(ask: Ask, lines: tuple[Mapping[str, Any], ...]) -> str:
    """The lines of an aid record, in words."""
    return ask.words.translate("Receipts", ", ").join(_line_text(ask, line) for line in lines)


def _line_text(ask: Ask, line: Mapping[str, Any]) -> str:
    words, item = ask.words, ask.item_name(str(line["item"]))
    given = Quantity(int(line["quantity"]))
    if line.get("owed") and not given:
        return words.translate("Receipts", "{item} owed", item=item)
    quantity = amount(words, given)
    if line.get("owed"):
        return words.translate(
            "Receipts", "{quantity} {item}, the rest owed", quantity=quantity, item=item
        )
    return words.translate("Receipts", "{quantity} {item}", quantity=quantity, item=item)


def _collector(ask: Ask, row: Any) -> str:
    if row.proxy is None:
        return row.collector or ""
    relation = ask.words.of(RELATIONS[row.relation]) if row.relation in RELATIONS else row.relation
    if not relation:
        return str(row.proxy)
    return ask.words.translate("Reports", "{name} ({relation})", name=row.proxy, relation=relation)


def _query() -> Select[Any]:
    head, collector, index = _PERSON.alias("head"), _PERSON.alias("collector"), search_household
    return (
        select(
            _RECORD,
            _HOME.c.number,
            _HOME.c.village_id,
            head.c.name.label("head"),
            collector.c.name.label("collector"),
            _PROXY.c.name.label("proxy"),
            _PROXY.c.relation,
        )
        .outerjoin(_HOME, _HOME.c.id == _RECORD.c.household_id)
        .outerjoin(index, index.c.household_id == _RECORD.c.household_id)
        .outerjoin(head, head.c.id == index.c.head_id)
        .outerjoin(collector, collector.c.id == _RECORD.c.person_id)
        .outerjoin(_PROXY, _PROXY.c.id == _RECORD.c.proxy_id)
        .order_by(_RECORD.c.handed_at, _RECORD.c.id)
    )
