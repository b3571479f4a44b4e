"""How long each report takes over a million aid records, and how long its files take.

`wall` is what somebody waits for; `cpu` is what the report itself works, whatever else the machine
does. Budget: 10 seconds each. QAFILA_BENCH_RECORDS sets the sizes (100000,1000000).
"""

import os
import time
from io import BytesIO

from sqlalchemy import select

from app.db.store import Store
from app.db.tables import aid_line
from app.documents.figures import Figures
from app.documents.figures_pdf import figures_pdf
from app.documents.figures_xlsx import write_xlsx
from app.services.reports.make import make_figures
from app.services.reports.registry import OFFERS
from app.services.reports.scope import Scope
from app.words.catalog import Words
from tests.benchmarks.aid_register import aided

_WORDS = Words("ar", "arab")
_FILE_ROWS = 10_000
"""Longer reports are drawn no further here: a list of a village is what people print."""


def main() -> None:
    """Measure and print."""
    for records in map(int, os.environ.get("QAFILA_BENCH_RECORDS", "100000,1000000").split(",")):
        with aided(records) as store:
            print(f"\n{records:,} aid records")
            print(
                f"  {'report':14} {'rows':>8} {'wall s':>8} {'cpu s':>8} {'pdf s':>7} {'xlsx s':>7}"
            )
            for offer in OFFERS:
                scope = Scope(household_id=_family(store)) if offer.of_who else Scope()
                _measure(store, offer.kind.name, scope)


def _measure(store: Store, name: str, scope: Scope) -> None:
    wall, cpu = time.perf_counter(), time.process_time()
    figures = make_figures(store, name, scope, _WORDS)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    files = _files(figures) if figures.rows <= _FILE_ROWS else ("", "")
    print(f"  {name:14} {figures.rows:8,} {wall:8.2f} {cpu:8.2f} {files[0]:>7} {files[1]:>7}")


def _files(figures: Figures) -> tuple[str, str]:
    start = time.process_time()
    figures_pdf(figures, _WORDS)
    drawn = time.process_time()
    write_xlsx(figures, _WORDS, BytesIO())
    return f"{drawn - start:.1f}", f"{time.process_time() - drawn:.1f}"


def _family(store: Store) -> str:
    with store.read() as session:
        return str(session.connection().scalar(select(aid_line.c.household_id).limit(1)))


if __name__ == "__main__":
    main()
