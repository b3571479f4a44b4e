"""Many receipts in one PDF: drawn in parts, on as many cores as there are, in flat memory."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from datetime import tzinfo
from functools import partial
from io import BytesIO
from itertools import islice
from multiprocessing import get_context
from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

from app.documents.joining import JoinedPdf
from app.documents.receipt import ReceiptDocument
from app.documents.receipt_pages import Paper, ReceiptPages
from app.words.catalog import Words

_PART: Final = 48
"""Receipts a part: whole pages on every paper, and the fonts' share of each stays small."""

_WORTH_A_PROCESS: Final = 4 * _PART
"""Fewer receipts are drawn before a second process has started (about half a second)."""

Report = Callable[[int, int], None]
"""Told how many receipts are drawn, and of how many; whatever it raises ends the work."""


def write_receipts(
    documents: Iterable[ReceiptDocument],
    total: int,
    paper: Paper,
    words: Words,
    out: BinaryIO,
    *,
    report: Report = lambda _done, _total: None,
    zone: tzinfo | None = None,
    processes: int | None = None,
) -> None:
    """Write `documents` (`total` of them) as one PDF to `out`, in their order.

    Only a few parts are held at a time. `report` may raise to stop; `out` then holds no PDF. With
    one of `processes` (default: one a core) all is drawn here, as it is for few receipts.
    """
    title = words.translate("Receipt", "Aid receipts")
    joined = JoinedPdf(out, title)
    draw = partial(draw_part, paper=paper, words=words, zone=zone)
    count = min(processes or os.cpu_count() or 1, total // _WORTH_A_PROCESS + 1)
    done = 0
    report(0, total)
    with _drawn(draw, _parts(documents), count) as parts:
        for size, part in parts:
            joined.add(part)
            done += size
            report(done, total)
    joined.finish()


def draw_part(
    documents: list[ReceiptDocument], paper: Paper, words: Words, zone: tzinfo | None
) -> tuple[int, bytes]:
    """How many receipts, and they as a PDF of their own; also runs in the other processes."""
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1)
    pages = ReceiptPages(canvas, paper, words, zone)
    for document in documents:
        pages.add(document)
    pages.finish()
    canvas.save()
    return len(documents), out.getvalue()


def _parts(documents: Iterable[ReceiptDocument]) -> Iterator[list[ReceiptDocument]]:
    rest = iter(documents)
    while part := list(islice(rest, _PART)):
        yield part


_Draw = Callable[[list[ReceiptDocument]], tuple[int, bytes]]


@contextmanager
def _drawn(
    draw: _Draw, parts: Iterator[list[ReceiptDocument]], processes: int
) -> Iterator[Iterator[tuple[int, bytes]]]:
    if processes == 1:
        yield map(draw, parts)
        return
    # "spawn" everywhere: a copy of a process with Qt's threads in it may hang.
    pool = ProcessPoolExecutor(processes, mp_context=get_context("spawn"))
    try:
        yield _in_order(pool, draw, parts, ahead=2 * processes)
    finally:
        pool.shutdown(cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, draw: _Draw, parts: Iterator[list[ReceiptDocument]], ahead: int
) -> Iterator[tuple[int, bytes]]:
    """The drawn parts in the order given, never more than `ahead` of them waiting."""
    waiting: deque[Future[tuple[int, bytes]]] = deque()
    for part in parts:
        waiting.append(pool.submit(draw, part))
        if len(waiting) >= ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
