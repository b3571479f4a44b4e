"""Pack, join, export, merge: what one laptop does, and what the coordinator then knows."""

from datetime import date
from pathlib import Path

import pytest
from sqlmodel import select

from app.db.arrivals import Stage
from app.db.journal import changes_of
from app.db.store import Store
from app.db.tables import AidRecord, Household, Person, Release
from app.domain.permissions import Role
from app.domain.void_reason import VoidReason
from app.errors import FileMissing, RightMissing, WrongCode
from app.keys.one_time_code import new_code
from app.services.day import choose_day
from app.services.doctor import examine
from app.services.exchange.export import export_changes
from app.services.exchange.join import open_pack
from app.services.exchange.merge import merge_files
from app.services.exchange.pack import Order, make_pack
from app.services.exchange.results import Status
from app.services.exchange.update import update_laptop
from app.services.void import void_hand_over
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes
from tests.support.sources import seeded_sources


def work(fleet: Fleet, name: str, people: int = 2):
    laptop = fleet.laptop(name)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    for number in range(people):
        give_box(laptop, register(laptop, f"{name} {number} حسن"))
    return laptop


def test_a_laptop_joins_with_its_villages_people_and_nobody_elses(fleet: Fleet) -> None:
    with fleet.coordinator.write() as session:
        session.add(Household(id="far", village_id="EG010101", source="list"))
        session.add(Person(id="far-person", household_id="far", name="بعيدة"))
    laptop = fleet.laptop("لابتوب ١")
    with laptop.read() as session:
        assert session.get(Household, fleet.convoy.household_id) is not None
        assert session.get(Household, "far") is None
        assert session.get(Person, "far-person") is None
    assert b"\xd8\xa8\xd8\xb9\xd9\x8a\xd8\xaf\xd8\xa9" not in b"".join(
        change.fields or b"" for change in changes(laptop)
    )
    assert laptop.device_id == fleet.packs[0][1].device_id


def test_what_a_laptop_did_arrives_once(fleet: Fleet) -> None:
    laptop = work(fleet, "أ")
    file = fleet.export(laptop)
    (first,) = merged(fleet.coordinator, file)
    assert (first.status, first.error) == (Status.NEW, None)
    assert first.new > 0
    assert (first.held, first.quarantined, first.gaps) == (0, 0, ())
    (again,) = merged(fleet.coordinator, file)
    assert (again.status, again.new, again.known) == (Status.KNOWN, 0, first.new)
    with fleet.coordinator.read() as session:
        assert len(session.exec(select(AidRecord)).all()) == 2


def test_a_preview_changes_nothing(fleet: Fleet) -> None:
    laptop = work(fleet, "أ")
    file = fleet.export(laptop)
    before = changes(fleet.coordinator)
    seen = merge_files(fleet.coordinator, [file], preview=True)
    assert seen.files[0].new > 0
    assert changes(fleet.coordinator) == before
    done = merge_files(fleet.coordinator, [file])
    assert (done.files, done.totals) == (seen.files, seen.totals)


def test_a_family_at_two_desks_is_a_double_aid_case_and_both_stand(fleet: Fleet) -> None:
    files = []
    for name in ("أ", "ب"):
        laptop = work(fleet, name, people=0)
        give_box(laptop, fleet.convoy.household_id)
        files.append(fleet.export(laptop))
    outcome = merge_files(fleet.coordinator, files)
    assert outcome.totals.double_aid == 1
    assert outcome.totals.conservation.active == 2


def test_the_same_edit_on_two_laptops_is_a_conflict(fleet: Fleet) -> None:
    files = []
    for name in ("أ", "ب"):
        laptop = work(fleet, name, people=0)
        with laptop.write() as session:
            session.get(Household, fleet.convoy.household_id).address = f"شارع {name}"
        files.append(fleet.export(laptop))
    assert merge_files(fleet.coordinator, files).totals.conflicts == 1


def test_people_registered_twice_are_told(fleet: Fleet) -> None:
    files = []
    for name in ("أ", "ب"):
        laptop = work(fleet, name, people=0)
        with laptop.write() as session:
            session.add(Household(id=f"h{name == 'أ'}", village_id="EG260101"))
            session.add(
                Person(
                    id=f"p{name == 'أ'}",
                    household_id=f"h{name == 'أ'}",
                    name="هدى سعيد حسن",
                    document_type="national_id",
                    document_no="28203142633578",
                )
            )
        files.append(fleet.export(laptop))
    assert merge_files(fleet.coordinator, files[:1]).totals.duplicates == 0
    assert merge_files(fleet.coordinator, files[1:]).totals.duplicates == 1


def voided(store: Store, aid_record_id: str) -> bool:
    with store.read() as session:
        return session.get(AidRecord, aid_record_id).voided


