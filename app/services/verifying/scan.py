"""The receipts in pictures and scanned PDFs, before anything is believed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.scanning import Page, codes_in
from app.domain.receipt_check import ScannedReceipt, grouped
from app.domain.receipt_code import ReadCode, read_code
from app.errors import CodeMalformed, CodeNewer, CodeOfAnotherKind, NoCodeFound


def unheard_page(_done: int, _all: int) -> None:
    """Where nobody wants to know how far it is."""


@dataclass(frozen=True)
class Scan:
    """`other_kinds` counts codes that are no receipts, by kind (card, slip …); `unread` those that
    are not of this app or of a newer one."""

    receipts: tuple[ScannedReceipt, ...]
    other_kinds: dict[str, int]
    unread: int


def scan_files(paths: Sequence[Path], report: Page = unheard_page) -> Scan:
    """All files as one pile: a receipt's second code may lie on another page or in another file.
    `report` is told the pages of the one file, or of several the files.

    Raises FileMissing, PictureUnreadable, NoCodeFound (no receipt is in any of them).
    """
    codes: list[ReadCode] = []
    kinds: Counter[str] = Counter()
    unread = 0
    for done, path in enumerate(paths):
        if len(paths) > 1:
            report(done, len(paths))
        for _, text in codes_in(path, report if len(paths) == 1 else unheard_page):
            try:
                codes.append(read_code(text))
            except CodeOfAnotherKind as other:
                kinds[str(other.params["kind"])] += 1
            except (CodeMalformed, CodeNewer):
                unread += 1
    if not codes:
        raise NoCodeFound(path=str(paths[0]) if paths else "")
    return Scan(tuple(grouped(codes)), dict(kinds), unread)
