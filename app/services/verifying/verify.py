"""Whether receipts are genuine, and what became of their hand-overs. Nothing is recorded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import AidRecord
from app.documents.scanning import Page
from app.domain.receipt_check import (
    WORST_FIRST,
    ReceiptState,
    ScannedReceipt,
    Signer,
    signed_by,
)
from app.domain.receipt_code import read_code
from app.domain.short_number import ShortNumber, device_mark, parse_short_number
from app.errors import ReceiptNotOnFile
from app.keys import signing
from app.services.household_card import ItemName
from app.services.verifying.checked import (
    Checked,
    items_by_code,
    on_file,
    on_paper,
    state_of,
    with_household,
    with_void,
)
from app.services.verifying.scan import scan_files, unheard_page
from app.services.verifying.signers import signers_of

_SHORTEST_CODE = 40
"""Digits; a short number has at most 18."""


@dataclass(frozen=True)
class Verified:
    """What was scanned. `other_kinds` and `unread` are those of the scan."""

    receipts: tuple[Checked, ...]
    other_kinds: dict[str, int] = field(default_factory=dict)
    unread: int = 0

    @property
    def state(self) -> ReceiptState:
        """The worst of all states."""
        return min((one.state for one in self.receipts), key=WORST_FIRST.index)


def verify_text(store: Store, text: str) -> Verified:
    """What was scanned or typed into a field: a receipt's code, or the short number under it.

    Raises CodeMalformed, CodeOfAnotherKind, CodeNewer, ReceiptNotOnFile, ShortNumberMistyped.
    """
    with store.read() as session:
        if sum(character.isdigit() for character in text) < _SHORTEST_CODE:
            return Verified(_by_number(session, parse_short_number(text)))
        items, signers = items_by_code(session), signers_of(session)
        return Verified((_checked(session, _typed(text), signers, items),))


def verify_files(store: Store, paths: Sequence[Path], report: Page = unheard_page) -> Verified:
    """All receipts in pictures and scanned PDFs. Raises FileMissing, PictureUnreadable,
    NoCodeFound."""
    scan = scan_files(paths, report)
    with store.read() as session:
        items, signers = items_by_code(session), signers_of(session)
        checked = tuple(_checked(session, one, signers, items) for one in scan.receipts)
    return Verified(checked, scan.other_kinds, scan.unread)


def verify_text_by_keys(signers: Iterable[Signer], text: str) -> Verified:
    """As `verify_text`, without a store: genuine, unknown or false. A short number proves
    nothing without one. Raises CodeMalformed, CodeOfAnotherKind, CodeNewer."""
    return Verified((_by_keys(_typed(text), tuple(signers)),))


def verify_files_by_keys(
    signers: Iterable[Signer], paths: Sequence[Path], report: Page = unheard_page
) -> Verified:
    """As `verify_files`, without a store. Raises FileMissing, PictureUnreadable, NoCodeFound."""
    scan, known = scan_files(paths, report), tuple(signers)
    checked = tuple(_by_keys(receipt, known) for receipt in scan.receipts)
    return Verified(checked, scan.other_kinds, scan.unread)


def _typed(text: str) -> ScannedReceipt:
    return ScannedReceipt((read_code("".join(text.split())),))


def _by_number(session: Session, number: ShortNumber) -> tuple[Checked, ...]:
    """Every hand-over on file that the number may mean. Raises ReceiptNotOnFile."""
    query = select(AidRecord).where(col(AidRecord.receipt_no) == number.receipt_no)
    found = [
        record
        for record in session.exec(query.order_by(col(AidRecord.device_id)))
        if device_mark(record.device_id) == number.device_mark
    ]
    if not found:
        raise ReceiptNotOnFile
    items = items_by_code(session)
    names = {signer.device_id: signer.name for signer in signers_of(session)}
    return tuple(
        with_void(session, with_household(session, seen, record.household_id), record)
        for record in found
        for seen in (on_file(record, names.get(record.device_id, ""), items),)
    )


def _by_keys(receipt: ScannedReceipt, signers: tuple[Signer, ...]) -> Checked:
    signed = signed_by(receipt, signers, signing.verify)
    return on_paper(receipt, signed.state, signed.signer)


def _checked(
    session: Session,
    receipt: ScannedReceipt,
    signers: Iterable[Signer],
    items: dict[int, ItemName],
) -> Checked:
    signed = signed_by(receipt, signers, signing.verify)
    if signed.state is not ReceiptState.GENUINE:
        return on_paper(receipt, signed.state, signed.signer, items)
    record = session.get(AidRecord, receipt.record.aid_record_id)
    seen = on_paper(receipt, state_of(record), signed.signer, items)
    seen = with_household(session, seen, receipt.record.household_id)
    return with_void(session, seen, record)
