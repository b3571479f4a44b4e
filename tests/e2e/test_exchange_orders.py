"""Files of a convoy in random orders, with repeats, subsets, overlaps and relays: one truth."""

import random
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app import bootstrap
from app.db.store import Store
from app.db.tables import Household
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
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, copy_store


@dataclass(frozen=True)
class Convoy:
    """The coordinator's store before anything came back, and every file that ever travelled."""

    template: Path
    files: tuple[Path, ...]


@pytest.fixture(scope="module")
def convoy(store_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Convoy:
    """Two volunteers and a restored backup of one; edits of the same family, voids by those who
    may and who may not, an update in between, and a laptop that is ended half-way."""
    folder = tmp_path_factory.mktemp("convoy")
    coordinator = copy_store(store_template, folder / "coordinator")
    fleet = Fleet(folder, coordinator, small_convoy(coordinator))
    first, second = fleet.laptop("أ"), fleet.laptop("ب")
    coordinator.close()
    template = folder / "template"
    shutil.copytree(folder / "coordinator", template)
    fleet.coordinator = coordinator = bootstrap.open_store(
        folder / "coordinator", PASSPHRASE, sources=seeded_sources(31)
    )
    files = []
    for laptop in (first, second):
        choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
        given = give_box(laptop, register(laptop, "هدى سعيد حسن"))
        give_box(laptop, fleet.convoy.household_id)
        with laptop.write() as session:
            session.get(Household, fleet.convoy.household_id).address = laptop.device_id
        files.append(fleet.export(laptop))
        void_hand_over(laptop, given, VoidReason.WRONG_HOUSEHOLD)
        files.append(fleet.export(laptop))
    first.close()
    shutil.copytree(first.folder, folder / "clone")
    clone = bootstrap.open_store(folder / "clone", PASSPHRASE, sources=seeded_sources(77))
    fleet.laptops[0] = first = bootstrap.open_store(
        first.folder, PASSPHRASE, sources=seeded_sources(78)
    )
    for twin in (first, clone):
        register(twin, "سلمى علي محمود")
        files.append(fleet.export(twin))
    clone.close()
    merged(coordinator, *files[2:4])
    end_laptop(coordinator, "ب")
    files.append(update_laptop(coordinator, fleet.path(), "أ").path)
    merged(first, files.pop())
    other = give_box(second, register(second, "منى صابر علي"))
    void_hand_over(second, other, VoidReason.WRONG_HOUSEHOLD)
    files.append(fleet.export(second))
    with first.write() as session:
        session.get(Household, fleet.convoy.household_id).address = "الشارع الجديد"
    files.append(export_changes(first, fleet.path()).path)
    files.append(export_changes(coordinator, fleet.path(), full=True).path)
    fleet.close()
    return Convoy(template, tuple(files))


def arrive(convoy: Convoy, folder: Path, chance: random.Random) -> str:
    """Merges everything in an order of its own, half of it through another coordinator's store;
    returns the digest of the dump."""
    stores: list[Store] = [
        copy_store(convoy.template, folder / name, seeded_sources(5)) for name in ("a", "b")
    ]
    try:
        for _ in range(chance.randrange(1, 4)):
            subset = chance.sample(convoy.files, chance.randrange(1, len(convoy.files)))
            merged(chance.choice(stores), *subset)
        relay = export_changes(stores[1], folder / "relay.qafila", full=True).path
        files = [*convoy.files, relay, *chance.sample(convoy.files, 2)]
        chance.shuffle(files)
        while files:
            part = [files.pop() for _ in range(min(len(files), chance.randrange(1, 5)))]
            outcome = merge_files(stores[0], part)
            assert outcome.totals.conservation.holds
            assert all(one.error is None for one in outcome.files)
        back = export_changes(stores[0], folder / "back.qafila", full=True).path
        (told,) = merged(stores[1], back)
        assert told.error is None
        digests = {dump(store, folder / f"dump-{at}").digest for at, store in enumerate(stores)}
        assert len(digests) == 1
        faults = {finding.fault.value for finding in examine(stores[0]).findings}
        assert faults == {"chain_forked"}
        return digests.pop()
    finally:
        for store in stores:
            store.close()


def orders(convoy: Convoy, tmp_path: Path, seeds: range) -> set[str]:
    found = set()
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        found.add(arrive(convoy, folder, random.Random(seed)))
        shutil.rmtree(folder)
    return found


def test_every_order_makes_the_same_store(convoy: Convoy, tmp_path: Path) -> None:
    assert len(orders(convoy, tmp_path, range(3))) == 1


@pytest.mark.long
def test_five_hundred_orders_make_the_same_store(convoy: Convoy, tmp_path: Path) -> None:
    assert len(orders(convoy, tmp_path, range(500))) == 1
