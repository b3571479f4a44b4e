"""How fast receipts are drawn: one alone, a batch on one core and on all, and what a code costs.

Prints a table; nothing is asserted, since the machine's other work moves every figure.
"""

import os
import resource
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from app.documents import qr
from app.documents.receipt import ReceiptDocument
from app.documents.receipt_batch import write_receipts
from app.documents.receipt_pages import Paper, receipt_pdf
from tests.documents.samples import ARABIC, CAIRO, receipt

BATCH = 1_000
_NAMES = ("أحمد", "محمد", "سعيد", "منى", "فاطمة", "عبدالحميد", "زينب", "إبراهيم", "حسن", "ياسمين")


def main() -> None:
    """Measure and print."""
    one = receipt("ar")
    receipt_pdf(one, Paper.A5, ARABIC, CAIRO)
    print("one receipt, fonts loaded                     ms")
    for paper in Paper:
        milliseconds = _median(lambda paper=paper: receipt_pdf(one, paper, ARABIC, CAIRO)) * 1000
        print(f"  {paper.value:40} {milliseconds:6.1f}")
    qr.drawing.cache_clear()
    drawn = _median(lambda: qr.drawing.__wrapped__(one.codes[0])) * 1000
    print(f"  of it, a QR code                         {drawn:6.1f}")
    print(f"\n{BATCH} receipts in one PDF          per second   per CPU second   MB held")
    for paper, processes in ((Paper.A5, 1), (Paper.A5, os.cpu_count() or 1), (Paper.A4, 1)):
        _batch(paper, processes)


def documents(count: int) -> Iterator[ReceiptDocument]:
    """Receipts of a convoy: each family once, one to four items."""
    for number in range(1, count + 1):
        name = " ".join(_NAMES[number // 10**place % 10] for place in range(3))
        yield receipt("ar", number, lines=number % 4 + 1, household_head=name)


def _batch(paper: Paper, processes: int) -> None:
    prepared = list(documents(BATCH))
    with TemporaryDirectory() as folder, (Path(folder) / "batch.pdf").open("wb") as out:
        wall, processor = time.perf_counter(), _processor_seconds()
        write_receipts(prepared, BATCH, paper, ARABIC, out, zone=CAIRO, processes=processes)
        wall = time.perf_counter() - wall
        processor = _processor_seconds() - processor
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    label = f"{paper.value}, {processes} process(es)"
    print(f"  {label:30} {BATCH / wall:10.0f} {BATCH / processor:14.0f} {held:10.0f}")


def _processor_seconds() -> float:
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _median(work: Callable[[], object], repeats: int = 30) -> float:
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


if __name__ == "__main__":
    main()
