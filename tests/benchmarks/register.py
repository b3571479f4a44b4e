"""A made-up register of any size, written straight into the tables: real places, names by their
real frequencies, families whose children bear their father's line.

QAFILA_BENCH_PEOPLE sets the sizes (100000,1000000). A store once made serves all benchmarks of a
run, and those of the next in the folder QAFILA_BENCH_STORES, where that is given.
"""

import itertools
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from app import bootstrap
from app.db import search_index
from app.db.guard import journalled
from app.db.reference import name_parts_by_share, official_places
from app.db.store import Store
from app.db.tables import Convoy, Household, Person, table_of
from app.domain.ids import uuid7
from app.domain.places import Level
from tests.support.sources import START, seeded_sources
from tests.support.stores import PASSPHRASE, new_store

LARGEST_VILLAGE = 0
"""The place in `villages()` of the village with most people: one in fifty."""

_BATCH = 20_000
_POOL = 1 << 17
_GOVERNORATES = ("26", "27", "24", "21", "01", "12")


CONVOY = "bench-convoy"
"""A convoy to the first three of `villages()`."""


def sizes() -> tuple[int, ...]:
    """How many people to measure with."""
    asked = os.environ.get("QAFILA_BENCH_PEOPLE", "100000,1000000")
    return tuple(int(people) for people in asked.split(","))


@contextmanager
def register_of(people: int) -> Iterator[Store]:
    """An open store with a register of that size."""
    folder = Path(os.environ.get("QAFILA_BENCH_STORES") or _folder_of_this_run().name)
    made = folder / f"register-{people}"
    if not made.exists():
        start = time.perf_counter()
        growing = folder / f"register-{people}.new"
        store = new_store(growing).store
        write_register(store, people)
        with store.write() as session:
            session.add(Convoy(id=CONVOY, villages=frozenset(villages()[:3])))
        store.close()
        growing.rename(made)
        print(f"{people:,} people written in {time.perf_counter() - start:.0f} s")
    store = bootstrap.open_store(made, PASSPHRASE, sources=seeded_sources(3))
    try:
        yield store
    finally:
        store.close()


@cache
def _folder_of_this_run() -> TemporaryDirectory[str]:
    return TemporaryDirectory()


def villages() -> list[str]:
    """The P-codes that families live under."""
    return [place.code for place in official_places() if place.level is Level.VILLAGE]


def write_register(store: Store, people: int, seed: int = 1) -> int:
    """Fills an empty store with at least that many people and indexes them; returns the number."""
    household, person = table_of(Household), table_of(Person)
    homes: list[dict[str, Any]] = []
    members: list[dict[str, Any]] = []
    count = 0
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        for home, family in families(people, seed):
            homes.append(home)
            members += family
            count += len(family)
            if len(members) >= _BATCH:
                connection.execute(insert(household), homes)
                connection.execute(insert(person), members)
                homes, members = [], []
        if members:
            connection.execute(insert(household), homes)
            connection.execute(insert(person), members)
        search_index.rebuild(connection)
    return count


def families(people: int, seed: int) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Rows of `household` and `person`, family by family, until there are enough people."""
    chance = random.Random(seed)
    names = _Names(chance)
    places = villages()
    made = 0
    for number in itertools.count(1):
        if made >= people:
            return
        home_id = uuid7(START + number, chance.randbytes)
        place = _place(chance, len(places))
        home = {
            "id": home_id,
            "number": f"417-{number:05d}",
            "village_id": places[place],
            "phone": "",
            "categories": frozenset(),
        }
        family = [
            {"id": uuid7(START + number, chance.randbytes), "household_id": home_id} | member
            for member in _members(chance, names)
        ]
        made += len(family)
        yield home, family


def _place(chance: random.Random, count: int) -> int:
    """One village has a fiftieth of all families, and a third live in 300 others."""
    drawn = chance.random()
    if drawn < 0.02:
        return LARGEST_VILLAGE
    return chance.randrange(300 if drawn < 0.35 else count)


def _members(chance: random.Random, names: "_Names") -> Iterator[dict[str, Any]]:
    size = 1 + min(8, int(chance.expovariate(1 / 2.7)))
    head, line = next(names.male), [next(names.elder) for _ in range(3)]
    phone = f"01{chance.choice('0125')}{chance.randrange(10**8):08d}"
    for place in range(size):
        male = place == 0 or (place > 1 and chance.random() < 0.5)
        own = next(names.male if male else names.female)
        year = chance.randrange(1940, 2000) if place < 2 else chance.randrange(1995, 2025)
        if place == 0:
            parts = [head, *line]
        elif place == 1:
            parts = [own, *(next(names.elder) for _ in range(3))]
        else:
            parts = [own, head, *line[:2]]
        document = _national_id(chance, year, male=male) if chance.random() < 0.62 else ""
        yield {
            "name": " ".join(parts),
            "sex": "m" if male else "f",
            "birth_date": f"{year}-01-01",
            "birth_precision": "year",
            "document_type": "national_id" if document else "none",
            "document_no": document or "child",
            "phone": phone if place == 0 and chance.random() < 0.75 else "",
            "relationship": ("head", "wife")[place] if place < 2 else "son" if male else "daughter",
            "categories": frozenset(),
        }


def _national_id(chance: random.Random, year: int, *, male: bool) -> str:
    born = f"{2 if year < 2000 else 3}{year % 100:02d}{chance.randint(1, 12):02d}"
    serial = chance.randrange(10_000) // 2 * 2 + int(male)
    governorate = chance.choice(_GOVERNORATES)
    return (
        f"{born}{chance.randint(1, 28):02d}{governorate}{serial % 10_000:04d}{chance.randrange(10)}"
    )


class _Names:
    """Endless parts of names, drawn by their shares: own names of either sex, elders' names."""

    def __init__(self, chance: random.Random) -> None:
        parts = name_parts_by_share()

        def drawn(genders: str, *, own: bool) -> Iterator[str]:
            chosen = [part for part in parts if part.gender in genders]
            weights = [
                part.share * (part.slots[0] if own else 100 - part.slots[0]) for part in chosen
            ]
            pool = chance.choices([part.name for part in chosen], weights, k=_POOL - len(genders))
            return itertools.cycle(pool)

        self.male = drawn("mn", own=True)
        self.female = drawn("f", own=True)
        self.elder = drawn("m", own=False)
