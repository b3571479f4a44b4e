"""The receipts in a picture or a scanned PDF, before anything is believed."""

from collections import Counter
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


def scan_file(path: Path, report: Page = unheard_page) -> Scan:
    """Raises FileMissing, PictureUnreadable, NoCodeFound (no receipt is in it)."""
    codes: list[ReadCode] = []
    kinds: Counter[str] = Counter()
    unread = 0
    for _, text in codes_in(path, report):
        try:
            codes.append(read_code(text))
        except CodeOfAnotherKind as other:
            kinds[str(other.params["kind"])] += 1
        except (CodeMalformed, CodeNewer):
            unread += 1
    if not codes:
        raise NoCodeFound(path=str(path))
    return Scan(tuple(grouped(codes)), dict(kinds), unread)
