"""Hand-overs of some years, written straight into the tables of a made-up register: convoy after
convoy to neighbouring villages, some families met again, some lines voided, owed or overridden."""

import datetime as dt
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from app import bootstrap
from app.db import double_aid
from app.db.guard import journalled
from app.db.projections import PROJECTIONS
from app.db.store import Store
from app.db.tables import (
    AidItem,
    AidRecord,
    Campaign,
    Convoy,
    Desk,
    EntitlementRule,
    Household,
    StockMovement,
    table_of,
)
from app.domain.ids import uuid7
from tests.benchmarks.register import write_register
from tests.support.sources import START, seeded_sources
from tests.support.stores import PASSPHRASE, new_store

STORES: Final = "QAFILA_BENCH_STORES"
"""The folder in which stores once made are kept, where the environment names one."""

A_CONVOY: Final = 5_000
"""Hand-overs of one convoy."""

_BATCH: Final = 20_000
_FIRST_DAY: Final = dt.date(2023, 1, 1)
_DAY_MS: Final = 86_400_000
_ITEMS: Final = ("food-box", "blanket", "meat", "school-kit", "cash", "rice")
_ORGANISATIONS: Final = ("haya-karima-foundation", "orman", "general-federation", "mersal")
_INITIATIVES: Final = ("ketf-fi-ketf", "eed-wahda", "haya-karima")
_CAMPAIGNS: Final = 8


@contextmanager
def aided(records: int) -> Iterator[Store]:
    """An open store with that many aid records over as many people."""
    kept = os.environ.get(STORES)
    with TemporaryDirectory() as passing:
        made = Path(kept or passing) / f"aided-{records}"
        if not made.exists():
            _make(made, records)
        store = bootstrap.open_store(made, PASSPHRASE, sources=seeded_sources(3))
        try:
            yield store
        finally:
            store.close()


def _make(made: Path, records: int) -> None:
    start = time.perf_counter()
    growing = made.with_suffix(".new")
    store = new_store(growing).store
    write_register(store, records)
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        chance = random.Random(7)
        _programme(connection, chance)
        _hand_overs(connection, chance, records)
        connection.execute(update(table_of(AidItem)).values(value=15_000))
        for projection in PROJECTIONS:
            if projection.source == "aid_record":
                projection.rebuild(connection)
        double_aid.rebuild(connection)
    store.close()
    growing.rename(made)
    print(f"{records:,} aid records written in {time.perf_counter() - start:.0f} s")


def _programme(connection: Connection, chance: random.Random) -> None:
    campaigns = [
        {
            "id": f"campaign-{number}",
            "name": f"حملة {number}",
            "initiative_id": chance.choice(_INITIATIVES),
            "starts_on": _FIRST_DAY.isoformat(),
        }
        for number in range(_CAMPAIGNS)
    ]
    connection.execute(insert(table_of(Campaign)), campaigns)
    rules = [
        {"id": f"rule-{number}-{item}", "campaign_id": f"campaign-{number}", "item_id": item}
        for number in range(_CAMPAIGNS)
        for item in _ITEMS
    ]
    connection.execute(insert(table_of(EntitlementRule)), rules)


def _hand_overs(connection: Connection, chance: random.Random, records: int) -> None:
    household = table_of(Household)
    homes = connection.execute(
        select(household.c.id, household.c.village_id).order_by(household.c.village_id)
    ).all()
    batch: list[dict[str, Any]] = []
    for number in range(-(-records // A_CONVOY)):
        first = chance.randrange(max(1, len(homes) - A_CONVOY))
        window = homes[first : first + A_CONVOY]
        day = _FIRST_DAY + dt.timedelta(days=number * 3)
        convoy = f"convoy-{number:05d}"
        villages = frozenset(home.village_id for home in window)
        _convoy(connection, convoy, day, villages, chance)
        for position in range(min(A_CONVOY, records - number * A_CONVOY)):
            at = START + number * 3 * _DAY_MS + position * 6_000
            batch.append(_record(chance, convoy, day, at, chance.choice(window).id, position))
            if len(batch) == _BATCH:
                connection.execute(insert(table_of(AidRecord)), batch)
                batch = []
    if batch:
        connection.execute(insert(table_of(AidRecord)), batch)


def _convoy(
    connection: Connection, convoy: str, day: dt.date, villages: frozenset[str], chance: Any
) -> None:
    connection.execute(
        insert(table_of(Convoy)),
        {
            "id": convoy,
            "name": f"قافلة {convoy}",
            "starts_on": day.isoformat(),
            "ends_on": day.isoformat(),
            "villages": villages,
            "organisations": frozenset({chance.choice(_ORGANISATIONS)}),
            "campaigns": frozenset(f"campaign-{number}" for number in range(_CAMPAIGNS)),
        },
    )
    desks = [
        {"id": f"{convoy}-{desk}", "convoy_id": convoy, "name": str(desk)} for desk in range(4)
    ]
    connection.execute(insert(table_of(Desk)), desks)
    moved = [
        {
            "id": f"{convoy}-{item}-{desk}",
            "convoy_id": convoy,
            "desk_id": f"{convoy}-{desk}",
            "item_id": item,
            "kind": "loaded",
            "quantity": 2_000_000,
            "day": day.isoformat(),
        }
        for item in _ITEMS
        for desk in range(4)
    ]
    connection.execute(insert(table_of(StockMovement)), moved)


def _record(
    chance: random.Random, convoy: str, day: dt.date, at: int, household: str, position: int
) -> dict[str, Any]:
    campaign = chance.randrange(_CAMPAIGNS)
    lines = [
        _line(chance, campaign, item) for item in chance.sample(_ITEMS, chance.choice((1, 1, 2, 3)))
    ]
    voided = chance.random() < 0.02
    return {
        "id": uuid7(at, chance.randbytes),
        "convoy_id": convoy,
        "desk_id": f"{convoy}-{position % 4}",
        "organisation_id": _ORGANISATIONS[campaign % len(_ORGANISATIONS)],
        "household_id": household,
        "lines": tuple(lines),
        "receipt_no": position + 1,
        "device_id": "5f" * 32,
        "day": day.isoformat(),
        "handed_at": at,
        "voided": voided,
        "void_reason": "wrong_item" if voided else "",
    }


def _line(chance: random.Random, campaign: int, item: str) -> dict[str, Any]:
    line: dict[str, Any] = {
        "item": item,
        "quantity": 1000,
        "ration": 1000,
        "rule": f"rule-{campaign}-{item}",
        "campaign": f"campaign-{campaign}",
        "answer": "may_receive:first",
    }
    drawn = chance.random()
    if drawn < 0.02:
        line |= {"quantity": 0, "owed": True}
    elif drawn < 0.05:
        line |= {"quantity": 2000, "reason": chance.choice(("urgent_need", "supervisor"))}
    return line
