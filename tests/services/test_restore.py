"""A store restored from a backup goes on under a new id, and may do what the old one might."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app import bootstrap
from app.db.store import BACKUPS, DATABASE, Store
from app.db.tables import AidRecord, Device, Household
from app.db.trust import trust_of
from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.introduction import introducer
from app.domain.permissions import Role
from app.errors import BackupUnfit, FileMissing, StoreNotFound, WrongPassphrase
from app.keys import signing
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.exchange.end_access import end_laptop
from app.services.exchange.pack import Order, make_pack
from app.services.exchange.results import Status
from app.services.exchange.rights_here import certified_by
from app.services.exchange.update import update_laptop
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation, new_store


@pytest.fixture
def fleet(store: Store, tmp_path: Path):
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    made.close()


def at_work(fleet: Fleet, name: str = "أ") -> Store:
    laptop = fleet.laptop(name)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    give_box(laptop, register(laptop, "هدى سعيد حسن"))
    return laptop


def restored(fleet: Fleet, laptop: Store, backup: Path, seed: int = 60) -> Store:
    laptop.close()
    sources = seeded_sources(seed)
    found = bootstrap.restore_store(laptop.folder, backup, PASSPHRASE, sources=sources)
    if laptop in fleet.laptops:
        fleet.laptops.remove(laptop)
        fleet.laptops.append(found.store)
    return found.store


def test_it_goes_on_without_a_fork_and_nothing_that_left_it_is_lost(fleet: Fleet) -> None:
    laptop = at_work(fleet)
    backup = laptop.back_up("evening.db")
    late = give_box(laptop, register(laptop, "سلمى علي محمود"))
    handed_in = fleet.export(laptop)
    old_id = laptop.device_id
    again = restored(fleet, laptop, backup)
    assert again.device_id != old_id
    assert list((again.folder / BACKUPS).glob("replaced-*.db"))
    assert not (again.folder / "restoring").exists()
    with again.read() as session:
        assert session.get(AidRecord, late) is None
        assert session.get(Device, again.device_id).name == "أ 2"
    assert examine(again).healthy
    choose_day(again, fleet.convoy.today.convoy_id, date(2025, 11, 23))
    new = give_box(again, register(again, "منى صابر علي"))
    results = merged(fleet.coordinator, handed_in, fleet.export(again))
    assert [one.status for one in results] == [Status.NEW, Status.NEW]
    assert sum(one.quarantined for one in results) == 0
    with fleet.coordinator.read() as session:
        assert session.get(AidRecord, late) is not None
        assert session.get(AidRecord, new) is not None
    assert examine(fleet.coordinator).healthy
    merged(again, update_laptop(fleet.coordinator, fleet.path(), "أ 2").path)
    with again.read() as session:
        assert session.get(AidRecord, late) is not None
    assert examine(again).healthy


def test_it_can_be_restored_once_more(fleet: Fleet) -> None:
    laptop = at_work(fleet)
    once = restored(fleet, laptop, laptop.back_up("one.db"), 61)
    register(once, "سلمى علي محمود")
    twice = restored(fleet, once, once.back_up("two.db"), 62)
    family = register(twice, "منى صابر علي")
    (result,) = merged(fleet.coordinator, fleet.export(twice))
    assert (result.status, result.quarantined) == (Status.NEW, 0)
    with fleet.coordinator.read() as session:
        assert session.get(Household, family) is not None
        assert session.get(Device, twice.device_id).name == "أ 3"


def test_ending_a_laptop_ends_what_it_goes_on_as(fleet: Fleet) -> None:
    laptop = at_work(fleet)
    again = restored(fleet, laptop, laptop.back_up("evening.db"))
    before = register(again, "منى صابر علي")
    merged(fleet.coordinator, fleet.export(again))
    end_laptop(fleet.coordinator, "أ")
    after = register(again, "ليلى حسن عمر")
    (result,) = merged(fleet.coordinator, fleet.export(again))
    assert result.status is Status.QUARANTINED
    with fleet.coordinator.read() as session:
        assert session.get(Household, before) is not None
        assert session.get(Household, after) is None
    assert examine(fleet.coordinator).healthy


def test_who_restores_a_stolen_laptop_gains_nothing(fleet: Fleet) -> None:
    """The backup is older than the end, and the introduction younger."""
    laptop = at_work(fleet)
    backup = laptop.back_up("evening.db")
    merged(fleet.coordinator, fleet.export(laptop))
    end_laptop(fleet.coordinator, "أ")
    thief = restored(fleet, laptop, backup)
    family = register(thief, "منى صابر علي")
    (result,) = merged(fleet.coordinator, fleet.export(thief))
    own = [one for one in changes(thief) if one.device_id == thief.device_id]
    assert result.quarantined == len(own) == result.new
    with fleet.coordinator.read() as session:
        assert session.get(Household, family) is None
        assert session.get(Device, thief.device_id) is None


def test_a_false_introduction_gives_no_right(fleet: Fleet) -> None:
    laptop = at_work(fleet)
    old_id = laptop.device_id
    again = restored(fleet, laptop, laptop.back_up("evening.db"))
    with again.read() as session:
        certified = certified_by(trust_of(session.connection()))
    genuine = next(one for one in changes(again, "device") if one.record_id == again.device_id)
    (told,) = genuine.values["introduction"]
    assert certified(genuine)
    assert introducer(genuine) == old_id

    def forged(record_id: str = again.device_id, **parts: object) -> Change:
        return write_change(
            Writer(again.device_id, "", GENESIS),
            seq=1,
            prev_hash=GENESIS,
            record_type="device",
            record_id=record_id,
            base=(),
            values={"introduction": [{**told, **parts}]},
            salt=bytes(16),
            recorded_at=0,
        )

    assert certified(forged())
    for change in (
        forged(signature="00" * 64),
        forged(signature=5),
        forged(key=signing.public_key(bytes(range(32))).hex()),
        forged(key="zz"),
        forged(by=fleet.coordinator.device_id),
        forged(by=again.device_id),
        forged(seq=told["seq"] - 1),
        forged(hash="00" * 32),
        forged("f" * 32),
    ):
        assert not certified(change)


def test_a_coordinators_store_is_one_again(fleet: Fleet) -> None:
    store = fleet.coordinator
    laptop = at_work(fleet)
    backup = store.back_up("evening.db")
    fleet.coordinator = again = restored(fleet, store, backup)
    with cheap_derivation():
        make_pack(again, fleet.path(), Order("ب", Role.VOLUNTEER))
    (result,) = merged(again, fleet.export(laptop))
    assert result.quarantined == 0
    merged(laptop, update_laptop(again, fleet.path(), "أ").path)
    family = register(laptop, "ليلى حسن عمر")
    (result,) = merged(again, fleet.export(laptop))  # encrypted to the new id, too
    assert result.error is None
    with again.read() as session:
        assert session.get(Household, family) is not None
    assert examine(again).healthy


def test_what_is_no_backup_of_this_store_changes_nothing(fleet: Fleet, tmp_path: Path) -> None:
    store = fleet.coordinator
    backup = store.back_up("evening.db")
    other = new_store(tmp_path / "other", seeded_sources(70)).store
    foreign = other.back_up("foreign.db")
    other.close()
    store.close()
    before = (store.folder / DATABASE).read_bytes()
    broken = tmp_path / "broken.db"
    data = bytearray(backup.read_bytes())
    data[20 * 4096 + 7] ^= 1
    broken.write_bytes(data)
    empty = tmp_path / "empty.db"
    empty.touch()
    for unfit in (foreign, broken, empty, store.folder / "header.json"):
        with pytest.raises(BackupUnfit):
            bootstrap.restore_store(store.folder, unfit, PASSPHRASE)
    with pytest.raises(FileMissing):
        bootstrap.restore_store(store.folder, tmp_path / "none.db", PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        bootstrap.restore_store(store.folder, backup, "عبارة أخرى تمامًا")
    with pytest.raises(StoreNotFound):
        bootstrap.restore_store(tmp_path / "nowhere", backup, PASSPHRASE)
    assert (store.folder / DATABASE).read_bytes() == before
    assert not (store.folder / "restoring").exists()
    fleet.coordinator = bootstrap.open_store(store.folder, PASSPHRASE)


def test_a_lost_or_damaged_database_is_replaced(fleet: Fleet, tmp_path: Path) -> None:
    store = fleet.coordinator
    backup = shutil.copy(store.back_up("evening.db"), tmp_path / "stick.db")
    store.close()
    for harm in (lambda file: file.unlink(), lambda file: file.write_bytes(b"x" * 9000)):
        harm(store.folder / DATABASE)
        found = bootstrap.restore_store(store.folder, Path(backup), PASSPHRASE)
        assert examine(found.store).healthy
        found.store.close()
    fleet.coordinator = bootstrap.open_store(store.folder, PASSPHRASE)
