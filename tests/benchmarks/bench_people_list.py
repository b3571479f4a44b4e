"""How long the list of households and people takes to begin, and to be there whole.

`first` is what somebody waits for: the first 200 rows in order and the lines of the first hundred;
`whole` is all rows, read in the background part by part; `longest` the longest part, for which
other reading waits. `ratio` compares `first` to a bare count of all households by the same
connection.
"""

import time
from array import array
from collections.abc import Callable
from typing import Any

from app.db.store import Store
from app.services.people_list import (
    Kind,
    Position,
    Sort,
    Wanted,
    household_lines,
    list_part,
    person_lines,
)
from app.ui.people.list_loader import FIRST_PART, PART
from tests.benchmarks.register import LARGEST_VILLAGE, register_of, sizes, villages

_LINES = 100


def main() -> None:
    """Measure and print."""
    for people in sizes():
        with register_of(people) as store:
            base = _bare_count(store)
            print(f"\n{people:,} people; households counted in {base:.1f} ms")
            print(
                f"  {'list':44} {'first ms':>9} {'ratio':>6} {'rows':>9} {'whole ms':>9} "
                f"{'longest':>8}"
            )
            for kind in Kind:
                for sort in Sort:
                    _measure(store, Wanted(kind, sort), base)
            for village in villages()[LARGEST_VILLAGE : LARGEST_VILLAGE + 1]:
                _measure(store, Wanted(Kind.PEOPLE, Sort.NAME, village_id=village), base)


def _measure(store: Store, wanted: Wanted, base: float) -> None:
    lines: Callable[..., Any] = household_lines if wanted.kind is Kind.HOUSEHOLDS else person_lines
    start = time.perf_counter()
    part = list_part(store, wanted, None, FIRST_PART)
    lines(store, part.rows[:_LINES])
    first = (time.perf_counter() - start) * 1000
    rows: array[int] = array("q", part.rows)
    longest = 0.0
    after: Position | None = part.then
    while after is not None:
        begun = time.perf_counter()
        part = list_part(store, wanted, after, PART)
        longest = max(longest, (time.perf_counter() - begun) * 1000)
        rows.extend(part.rows)
        after = part.then
    whole = (time.perf_counter() - start) * 1000
    name = f"{wanted.kind} by {wanted.sort}" + (", one village" if wanted.village_id else "")
    print(
        f"  {name:44} {first:9.1f} {first / base:6.1f} {len(rows):9,} {whole:9.0f} {longest:8.0f}"
    )


def _bare_count(store: Store) -> float:
    with store.read() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None
        start = time.perf_counter()
        driver.execute("SELECT count(*) FROM household").fetchone()
        return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
