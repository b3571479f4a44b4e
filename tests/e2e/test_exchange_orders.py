"""Files of a convoy in random orders, with repeats, subsets, overlaps and relays: one truth.

After every merge nothing is lost or doubled; in the end two coordinators' stores that took
different ways hold the same. Most orders are compared by a digest of all that follows from the
journal, row by row; one in `DUMP_EVERY` by the bytes of a whole dump as well, and by what an update
from each makes of a laptop that sees its villages only.
"""

import random
import shutil
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from app import bootstrap
from app.db.store import Store
from app.db.tables import Household, journal, metadata
from app.domain.void_reason import VoidReason
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.dump import dump
from app.services.exchange.end_access import end_laptop
from app.services.exchange.export import export_changes
from app.services.exchange.merge import merge_files
from app.services.exchange.update import update_laptop
from app.services.void import void_hand_over
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import LOCAL, contents
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, copy_store

DUMP_EVERY = 25
NAMES = ("أ", "ب", "ج", "د", "هـ", "و")
BY_ARRIVAL = {"search_person", "search_household", "search_village", "search_name", "likely_pair"}
"""Numbered as they come, or made when somebody looks."""


@dataclass(frozen=True)
class Size:
    """How many laptops hand over how often, and in how many files their work comes back."""

    laptops: int
    hand_overs: int
    exports: int


@dataclass(frozen=True)
class Convoy:
    """The coordinator's store before anything came back, a laptop as it ended, and every file that
    ever travelled."""

    template: Path
    laptop: Path
    files: tuple[Path, ...]


def travelled(folder: Path, store_template: Path, size: Size) -> Convoy:
    """A convoy on which everybody also serves and edits the coordinator's family, voids what is
    theirs and what is not; a disk is cloned, a laptop ended half-way, one brought up to date."""
    coordinator = copy_store(store_template, folder / "coordinator")
    fleet = Fleet(folder, coordinator, small_convoy(coordinator))
    laptops = [fleet.laptop(name) for name in NAMES[: size.laptops]]
    given = give_box(coordinator, fleet.convoy.household_id)
    coordinator.close()
    template = folder / "template"
    shutil.copytree(folder / "coordinator", template)
    fleet.coordinator = coordinator = opened(folder / "coordinator", 31)
    files = [one for laptop in laptops for one in worked(fleet, laptop, size)]
    first, second = laptops[0], laptops[1]
    first.close()
    shutil.copytree(first.folder, folder / "clone")
    clone = opened(folder / "clone", 77)
    fleet.laptops[0] = first = opened(first.folder, 78)
    for twin in (first, clone):
        register(twin, "سلمى علي محمود")
        files.append(fleet.export(twin))
    clone.close()
    merged(coordinator, *files[size.exports : 2 * size.exports])
    end_laptop(coordinator, NAMES[1])
    merged(first, update_laptop(coordinator, fleet.path(), NAMES[0]).path)
    void_hand_over(first, given, VoidReason.WRONG_HOUSEHOLD)
    other = give_box(second, register(second, "منى صابر علي"))
    void_hand_over(second, other, VoidReason.WRONG_HOUSEHOLD)
    files.append(fleet.export(second))
    with first.write() as session:
        session.get(Household, fleet.convoy.household_id).address = "الشارع الجديد"
    files.append(fleet.export(first))
    files.append(fleet.export(coordinator, full=True))
    fleet.close()
    return Convoy(template, first.folder, tuple(files))


def opened(folder: Path, seed: int) -> Store:
    return bootstrap.open_store(folder, PASSPHRASE, sources=seeded_sources(seed))


