"""How long each report takes over a million aid records, in how much memory, and how long its
files take.

Every report is made in a process of its own: none finds pages that another decrypted, and memory
is its own. `wall` is what somebody waits for, `cpu` what the report works, whatever else the
machine does. Budget: 10 seconds each. QAFILA_BENCH_RECORDS sets the sizes (100000,1000000).
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from sqlalchemy import select

from app.db.store import Store
from app.db.tables import aid_line
from app.documents.figures import Figures
from app.documents.figures_pdf import figures_pdf
from app.documents.figures_xlsx import write_xlsx
from app.services.reports.make import make_figures
from app.services.reports.registry import OFFERS, offer_called
from app.services.reports.scope import Scope
from app.words.catalog import Words
from tests.benchmarks.aid_register import STORES, aided

_WORDS: Final = Words("ar", "arab")
_BUDGET: Final = 10.0
_FILE_ROWS: Final = 10_000
"""Longer reports are drawn no further here: a list of a village is what people print."""


def main() -> None:
    """Measure and print."""
    for records in map(int, os.environ.get("QAFILA_BENCH_RECORDS", "100000,1000000").split(",")):
        with _kept_stores() as environment:
            with aided(records):
                print(f"\n{records:,} aid records, budget {_BUDGET:.0f} s a report")
            print(
                f"  {'report':12} {'rows':>8} {'wall s':>7} {'cpu s':>7} {'memory MB':>10} "
                f"{'pdf s':>6} {'xlsx s':>7}  within"
            )
            for offer in OFFERS:
                command = [sys.executable, "-m", "tests.benchmarks.bench_reports"]
                subprocess.run(
                    [*command, str(records), offer.kind.name], check=True, env=environment
                )


@contextmanager
def _kept_stores() -> Iterator[dict[str, str]]:
    """The environment in which a process finds the store that another made."""
    with TemporaryDirectory() as passing:
        before = os.environ.get(STORES)
        os.environ[STORES] = before or passing
        try:
            yield dict(os.environ)
        finally:
            if before is None:
                del os.environ[STORES]


def _measure(records: int, name: str) -> None:
    """The measured process: prints one line of the table."""
    with aided(records) as store:
        scope = Scope(household_id=_family(store)) if offer_called(name).of_who else Scope()
        before = time.perf_counter(), time.process_time()
        figures = make_figures(store, name, scope, _WORDS)
        wall, cpu = time.perf_counter() - before[0], time.process_time() - before[1]
        memory = _megabytes()
        pdf, xlsx = _files(figures) if figures.rows <= _FILE_ROWS else ("", "")
        within = "yes" if wall <= _BUDGET else "NO"
        print(
            f"  {name:12} {figures.rows:8,} {wall:7.2f} {cpu:7.2f} {memory:10.0f} "
            f"{pdf:>6} {xlsx:>7}  {within}",
            flush=True,
        )


def _files(figures: Figures) -> tuple[str, str]:
    start = time.process_time()
    figures_pdf(figures, _WORDS)
    drawn = time.process_time()
    write_xlsx(figures, _WORDS, BytesIO())
    return f"{drawn - start:.1f}", f"{time.process_time() - drawn:.1f}"


def _family(store: Store) -> str:
    with store.read() as session:
        return str(session.connection().scalar(select(aid_line.c.household_id).limit(1)))


def _megabytes() -> float:
    """The most memory held so far (Linux); `getrusage` would count the parent's before `exec`."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _measure(int(sys.argv[1]), sys.argv[2])
    else:
        main()
