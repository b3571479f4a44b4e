"""How long a keystroke takes at the desk: `find` as the desk calls it, by kind of what is typed.

Every letter and digit of each text is one measured call: what passed on the clock, and the p95 of
the time of this thread alone (`cpu`), which other work on the machine moves less. `ratio` compares
that to the median of the least that any answer must do: reading fifty people and their households
by their keys, bare.
"""

import random
import time
from collections.abc import Callable
from statistics import median, quantiles
from typing import Any, NamedTuple

from sqlalchemy import Row, select

from app.db.store import Store
from app.db.tables import Household, Person, table_of
from app.domain.card_code import CardCode, write_card
from app.services.find import find
from app.services.likely_duplicates import likely_duplicates
from app.services.registration import NewHousehold, NewMember
from tests.benchmarks.register import CONVOY, register_of, sizes, villages

_SAMPLE = 60
_COMMON = ("م", "مح", "محم", "محمد", "محمد ا", "محمد احمد", "محمد احمد محمد", "ا", "اح", "احمد")
_COMMON += ("ع", "عب", "عبد", "عبدا", "عبدال", "س", "ف", "فا", "فاطمه", "محمد محمد", "م م", "م ا ع")
_COMMON_DIGITS = ("0", "01", "010", "1", "2", "29", "298", "3", "30", "26", "417", "4170", "20")


def main() -> None:
    """Measure and print."""
    for people in sizes():
        with register_of(people) as store:
            _measure(store)


def _measure(store: Store) -> None:
    rows, ids = _sample(store)
    chance = random.Random(7)
    base = _baseline(store, [chance.sample(ids, 50) for _ in range(200)])
    print(f"\n{len(ids):,} people; 50 of them by their keys: {base:.2f} ms (median)")
    print(
        f"  {'typed':44} {'calls':>6} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} "
        f"{'cpu p95':>8} {'ratio':>6}"
    )
    kinds = _kinds(rows)
    for convoy_id in (CONVOY, None):
        print(f"  {'with' if convoy_id else 'without'} a convoy to three villages")
        for kind, texts in kinds.items():
            _print(kind, [_timed(find, store, text, convoy_id=convoy_id) for text in texts], base)
    print("  registering")
    forms = [
        NewHousehold(village, tuple(_form_member(row) for row in rows[start : start + 4]))
        for start, village in zip(range(0, len(rows) - 4, 4), villages(), strict=False)
    ]
    _print(
        "who a form of four people may be",
        [_timed(likely_duplicates, store, form) for form in forms],
        base,
    )


def _sample(store: Store) -> tuple[list[Row[Any]], list[str]]:
    """Some people with their household's number, and the ids of all."""
    person, household = table_of(Person), table_of(Household)
    with store.read() as session:
        connection = session.connection()
        ids = list(connection.scalars(select(person.c.id)))
        chosen = random.Random(7).sample(ids, _SAMPLE * 4)
        home = person.join(household, household.c.id == person.c.household_id)
        query = select(person, household.c.number).select_from(home)
        return list(connection.execute(query.where(person.c.id.in_(chosen)))), ids


def _kinds(rows: list[Row[Any]]) -> dict[str, list[str]]:
    documents = [row.document_no for row in rows if row.document_type == "national_id"][:_SAMPLE]
    phones = [row.phone for row in rows if row.phone][:_SAMPLE]
    names = [row.name for row in rows[:_SAMPLE]]
    turned = [" ".join(reversed(name.split())) for name in names]
    return {
        "names, letter by letter": _typed(names),
        "names from the last part on, by letter": _typed(turned),
        "beginnings of three parts": [
            " ".join(part[:2] for part in name.split()[:3]) for name in names
        ],
        "the commonest beginnings of names": [*_COMMON] * 5,
        "national numbers, digit by digit": _typed(documents),
        "last four digits of national numbers": [number[-4:] for number in documents],
        "phones, digit by digit": _typed(phones),
        "phones with +20, digit by digit": _typed(["+2" + phone for phone in phones]),
        "household numbers, digit by digit": _typed([row.number for row in rows[:_SAMPLE]]),
        "the commonest beginnings of digits": [*_COMMON_DIGITS] * 5,
        "a name beside last digits": [
            f"{row.name.split()[0]} {row.document_no[-3:]}"
            for row in rows
            if row.document_type == "national_id"
        ][:_SAMPLE],
        "scanned household cards": [
            write_card(CardCode(row.household_id, 1)) for row in rows[:_SAMPLE]
        ],
        "names that nobody bears": [name[::-1] for name in names],
    }


def _form_member(row: Row[Any]) -> NewMember:
    names = ("name", "sex", "birth_date", "birth_precision", "document_type", "document_no")
    return NewMember(phone=row.phone, **{name: getattr(row, name) for name in names})


def _typed(texts: list[str]) -> list[str]:
    return [text[:length] for text in texts for length in range(1, len(text) + 1)]


class _Taken(NamedTuple):
    """Milliseconds of one call."""

    clock: float
    thread: float


def _timed(work: Callable[..., object], *given: object, **named: object) -> _Taken:
    clock, thread = time.perf_counter(), time.thread_time()
    work(*given, **named)
    return _Taken((time.perf_counter() - clock) * 1000, (time.thread_time() - thread) * 1000)


def _baseline(store: Store, samples: list[list[str]]) -> float:
    statement = (
        "SELECT p.name, h.number FROM person p JOIN household h ON h.id = p.household_id "
        f"WHERE p.id IN ({','.join('?' * 50)})"
    )
    with store.read() as session:
        driver = session.connection().connection.driver_connection
        assert driver is not None

        def bare(sample: list[str]) -> object:
            return driver.execute(statement, sample).fetchall()

        taken = [_timed(bare, sample) for sample in samples]
    return median(one.thread for one in taken)


def _print(kind: str, taken: list[_Taken], base: float) -> None:
    clock = quantiles([one.clock for one in taken], n=100)
    thread = quantiles([one.thread for one in taken], n=100)[94]
    print(
        f"  {kind:44} {len(taken):6} {clock[49]:8.2f} {clock[94]:8.2f} "
        f"{max(one.clock for one in taken):8.2f} {thread:8.2f} {thread / base:6.1f}"
    )


if __name__ == "__main__":
    main()
