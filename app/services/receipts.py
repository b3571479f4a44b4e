"""Receipts put together from what is on file: one for the desk, or many in their order."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.db.identity import signing_key
from app.db.queries.places import place_named
from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Campaign,
    Convoy,
    Desk,
    Household,
    Initiative,
    Organisation,
    Person,
    Proxy,
    User,
    Workspace,
)
from app.documents.receipt import ReceiptDocument, ReceiptLine
from app.documents.receipt_pages import Paper, receipt_pdf
from app.domain.national_id import mask
from app.domain.quantity import ZERO, Quantity
from app.domain.receipt_code import CodeLine, ReceiptRecord, device_prefix, write_codes
from app.domain.short_number import short_number
from app.errors import AidRecordNotFound
from app.keys import signing
from app.services.household_card import ItemName, item_names, people_of, unknown_item
from app.services.print_queue import printed_among
from app.words.aid import unit_text, void_reason_text
from app.words.catalog import Words
from app.words.places import place_name, place_path

_CHUNK = 200


def receipt_of(
    store: Store, aid_record_id: str, paper: Paper, words: Words, *, is_copy: bool = False
) -> bytes:
    """One receipt with its stub, as a PDF. Raises AidRecordNotFound."""
    with store.read() as session:
        record = session.get(AidRecord, aid_record_id)
        if record is None:
            raise AidRecordNotFound
        document = _Assembly(store, session, words).document(record, is_copy=is_copy)
    return receipt_pdf(document, paper, words)


def receipt_count(store: Store, convoy_id: str | None) -> int:
    """How many receipts a batch of a convoy (None: of all) has."""
    with store.read() as session:
        query = select(func.count(col(AidRecord.id))).where(col(AidRecord.receipt_no) > 0)
        if convoy_id is not None:
            query = query.where(col(AidRecord.convoy_id) == convoy_id)
        return int(session.exec(query).one())


def receipt_documents(
    store: Store, convoy_id: str | None, words: Words
) -> Iterator[ReceiptDocument]:
    """The receipts of a convoy (None: of all) by laptop and number; memory stays flat."""
    with store.read() as session:
        assembly = _Assembly(store, session, words)
        query = select(AidRecord).where(col(AidRecord.receipt_no) > 0)
        if convoy_id is not None:
            query = query.where(col(AidRecord.convoy_id) == convoy_id)
        query = query.order_by(col(AidRecord.device_id), col(AidRecord.receipt_no))
        found = session.exec(query.execution_options(yield_per=_CHUNK))
        # The session holds what it read only as long as somebody else does.
        for record in found:
            yield assembly.document(record)


def receipts_among(store: Store, aid_record_ids: Sequence[str]) -> tuple[str, ...]:
    """Those of these hand-overs that have a receipt, in their order."""
    found: set[str] = set()
    with store.read() as session:
        for start in range(0, len(aid_record_ids), _CHUNK):
            ids = list(aid_record_ids[start : start + _CHUNK])
            query = select(AidRecord.id).where(
                col(AidRecord.id).in_(ids), col(AidRecord.receipt_no) > 0
            )
            found.update(session.exec(query))
    return tuple(one for one in aid_record_ids if one in found)


def chosen_documents(
    store: Store, aid_record_ids: Sequence[str], words: Words
) -> Iterator[ReceiptDocument]:
    """The receipts of these hand-overs in their order, those printed here before as copies; what is
    gone, or never had a receipt, is left out. Memory stays flat."""
    with store.read() as session:
        assembly = _Assembly(store, session, words)
        for start in range(0, len(aid_record_ids), _CHUNK):
            ids = list(aid_record_ids[start : start + _CHUNK])
            printed = printed_among(session, ids)
            rows = session.exec(
                select(AidRecord).where(col(AidRecord.id).in_(ids), col(AidRecord.receipt_no) > 0)
            )
            found = {row.id: row for row in rows}
            for one in ids:
                if one in found:
                    yield assembly.document(found[one], is_copy=one in printed)


@dataclass(frozen=True)
class _Giver:
    name: str
    logo: bytes | None


class _Assembly:
    """What many receipts share is looked up once."""

    def __init__(self, store: Store, session: Session, words: Words) -> None:
        self._session = session
        self._words = words
        self._device_id = store.device_id
        self._key = signing_key(session.connection(), store.device_id)
        self._items = item_names(session)
        self._givers: dict[str | None, _Giver] = {}
        self._names: dict[tuple[str, str], str] = {}

    def document(self, record: AidRecord, *, is_copy: bool = False) -> ReceiptDocument:
        """The receipt of one hand-over."""
        session, words = self._session, self._words
        household = session.get(Household, record.household_id)
        people = people_of(session, record.household_id)
        head = people[0] if people else None
        giver = self._giver(record.organisation_id)
        return ReceiptDocument(
            organisation=giver.name,
            logo=giver.logo,
            initiative=self._initiative(record),
            convoy=self._name(Convoy, record.convoy_id),
            village=self._village(household.village_id) if household else "",
            day=record.day,
            handed_at=record.handed_at,
            short_number=short_number(record.device_id, record.receipt_no),
            household_head=head.name if head else words.translate("Receipt", "Not merged yet"),
            masked_id=mask(head.document_no) if head and head.document_no else "",
            collector=self._collector(record, people),
            lines=tuple(self._line(line) for line in record.lines),
            desk=self._name(Desk, record.desk_id),
            user=self._name(User, record.handed_by),
            codes=self._codes(record),
            is_copy=is_copy,
            void_reason=void_reason_text(words, record.void_reason) if record.voided else None,
        )

    def _codes(self, record: AidRecord) -> tuple[str, ...]:
        """Signed by this laptop, so only its own hand-overs carry a code."""
        if record.device_id != self._device_id:
            return ()
        content = ReceiptRecord(
            aid_record_id=record.id,
            device=device_prefix(record.device_id),
            receipt_no=record.receipt_no,
            handed_at=record.handed_at,
            day=record.day,
            convoy_id=record.convoy_id or None,
            household_id=record.household_id,
            person_id=record.person_id,
            lines=tuple(
                CodeLine(self._item(line["item"]).code, line["quantity"])
                for line in record.lines
                if line["quantity"] > 0
            ),
        )
        return write_codes(content, lambda message: signing.sign(self._key, message))

    def _line(self, line: dict[str, object]) -> ReceiptLine:
        item = self._item(str(line["item"]))
        quantity = Quantity(int(str(line["quantity"])))
        left = Quantity(max(0, int(str(line.get("ration", quantity))) - quantity))
        return ReceiptLine(
            item=place_name(self._words, item),
            quantity=quantity,
            unit=unit_text(self._words, item.unit),
            remainder=ZERO if line.get("owed") else left,
            owed=left if line.get("owed") else ZERO,
        )

    def _item(self, item_id: str) -> ItemName:
        return self._items.get(item_id) or unknown_item(item_id)

    def _collector(self, record: AidRecord, people: list[Person]) -> str:
        if record.proxy_id is not None:
            proxy = self._session.get(Proxy, record.proxy_id)
            return proxy.name if proxy else ""
        named = {person.id: person.name for person in people}
        return named.get(record.person_id or "", "")

    def _giver(self, organisation_id: str | None) -> _Giver:
        """The organisation whose aid it is; the workspace where no one organisation gave it."""
        if organisation_id not in self._givers:
            row = self._session.get(Organisation, organisation_id or "")
            if row is not None:
                name = place_name(self._words, row)
                logo = base64.b64decode(row.logo) if row.logo else None
                self._givers[organisation_id] = _Giver(name, logo)
            else:
                workspace = self._session.exec(select(Workspace)).first()
                self._givers[organisation_id] = _Giver(workspace.name if workspace else "", None)
        return self._givers[organisation_id]

    def _initiative(self, record: AidRecord) -> str:
        """The initiatives of the lines' campaigns, each once."""
        names: list[str] = []
        for campaign_id in {str(line.get("campaign") or "") for line in record.lines}:
            campaign = self._session.get(Campaign, campaign_id)
            initiative = self._session.get(
                Initiative, (campaign.initiative_id if campaign else None) or ""
            )
            if initiative is not None:
                names.append(place_name(self._words, initiative))
        return self._words.translate("Receipt", ", ").join(sorted(set(names)))

    def _name(self, model: type[Convoy | Desk | User], row_id: str | None) -> str:
        key = (model.__name__, row_id or "")
        if key not in self._names:
            row = self._session.get(model, row_id or "")
            self._names[key] = str(getattr(row, "name", ""))
        return self._names[key]

    def _village(self, village_id: str) -> str:
        key = ("place", village_id)
        if key not in self._names:
            found = place_named(self._session, village_id)
            self._names[key] = place_path(self._words, (found, *found.within)) if found else ""
        return self._names[key]
