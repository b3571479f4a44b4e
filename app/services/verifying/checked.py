"""A receipt as it is told to people: what stands on the paper, and what is on file about it."""

from dataclasses import dataclass, replace

from sqlmodel import Session, col, select

from app.db.queries.places import PlaceName, places_named
from app.db.tables import AidItem, AidRecord, Household, Person, User, search_household
from app.domain.quantity import Quantity
from app.domain.receipt_check import ReceiptState, ScannedReceipt, Signer
from app.domain.short_number import short_number
from app.services.household_card import ItemName, unknown_item


@dataclass(frozen=True)
class CheckedLine:
    """One item on a receipt; `item` has no name where its code is not in the catalogue here."""

    item: ItemName
    quantity: Quantity


@dataclass(frozen=True)
class Checked:
    """One receipt and what it turned out to be. `lines` are what its code gives; the household,
    where it is on file here, is named by its head, number and village."""

    state: ReceiptState
    number: str
    aid_record_id: str
    day: str
    handed_at: int
    device: str
    lines: tuple[CheckedLine, ...]
    household_head: str = ""
    household_number: str = ""
    place: PlaceName | None = None
    signer_ended: bool = False
    missing_parts: int = 0
    voided_at: int | None = None
    voided_by: str = ""
    void_reason: str = ""


def on_paper(
    receipt: ScannedReceipt,
    state: ReceiptState,
    signer: Signer | None,
    items: dict[int, ItemName] | None = None,
) -> Checked:
    """What the codes alone say; `items` are the catalogue's by their codes."""
    record = receipt.record
    known = items or {}
    return Checked(
        state=state,
        number=short_number(record.device, record.receipt_no),
        aid_record_id=record.aid_record_id,
        day=record.day,
        handed_at=record.handed_at,
        device=signer.name if signer else "",
        lines=tuple(
            CheckedLine(known.get(line.item_code) or _uncatalogued(line.item_code), line.quantity)
            for line in record.lines
        ),
        signer_ended=signer is not None and signer.ended,
        missing_parts=receipt.missing_parts,
    )


def on_file(record: AidRecord, device: str, items: dict[int, ItemName]) -> Checked:
    """A hand-over that was found without its code."""
    by_id = {item.id: item for item in items.values()}
    return Checked(
        state=state_of(record),
        number=short_number(record.device_id, record.receipt_no),
        aid_record_id=record.id,
        day=record.day,
        handed_at=record.handed_at,
        device=device,
        lines=tuple(
            CheckedLine(
                by_id.get(line["item"]) or unknown_item(line["item"]), Quantity(line["quantity"])
            )
            for line in record.lines
        ),
    )


def state_of(record: AidRecord | None) -> ReceiptState:
    """What became of a genuine receipt's hand-over here."""
    if record is None:
        return ReceiptState.UNMERGED
    return ReceiptState.VOIDED if record.voided else ReceiptState.MERGED


def with_household(session: Session, seen: Checked, household_id: str) -> Checked:
    """With the household's names, if it is on file here."""
    household = session.get(Household, household_id)
    if household is None:
        return seen
    index = search_household
    head = session.exec(
        select(col(Person.name))
        .join(index, index.c.head_id == col(Person.id))
        .where(index.c.household_id == household_id)
    ).first()
    return replace(
        seen,
        household_head=head or "",
        household_number=household.number,
        place=places_named(session, {household.village_id}).get(household.village_id),
    )


def with_void(session: Session, seen: Checked, record: AidRecord | None) -> Checked:
    """With when, by whom and why it was voided, if it was."""
    if record is None or not record.voided:
        return seen
    user = session.get(User, record.void_by)
    return replace(
        seen,
        voided_at=record.void_at,
        voided_by=user.name if user else "",
        void_reason=record.void_reason,
    )


def items_by_code(session: Session) -> dict[int, ItemName]:
    """The catalogue by the codes that stand on receipts."""
    return {
        row.code: ItemName(row.id, row.name_ar, row.name_en, row.unit, row.code)
        for row in session.exec(select(AidItem).order_by(col(AidItem.id).desc()))
    }


def _uncatalogued(code: int) -> ItemName:
    return ItemName("", "", "", "", code)
