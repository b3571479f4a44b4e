"""What a closed desk hands over: its export on a stick, read back from there, and the slip."""

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import DeskClosing, Device, ParkedCase, PrintJob, Workspace
from app.documents.desk_slip import DeskSlip, SlipCount, desk_slip_pdf
from app.documents.receipt_pages import Paper
from app.domain.quantity import Quantity
from app.domain.short_number import short_number
from app.errors import DiskFailed, RecordNotFound
from app.files import disk_errors
from app.services.day import ConvoyDay, day_or_refuse
from app.services.desks.closing import closing_id
from app.services.exchange.export import export_changes
from app.services.household_card import item_names, unknown_item
from app.words.aid import unit_text
from app.words.catalog import Words
from app.words.named import name_of
from app.words.stock import stock_reason_text

_STEP = 1 << 20
_SHOWN = 8


@dataclass(frozen=True)
class DeskFile:
    """The export of a closed desk, and its SHA-256 as it was read back."""

    path: Path
    digest: str
    changes: int


def write_desk_file(store: Store, folder: Path) -> DeskFile:
    """Writes what no coordinator has acknowledged to the stick at `folder`, under a name of this
    laptop's and the day's, and reads it back from there.

    Raises NoConvoyToday, DiskFull, StoreReadOnly, DiskFailed (the stick gives back something else).
    """
    with store.read() as session:
        today = day_or_refuse(session)
    path = folder / f"{store.device_id[:_SHOWN]}-{today.day}.qafila"
    written = export_changes(store, path)
    if digest_of(path) != written.digest:
        raise DiskFailed(path=str(folder))
    return DeskFile(path, written.digest, written.changes)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes as the disk gives them now. Raises what the disk says."""
    digest = sha256()
    with disk_errors(path.parent), path.open("rb") as file:
        forget = getattr(os, "posix_fadvise", None)
        if forget is not None:  # what the system remembers of it proves nothing about the stick
            forget(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while data := file.read(_STEP):
            digest.update(data)
    return digest.hexdigest()


def desk_slip(store: Store, file: DeskFile, paper: Paper, words: Words) -> bytes:
    """The slip of today's closing as a PDF. Raises NoConvoyToday, RecordNotFound (not closed)."""
    with store.read() as session:
        today = day_or_refuse(session)
        closing = session.get(DeskClosing, closing_id(today))
        if closing is None:
            raise RecordNotFound
        slip = _slip(store, session, today, closing, file, words)
    return desk_slip_pdf(slip, paper, words)


def _slip(
    store: Store,
    session: Session,
    today: ConvoyDay,
    closing: DeskClosing,
    file: DeskFile,
    words: Words,
) -> DeskSlip:
    workspace = session.exec(select(Workspace)).first()
    device = session.get(Device, store.device_id)
    parked = select(ParkedCase.id).where(
        ParkedCase.desk_id == today.desk_id, col(ParkedCase.settled_at).is_(None)
    )
    unprinted = select(PrintJob.id).where(PrintJob.state != "printed")
    return DeskSlip(
        workspace=workspace.name if workspace else "",
        convoy=today.convoy_name,
        desk=today.desk_name,
        laptop=device.name if device else store.device_id[:_SHOWN],
        day=closing.day,
        closed_at=closing.closed_at or 0,
        closed_by=closing.closed_by,
        witness=closing.witness,
        hand_overs=closing.hand_overs,
        first_receipt=_number(store, closing.first_receipt),
        last_receipt=_number(store, closing.last_receipt),
        counts=_counts(session, closing, words),
        stick=file.path.parent.name,
        file=file.path.name,
        digest=file.digest,
        parked=len(session.exec(parked).all()),
        unprinted=len(session.exec(unprinted).all()),
        note=closing.note,
    )


def _number(store: Store, receipt_no: int) -> str:
    return short_number(store.device_id, receipt_no) if receipt_no else ""


def _counts(session: Session, closing: DeskClosing, words: Words) -> tuple[SlipCount, ...]:
    named = item_names(session)
    found = []
    for count in closing.counts:
        item = named.get(str(count["item"])) or unknown_item(str(count["item"]))
        reason = str(count.get("reason", ""))
        found.append(
            SlipCount(
                name_of(words, item),
                unit_text(words, item.unit),
                Quantity(int(count["book"])),
                Quantity(int(count["counted"])),
                stock_reason_text(words, reason) if reason else "",
            )
        )
    return tuple(found)