def worked(fleet: Fleet, laptop: Store, size: Size) -> list[Path]:
    """The files of one laptop's day, each with all from the beginning."""
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    files, families = [], [fleet.convoy.household_id]
    with laptop.write() as session:
        session.get(Household, families[0]).address = laptop.device_id
    for number in range(size.hand_overs):
        if number % 10 == 0:
            families.append(register(laptop, "هدى سعيد حسن"))
        done = give_box(laptop, families[number % len(families)])
        if number % 25 == 0:
            void_hand_over(laptop, done, VoidReason.WRONG_HOUSEHOLD)
        if (number + 1) % (size.hand_overs // size.exports) == 0 and len(files) < size.exports:
            files.append(fleet.export(laptop))
    return files


@pytest.fixture(scope="module")
def convoy(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Convoy:
    return travelled(tmp_path_factory.mktemp("convoy"), store_template, Size(2, 4, 2))


@pytest.fixture(scope="module")
def large_convoy(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Convoy:
    return travelled(tmp_path_factory.mktemp("large"), store_template, Size(6, 500, 3))


def digest_of(store: Store, *, whole: bool) -> str:
    """Of every row that follows from the journal; with `whole`, of the journal too."""
    names = sorted(set(metadata.tables) - LOCAL - BY_ARRIVAL)
    with store.read() as session:
        connection = session.connection()
        found: list[object] = [contents(connection, *names)]
        if whole:
            query = "SELECT hash, fields, version, skipped FROM journal ORDER BY hash"
            found.append([tuple(row) for row in connection.exec_driver_sql(query)])
    assert journal.name in LOCAL
    return sha256(repr(found).encode()).hexdigest()


def arrive(convoy: Convoy, folder: Path, chance: random.Random, *, dumps: bool) -> str:
    """Merges everything in an order of its own, half of it through another coordinator's store;
    returns the digest of what came of it."""
    stores = [copy_store(convoy.template, folder / name, seeded_sources(5)) for name in ("a", "b")]
    try:
        for _ in range(chance.randrange(1, 4)):
            subset = chance.sample(convoy.files, chance.randrange(1, len(convoy.files)))
            merged(chance.choice(stores), *subset)
        relay = export_changes(stores[1], folder / "relay.qafila", full=True).path
        files = [*convoy.files, relay, *chance.sample(convoy.files, 2)]
        chance.shuffle(files)
        while files:
            part = [files.pop() for _ in range(min(len(files), chance.randrange(1, 9)))]
            outcome = merge_files(stores[0], part)
            assert outcome.totals.conservation.holds
            assert all(one.error is None for one in outcome.files)
        back = export_changes(stores[0], folder / "back.qafila", full=True).path
        (told,) = merged(stores[1], back)
        assert told.error is None
        digests = {digest_of(store, whole=True) for store in stores}
        assert len(digests) == 1
        if dumps:
            look_closely(convoy, stores, folder)
        return digests.pop()
    finally:
        for store in stores:
            store.close()


def look_closely(convoy: Convoy, stores: list[Store], folder: Path) -> None:
    """Whole dumps, the doctor, and what a laptop makes of an update from each."""
    assert len({dump(one, folder / f"dump-{at}").digest for at, one in enumerate(stores)}) == 1
    faults = {finding.fault.value for finding in examine(stores[0]).findings}
    assert faults == {"chain_forked"}
    seen = set()
    for at, store in enumerate(stores):
        update = update_laptop(store, folder / f"update-{at}.qafila", NAMES[0]).path
        laptop = copy_store(convoy.laptop, folder / f"laptop-{at}", seeded_sources(6))
        merged(laptop, update)
        seen.add(digest_of(laptop, whole=False))
        assert {one.fault.value for one in examine(laptop).findings} <= LAPTOP_SEES
        laptop.close()
    assert len(seen) == 1


LAPTOP_SEES = {"changes_awaited", "chain_forked", "chain_unlinked"}
"""Of others' chains a laptop gets pieces; its own was cloned."""


def orders(convoy: Convoy, tmp_path: Path, seeds: range) -> set[str]:
    found = set()
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        found.add(arrive(convoy, folder, random.Random(seed), dumps=seed % DUMP_EVERY == 0))
        shutil.rmtree(folder)
    return found


def test_every_order_makes_the_same_store(convoy: Convoy, tmp_path: Path) -> None:
    assert len(orders(convoy, tmp_path, range(4))) == 1


@pytest.mark.long
@pytest.mark.parametrize("seeds", [range(250), range(250, 500)], ids=["first half", "second half"])
def test_five_hundred_orders_make_the_same_store(
    large_convoy: Convoy, tmp_path: Path, seeds: range
) -> None:
    """In two halves, one for each core of a small machine."""
    assert len(orders(large_convoy, tmp_path, seeds)) == 1
