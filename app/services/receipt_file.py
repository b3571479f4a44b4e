"""A batch of receipts as one PDF file."""

import hashlib
from io import BufferedRandom
from pathlib import Path
from typing import cast

from app.db.store import Store
from app.documents.receipt_batch import write_receipts
from app.documents.receipt_pages import Paper
from app.errors import NoReceipts
from app.files import new_file
from app.services.disclosures import journal_disclosure
from app.services.progress import Report, unheard
from app.services.receipts import receipt_count, receipt_documents
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
    if not total:
        raise NoReceipts
    with new_file(path) as file:
        write_receipts(
            receipt_documents(store, convoy_id, words), total, paper, words, file, report=report
        )
        file.seek(0)
        digest = hashlib.file_digest(cast("BufferedRandom", file), "sha256").hexdigest()
        journal_disclosure(store, "receipts", total, digest)
    return total
