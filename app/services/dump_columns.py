"""The files of a dump and their columns, in the order they stand in `docs/dump.md`.

People script against these: columns may be added at the end of a file, never moved or renamed.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import Select, Text, case, cast, select

from app.db.tables import (
    RECORDS,
    AidItem,
    AidRecord,
    Person,
    aid_line,
)
from app.domain.quantity import Quantity, format_quantity

Form = Callable[[Any], str | int]

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = (datetime.max.replace(tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)
_FIRST: Final = (datetime.min.replace(tzinfo=UTC) - _EPOCH) // timedelta(milliseconds=1)


def instant(milliseconds: int) -> str | int:
    """`2025-11-22T07:00:00.000Z`; a clock so wrong that its year has no four digits stays as
    milliseconds since 1970."""
    if not _FIRST <= milliseconds <= _LAST:
        return milliseconds
    seconds, rest = divmod(milliseconds, 1000)
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%S}.{rest:03}Z".rjust(24, "0")


def elements(values: Iterable[str]) -> str:
    """The elements of a set, sorted and parted by `|`; a `|` or backslash inside one has a
    backslash before it."""
    return "|".join(value.replace("\\", "\\\\").replace("|", "\\|") for value in sorted(values))


def objects(values: Iterable[Mapping[str, Any]]) -> str:
    """A list of objects as JSON with sorted keys; nothing for an empty one."""
    listed = list(values)
    return json.dumps(listed, ensure_ascii=False, sort_keys=True) if listed else ""


def _quantity(thousandths: int) -> str:
    return format_quantity(Quantity(thousandths))


FORMS: Final[Mapping[str, Form]] = {
    "flag": int,
    "instant": instant,
    "quantity": _quantity,
    "set": elements,
    "json": objects,
}
"""How a value that is not plain text or a whole number is written; None is always nothing."""


@dataclass(frozen=True)
class DumpFile:
    """One CSV: its name, the query that gives its rows in their order, and how to write them."""

    name: str
    record_type: str
    columns: tuple[str, ...]
    forms: tuple[Form | None, ...]
    query: Select[Any]


def _file(
    name: str,
    record_type: str,
    listed: str,
    query: Callable[[list[Any]], Select[Any]],
    expressions: Mapping[str, Any],
) -> DumpFile:
    columns, forms, selected = [], [], []
    for entry in listed.split():
        column, _, form = entry.partition(":")
        columns.append(column)
        forms.append(FORMS[form] if form else None)
        selected.append(expressions[column])
    return DumpFile(name, record_type, tuple(columns), tuple(forms), query(selected))


def _records(
    name: str, record_type: str, listed: str, extra: Mapping[str, Any] | None = None
) -> DumpFile:
    """The file of one record type, a row a record."""
    model: Any = RECORDS[record_type].model
    table = model.__table__
    return _file(
        name,
        record_type,
        listed,
        lambda selected: select(*selected).order_by(table.c.id),
        {**dict(table.c.items()), **(extra or {})},
    )


def _aid_records() -> DumpFile:
    """A row a line: what was handed over is read by item."""
    record, item = _table(AidRecord), _table(AidItem)
    expressions = {
        **dict(record.c.items()),
        **dict(aid_line.c.items()),
        "receipt_no": case(
            (record.c.receipt_no != 0, cast(record.c.receipt_no, Text)), else_=record.c.paper_no
        ),
        "person_id": record.c.person_id,
        "for_person_id": aid_line.c.person_id,
        "item": item.c.code,
    }
    return _file(
        "aid_records.csv",
        "aid_record",
        "id aid_record_id receipt_no convoy_id household_id person_id item quantity:quantity "
        "handed_at:instant device_id voided:flag item_id ration:quantity campaign_id rule_id "
        "for_person_id answer reason owed:flag desk_id organisation_id proxy_id day source "
        "paper_no handed_by void_reason void_at:instant void_by void_day",
        lambda selected: (
            select(*selected)
            .select_from(aid_line)
            .join(record, record.c.id == aid_line.c.aid_record_id)
            .outerjoin(item, item.c.id == aid_line.c.item_id)
            .order_by(aid_line.c.id)
        ),
        expressions,
    )


def _table(model: Any) -> Any:
    return model.__table__


def _national_id() -> Any:
    person = _table(Person)
    return case((person.c.document_type == "national_id", person.c.document_no))


FILES: Final[tuple[DumpFile, ...]] = (
    _records("workspaces.csv", "workspace", "id name public_key recovery_recipient"),
    _records(
        "organisations.csv",
        "organisation",
        "id name_ar name_en kind parent_id phone active:flag logo",
    ),
    _records(
        "devices.csv",
        "device",
        "id name public_key organisation_id recipient villages:set introduction:json",
    ),
    _records("users.csv", "user", "id name phone active:flag credential"),
    _records("grants.csv", "grant", "id subject_type subject_id role ended:flag certificate"),
    _records("revocations.csv", "revocation", "id grant_hash cut_offs:json certificate"),
    _records("releases.csv", "release", "id active:flag"),
    _records("takings_back.csv", "taking_back", "id active:flag hashes:set ranges:json"),
    _records("erasures.csv", "erasure", "id records:set reason at:instant certificate"),
    _records("disclosures.csv", "disclosure", "id kind rows digest at:instant"),
    _records("initiatives.csv", "initiative", "id name_ar name_en active:flag"),
    _records(
        "aid_items.csv",
        "aid_item",
        "id code name_ar name_en kind unit value synonyms:set active:flag",
    ),
    _records("categories.csv", "category", "id name_ar name_en synonyms:set active:flag"),
    _records(
        "campaigns.csv",
        "campaign",
        "id initiative_id name starts_on ends_on active:flag by_list:flag",
    ),
    _records(
        "entitlement_rules.csv",
        "entitlement_rule",
        "id campaign_id item_id per frequency days times quantity:quantity villages:set "
        "categories:set min_size max_size min_age max_age excluded_by:set active:flag",
    ),
    _records("campaign_listings.csv", "campaign_listing", "id campaign_id household_id listing"),
    _records("villages.csv", "village", "id name_ar name_en district_id parent_id"),
    _records(
        "households.csv",
        "household",
        "id number village_id address phone declared_size categories:set notes source "
        "registered_on consent consent_on consent_by consent_purpose consent_sharing:flag",
    ),
    _records(
        "persons.csv",
        "person",
        "id household_id name national_id document_type document_no birth_date sex phone "
        "birth_precision document_verified:flag relationship guardian_id categories:set notes "
        "active:flag",
        {"national_id": _national_id()},
    ),
    _records(
        "proxies.csv",
        "proxy",
        "id name document_type document_no phone relation authorisation stands:flag",
    ),
    _records(
        "convoys.csv",
        "convoy",
        "id name starts_on ends_on villages:set organisations:set campaigns:set notes "
        "closed_at:instant closed_by closing_note closing_counts:json",
    ),
    _records(
        "desks.csv",
        "desk",
        "id convoy_id name device_id villages:set letters:set number_from number_to walk_ins:flag "
        "team:set",
    ),
    _records("convoy_keys.csv", "convoy_key", "id key"),
    _records(
        "stock_movements.csv",
        "stock_movement",
        "id convoy_id desk_id item_id kind quantity:quantity day reason at:instant voided:flag "
        "void_reason void_at:instant void_by void_day",
    ),
    _aid_records(),
    _records(
        "parked_cases.csv",
        "parked_case",
        "id convoy_id desk_id household_id typed reason note at:instant settled_at:instant "
        "settled_by settled_how",
    ),
    _records(
        "desk_closings.csv",
        "desk_closing",
        "id convoy_id desk_id device_id day counts:json hand_overs first_receipt last_receipt "
        "closed_at:instant closed_by witness note",
    ),
    _records(
        "slip_ranges.csv",
        "slip_range",
        "id convoy_id device_id first_no last_no printed_at:instant printed_by",
    ),
    _records("cards.csv", "card", "id household_id serial issued_at:instant issued_by voided:flag"),
    _records(
        "person_verdicts.csv",
        "person_verdict",
        "id person_a person_b decision degrees note decided_at:instant decided_by",
    ),
    _records(
        "household_verdicts.csv",
        "household_verdict",
        "id household_a household_b decision note decided_at:instant decided_by",
    ),
    _records(
        "double_aid_decisions.csv",
        "double_aid_decision",
        "id aid_records:set decision note decided_at:instant decided_by",
    ),
    _records(
        "fork_decisions.csv",
        "fork_decision",
        "id device_id changes:set decision note decided_at:instant decided_by",
    ),
)

JOURNAL_FILE: Final = "journal.jsonl"

JOURNAL_KEYS: Final = (
    "device_id",
    "seq",
    "prev_hash",
    "record_type",
    "record_id",
    "base",
    "payload_hash",
    "salt",
    "fields",
    "actor",
    "grant",
    "recorded_at",
    "hash",
    "version",
    "skipped",
)
"""The keys of each line of the journal, in their order."""
