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
from tests.benchmarks import fpdf_receipts
from tests.documents.samples import ARABIC, CAIRO, receipt

BATCH = 1_000
FPDF2 = 200
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
    alone = _batch(Paper.A5, 1)
    _batch(Paper.A5, os.cpu_count() or 1)
    _batch(Paper.A4, 1)
    others = _by_fpdf2()
    print(
        f"\nours by fpdf2's, one process, CPU seconds: {alone / others:.1f} times as many receipts"
    )
    print(f"\nMB held here after 1,000 A5 receipts on all cores, and after 4,000: {_growth()}")


def documents(count: int) -> Iterator[ReceiptDocument]:
    """Receipts of a convoy: each family once, one to four items."""
    for number in range(1, count + 1):
        name = " ".join(_NAMES[number // 10**place % 10] for place in range(3))
        yield receipt("ar", number, lines=number % 4 + 1, household_head=name)


def _batch(paper: Paper, processes: int) -> float:
    """Prints the line; returns receipts a second of processor time."""
    prepared = list(documents(BATCH))
    with TemporaryDirectory() as folder, (Path(folder) / "batch.pdf").open("wb") as out:
        wall, processor = time.perf_counter(), _processor_seconds()
        write_receipts(prepared, BATCH, paper, ARABIC, out, zone=CAIRO, processes=processes)
        wall = time.perf_counter() - wall
        processor = _processor_seconds() - processor
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    label = f"{paper.value}, {processes} process(es)"
    print(f"  {label:30} {BATCH / wall:10.0f} {BATCH / processor:14.0f} {held:10.0f}")
    return BATCH / processor


def _by_fpdf2() -> float:
    """The same receipts drawn by fpdf2, a second of processor time."""
    prepared = list(documents(FPDF2))
    with TemporaryDirectory() as folder:
        wall, processor = time.perf_counter(), _processor_seconds()
        fpdf_receipts.draw(prepared, ARABIC, Path(folder) / "batch.pdf")
        wall = time.perf_counter() - wall
        processor = _processor_seconds() - processor
    print(f"  {f'a5 by fpdf2 ({FPDF2} of them)':30} {FPDF2 / wall:10.0f} {FPDF2 / processor:14.0f}")
    return FPDF2 / processor


def _growth() -> str:
    """What this process holds after 1,000 and after 4,000 receipts that are made as they are
    drawn: flat, if nothing is kept."""
    held = []
    for count in (BATCH, 4 * BATCH):
        with TemporaryDirectory() as folder, (Path(folder) / "batch.pdf").open("wb") as out:
            write_receipts(documents(count), count, Paper.A5, ARABIC, out, zone=CAIRO)
        held.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    return " then ".join(f"{one:.0f}" for one in held)


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
