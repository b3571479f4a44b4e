"""What a family waits for: the desk's saves, each on the disk before it is called done.

Beside them stands one bare SQLCipher commit of one row, by the same library with the same pragmas
in the same folder, in turns with the saves so that the machine's other work meets both alike.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from app.config import system_sources
from app.db.engine import connect
from app.db.store import Store
from app.domain.quantity import ONE, Quantity
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.household_card import household_card
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.void import undo_hand_over
from tests.benchmarks.register import write_register
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, VILLAGE, small_convoy
from tests.support.stores import new_store

PEOPLE: Final = 20_000
SAVES: Final = 300
WARMING: Final = 20
BUDGET_MS: Final = 30
_ROW: Final = "x" * 500  # about what one change and its row take


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "store", system_sources()).store
        write_register(store, PEOPLE)
        small_convoy(store, boxes=10_000, blankets=10_000)
        bare = _bare_commit(Path(folder) / "bare.db")
        times: dict[str, list[float]] = {}
        for turn, family in enumerate(_families(store)):
            for name, work in _turn(store, family, bare):
                milliseconds = _timed(work)
                if turn >= WARMING:
                    times.setdefault(name, []).append(milliseconds)
        store.close()
    base = statistics.median(times["one bare SQLCipher commit"])
    print(f"{'':34} {'p50':>8} {'p95':>8} {'max':>8} ms   × bare")
    for name, found in times.items():
        p50, p95 = statistics.median(found), _percentile(found, 95)
        print(f"  {name:32} {p50:8.1f} {p95:8.1f} {max(found):8.1f}      {p50 / base:6.1f}")
    p95 = _percentile(times["hand-over, two items"], 95)
    print(f"  budget of a hand-over: p95 {BUDGET_MS} ms; here {p95:.1f}")


Work = Callable[[], object]


def _turn(store: Store, family: tuple[str, str], bare: Work) -> Iterator[tuple[str, Work]]:
    """One family at the desk, step by step."""
    household_id, person_id = family
    command = HandOver(
        household_id,
        (GivenLine(BOX, ONE, BOX_RULE), GivenLine(BLANKET, Quantity(2_000), BLANKET_RULE)),
        person_id=person_id,
        paper="a5",
    )
    done: list[str] = []
    yield "one bare SQLCipher commit", bare
    yield "the household's card (a read)", lambda: household_card(store, household_id)
    yield (
        "hand-over, two items",
        lambda: done.append(record_hand_over(store, command).aid_record_id),
    )
    yield "undo of it", lambda: undo_hand_over(store, done[0])
    yield "a new household of four", lambda: _register(store)


def _families(store: Store) -> Iterator[tuple[str, str]]:
    for _ in range(SAVES + WARMING):
        registered = _register(store)
        yield registered


def _register(store: Store) -> tuple[str, str]:
    members = tuple(
        NewMember(name=f"{own} سعيد أحمد عبدالحميد", relationship=relationship, sex="m")
        for own, relationship in (("محمود", "head"), ("علي", "son"), ("حسن", "son"), ("عمر", "son"))
    )
    command = NewHousehold(village_id=VILLAGE, members=members, consent=Consent())
    registered = register_household(store, command)
    return registered.household_id, registered.person_ids[0]


def _bare_commit(file: Path) -> Work:
    connection = connect(file, bytes(range(32)))
    connection.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, content TEXT)")

    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO row (content) VALUES (?)", (_ROW,))
        connection.execute("COMMIT")

    return commit


def _timed(work: Work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def _percentile(found: list[float], percent: int) -> float:
    return statistics.quantiles(found, n=100)[percent - 1]
