"""Aid records made again from scanned stubs, when the laptop that wrote them never came back.

A receipt's code holds the whole hand-over, signed by its laptop, so the record comes back under its
own id. It counts until the laptop turns up: then the original takes its place (`stand_in`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import AidRecord, Convoy, Desk, EntitlementRule
from app.documents.scanning import Page
from app.domain.journal.stand_in import RECOVERED
from app.domain.permissions import Action
from app.domain.receipt_check import ReceiptState, ScannedReceipt, Signer, signed_by
from app.keys import signing
from app.services.exchange.rights_here import require, rights_here
from app.services.hand_over import giver_of
from app.services.household_card import ItemName
from app.services.verifying.checked import Checked, items_by_code, on_paper, with_household
from app.services.verifying.scan import Scan, scan_files, unheard_page
from app.services.verifying.signers import signers_of


@dataclass(frozen=True)
class Recovered:
    """What came of a pile of stubs. `taken` were written down again, `known` were on file already,
    `waiting` are of laptops whose access was ended and need a supervisor's word, `incomplete` lack
    a code, `unnamed` hold an item that is not in the catalogue here, `refused` are false or of a
    laptop not known here. `preview`: nothing was written."""

    taken: tuple[Checked, ...] = ()
    known: tuple[Checked, ...] = ()
    waiting: tuple[Checked, ...] = ()
    incomplete: tuple[Checked, ...] = ()
    unnamed: tuple[Checked, ...] = ()
    refused: tuple[Checked, ...] = ()
    other_kinds: dict[str, int] = field(default_factory=dict)
    unread: int = 0
    preview: bool = False


def recover_receipts(
    store: Store,
    paths: Sequence[Path],
    *,
    accept_ended: bool = False,
    preview: bool = False,
    report: Page = unheard_page,
) -> Recovered:
    """Writes down again the hand-overs of the stubs in pictures and scanned PDFs, all in one
    transaction. `accept_ended` takes those of laptops whose access was ended too. `report` is told
    the files read; it stops the work by raising, and then nothing changed.

    Raises RightMissing (supervisors decide about this), FileMissing, PictureUnreadable,
    NoCodeFound, DiskFull, StoreReadOnly.
    """
    with store.read() as session:
        require(store, rights_here(session.connection()), Action.DECIDE)
    scan = scan_files(paths, report)
    if preview:
        with store.read() as session:
            found = _Sorting(session, accept_ended=accept_ended).run(scan)
            return replace(_told(found, scan), preview=True)
    with store.write() as session:
        sorting = _Sorting(session, accept_ended=accept_ended)
        found = sorting.run(scan)
        for receipt, signer in sorting.to_write:
            session.add(_record(session, receipt, signer, sorting.items))
    return _told(found, scan)


class _Sorting:
    """Each receipt to where it belongs; those to write are kept with who signed them."""

    def __init__(self, session: Session, *, accept_ended: bool) -> None:
        self._session = session
        self._accept_ended = accept_ended
        self._signers = signers_of(session)
        self.items = items_by_code(session)
        self.to_write: list[tuple[ScannedReceipt, Signer]] = []

    def run(self, scan: Scan) -> dict[str, list[Checked]]:
        """By the names of the lists in `Recovered`."""
        found: dict[str, list[Checked]] = {}
        for receipt in scan.receipts:
            name, seen = self._place(receipt)
            found.setdefault(name, []).append(
                with_household(self._session, seen, receipt.record.household_id)
            )
        return found

    def _place(self, receipt: ScannedReceipt) -> tuple[str, Checked]:
        signed = signed_by(receipt, self._signers, signing.verify)
        signer = signed.signer
        if signer is None:
            return "refused", on_paper(receipt, signed.state, None, self.items)
        seen = on_paper(receipt, ReceiptState.UNMERGED, signer, self.items)
        if self._session.get(AidRecord, receipt.record.aid_record_id) is not None:
            return "known", replace(seen, state=ReceiptState.MERGED)
        if receipt.missing_parts:
            return "incomplete", seen
        if any(line.item_code not in self.items for line in receipt.record.lines):
            return "unnamed", seen
        if signer.ended and not self._accept_ended:
            return "waiting", seen
        self.to_write.append((receipt, signer))
        return "taken", seen


def _told(found: dict[str, list[Checked]], scan: Scan) -> Recovered:
    def listed(name: str) -> tuple[Checked, ...]:
        return tuple(found.get(name, ()))

    return Recovered(
        taken=listed("taken"),
        known=listed("known"),
        waiting=listed("waiting"),
        incomplete=listed("incomplete"),
        unnamed=listed("unnamed"),
        refused=listed("refused"),
        other_kinds=scan.other_kinds,
        unread=scan.unread,
    )


def _record(
    session: JournalSession, receipt: ScannedReceipt, signer: Signer, items: dict[int, ItemName]
) -> AidRecord:
    """The hand-over as its receipt tells it. Who handed it over at the desk is not on paper."""
    paper = receipt.record
    return AidRecord(
        id=paper.aid_record_id,
        convoy_id=paper.convoy_id or "",
        desk_id=_desk(session, paper.convoy_id, signer.device_id),
        organisation_id=giver_of(session, paper.convoy_id or ""),
        household_id=paper.household_id,
        person_id=paper.person_id,
        lines=tuple(
            _line(session, paper.convoy_id, items[line.item_code].id, int(line.quantity))
            for line in paper.lines
        ),
        receipt_no=paper.receipt_no,
        day=paper.day,
        handed_at=paper.handed_at,
        source=RECOVERED,
        device_id=signer.device_id,
    )


def _line(
    session: JournalSession, convoy_id: str | None, item_id: str, quantity: int
) -> dict[str, Any]:
    """The line, under the only rule of the convoy that gives the item, so that it counts as
    received; where several do, the paper does not say which."""
    kept: dict[str, Any] = {
        "item": item_id,
        "quantity": quantity,
        "ration": quantity,
        "answer": RECOVERED,
    }
    convoy = session.get(Convoy, convoy_id or "")
    campaigns = sorted(convoy.campaigns) if convoy else []
    rules = session.exec(
        select(EntitlementRule)
        .where(col(EntitlementRule.campaign_id).in_(campaigns), EntitlementRule.item_id == item_id)
        .where(col(EntitlementRule.per) == "household")
    ).all()
    if len(rules) == 1:
        kept |= {"rule": rules[0].id, "campaign": rules[0].campaign_id}
    return kept


def _desk(session: JournalSession, convoy_id: str | None, device_id: str) -> str | None:
    """The laptop's desk on that convoy, so that its stock stays right."""
    query = select(Desk.id).where(Desk.convoy_id == (convoy_id or ""), Desk.device_id == device_id)
    found: str | None = session.exec(query.order_by(col(Desk.id))).first()
    return found
