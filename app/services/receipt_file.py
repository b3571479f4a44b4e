"""A batch of receipts as one PDF file."""

import hashlib
from collections.abc import Iterator, Sequence
from io import BufferedRandom
from pathlib import Path
from typing import cast

from app.db.store import Store
from app.documents.receipt import ReceiptDocument
from app.documents.receipt_batch import write_receipts
from app.documents.receipt_pages import Paper
from app.errors import NoReceipts
from app.files import new_file
from app.services.disclosures import journal_disclosure
from app.services.print_queue import mark_all_printed
from app.services.progress import Report, unheard
from app.services.receipts import (
    chosen_documents,
    receipt_count,
    receipt_documents,
    receipts_among,
)
from app.words.catalog import Words


def write_receipt_file(
    store: Store,
    convoy_id: str | None,
    paper: Paper,
    words: Words,
    path: Path,
    report: Report = unheard,
) -> int:
    """Writes the receipts of a convoy (None: of all) to `path`; returns how many.

    That the file was made is journalled. Raises NoReceipts, DiskFull, StoreReadOnly, DiskFailed,
    and whatever `report` raises; then there is no file.
    """
    total = receipt_count(store, convoy_id)
    _write(store, receipt_documents(store, convoy_id, words), total, paper, words, path, report)
    return total


def write_chosen_receipts(
    store: Store,
    aid_record_ids: Sequence[str],
    paper: Paper,
    words: Words,
    path: Path,
    report: Report = unheard,
) -> int:
    """Writes the receipts of these hand-overs, in their order, and counts them as printed from then
    on; returns how many. Those without a receipt's number (slips, sheets) are left out.

    Journalled and raising as `write_receipt_file`.
    """
    ids = receipts_among(store, aid_record_ids)
    _write(store, chosen_documents(store, ids, words), len(ids), paper, words, path, report)
    mark_all_printed(store, ids, paper.value)
    return len(ids)


def _write(
    store: Store,
    documents: Iterator[ReceiptDocument],
    total: int,
    paper: Paper,
    words: Words,
    path: Path,
    report: Report,
) -> None:
    if not total:
        raise NoReceipts
    with new_file(path) as file:
        write_receipts(documents, total, paper, words, file, report=report)
        file.seek(0)
        digest = hashlib.file_digest(cast("BufferedRandom", file), "sha256").hexdigest()
        journal_disclosure(store, "receipts", total, digest)