def test_a_volunteers_void_of_anothers_hand_over_waits_for_a_release(fleet: Fleet) -> None:
    given = give_box(fleet.coordinator, fleet.convoy.household_id)
    laptop = work(fleet, "أ", people=0)
    assert void_hand_over(laptop, given, VoidReason.WRONG_HOUSEHOLD).waits
    assert not voided(laptop, given)
    assert examine(laptop).healthy
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (result.status, result.quarantined) == (Status.QUARANTINED, 1)
    assert not voided(fleet.coordinator, given)
    with fleet.coordinator.write() as session:
        void = changes_of(session.connection(), "aid_record", given)[-1]
        session.add(Release(id=void.hash.hex(), active=True))
    assert voided(fleet.coordinator, given)
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "أ").path)
    assert voided(laptop, given)
    assert examine(laptop).healthy
    assert examine(fleet.coordinator).healthy
    with fleet.coordinator.write() as session:
        session.get(Release, void.hash.hex()).active = False
    assert not voided(fleet.coordinator, given)


def test_a_volunteer_voids_her_own_of_the_day(fleet: Fleet) -> None:
    laptop = work(fleet, "أ", people=0)
    own = give_box(laptop, fleet.convoy.household_id)
    assert not void_hand_over(laptop, own, VoidReason.WRONG_HOUSEHOLD).waits
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (result.status, result.quarantined) == (Status.NEW, 0)


def test_her_own_of_another_day_waits(fleet: Fleet) -> None:
    laptop = work(fleet, "أ", people=0)
    own = give_box(laptop, fleet.convoy.household_id)
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 23))
    assert void_hand_over(laptop, own, VoidReason.WRONG_HOUSEHOLD).waits
    assert not voided(laptop, own)


def test_an_update_acknowledges_so_that_the_next_export_is_small(fleet: Fleet) -> None:
    laptop = work(fleet, "أ")
    merged(fleet.coordinator, fleet.export(laptop))
    new_family = register(fleet.coordinator, "منى صابر علي")
    update = update_laptop(fleet.coordinator, fleet.path(), "أ").path
    merged(laptop, update)
    with laptop.read() as session:
        assert session.get(Household, new_family) is not None
    give_box(laptop, new_family)
    last = export_changes(laptop, fleet.path())
    assert last.changes == 1
    (result,) = merged(fleet.coordinator, last.path)
    assert (result.status, result.new) == (Status.NEW, 1)
    assert export_changes(laptop, fleet.path(), full=True).changes > 1


def test_a_void_before_its_record_counts_once_both_are_here(fleet: Fleet) -> None:
    laptop = work(fleet, "أ")
    merged(fleet.coordinator, fleet.export(laptop))
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "أ").path)
    given = give_box(laptop, fleet.convoy.household_id)
    early = fleet.export(laptop)
    void_hand_over(laptop, given, VoidReason.WRONG_HOUSEHOLD)
    merged(fleet.coordinator, early)
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "أ").path)
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert result.status is Status.NEW
    with fleet.coordinator.read() as session:
        assert session.get(AidRecord, given).voided is True


def test_two_joins_of_one_pack_are_a_fork_that_is_kept_and_told(fleet: Fleet) -> None:
    path, packed = fleet.pack("أ")
    for seed in (7, 8):
        twin = fleet.join(path, packed, seed)
        choose_day(twin, fleet.convoy.today.convoy_id, date(2025, 11, 22))
        register(twin, f"سعاد {seed} حسن")
    files = [fleet.export(twin) for twin in fleet.laptops]
    results = merged(fleet.coordinator, *files)
    assert [one.status for one in results] == [Status.NEW, Status.NEW]
    found = {finding.fault.value for finding in examine(fleet.coordinator).findings}
    assert "chain_forked" in found


def test_a_wrong_code_opens_nothing(fleet: Fleet) -> None:
    path, _ = fleet.pack("أ")
    _, other = fleet.pack("ب")
    with pytest.raises(WrongCode):
        fleet.join(path, other)
    assert not (fleet.folder / "laptop-0").exists() or not any(
        (fleet.folder / "laptop-0").glob("*.db")
    )


def test_a_volunteer_makes_no_packs_and_no_updates(fleet: Fleet) -> None:
    laptop = fleet.laptop("أ")
    with pytest.raises(RightMissing):
        make_pack(laptop, fleet.path(), Order("ب", Role.COORDINATOR), certify=lambda _: b"")
    with pytest.raises(RightMissing):
        update_laptop(laptop, fleet.path(), "أ")


def test_a_pack_that_is_not_there_is_missing(tmp_path: Path) -> None:
    code = new_code(seeded_sources().random_bytes)
    for path in (tmp_path / "none.qafila", tmp_path):
        with pytest.raises(FileMissing):
            open_pack(path, code)


def test_a_merge_can_be_stopped_while_it_compares_people(fleet: Fleet) -> None:
    class Stop(Exception):
        pass

    laptop = fleet.laptop("أ")
    for _ in range(2):
        register(laptop, "هدى سعيد حسن")
    file = fleet.export(laptop)
    before = changes(fleet.coordinator)
    stages: list[Stage] = []

    def stop(_done: int, _total: int) -> None:
        if Stage.COUNT in stages:
            raise Stop

    with pytest.raises(Stop):
        merge_files(fleet.coordinator, [file], report=stop, at=stages.append)
    assert changes(fleet.coordinator) == before
