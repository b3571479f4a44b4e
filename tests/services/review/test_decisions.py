"""What waits for somebody to look: quarantine, forks, merges; decided, undone and counted."""

import shutil

import pytest
from sqlmodel import select

from app import bootstrap
from app.db.store import Store
from app.db.tables import AidRecord, Campaign, Household
from app.domain.journal.rights import Cause
from app.domain.permissions import Role
from app.errors import CaseSettled, RightMissing
from app.services.doctor import examine
from app.services.exchange.end_access import end_laptop
from app.services.exchange.merge import merge_files
from app.services.review.conflicts import ConflictKey, open_conflicts, settle_conflict
from app.services.review.counts import open_counts
from app.services.review.forks import ForkFinding, decide_fork, forks, take_back_fork
from app.services.review.merges import merges, redo_merge, undo_merge
from app.services.review.quarantine import (
    GroupKey,
    all_of_group,
    changes_of_group,
    leave,
    quarantined,
    release,
    wait_again,
)
from app.services.review.taking_back import restore_change, take_back_change
from tests.services.review.test_conflicts import call, edited_apart, phone_key, phone_of
from tests.services.review.test_double_aid import desk
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE


def count(store: Store, model: type) -> int:
    with store.read() as session:
        return len(session.exec(select(model)).all())


def out_of_turn(fleet: Fleet) -> Store:
    """A volunteer's laptop that goes on working after it was ended; its work is merged."""
    laptop = desk(fleet, "أ")
    household = register(laptop, "قبل الإيقاف")
    merged(fleet.coordinator, fleet.export(laptop))
    end_laptop(fleet.coordinator, "أ")
    give_box(laptop, household)
    register(laptop, "بعد الإيقاف")
    merged(fleet.coordinator, fleet.export(laptop))
    return laptop


def test_what_waits_is_told_by_laptop_user_cause_and_kind(fleet: Fleet) -> None:
    laptop = out_of_turn(fleet)
    groups = quarantined(fleet.coordinator)
    assert {(group.record_type, group.count) for group in groups} == {
        ("aid_record", 1),
        ("household", 1),
        ("person", 1),
    }
    for group in groups:
        assert (group.cause, group.laptop, group.left) == (Cause.PAST_CUT_OFF, "أ", False)
        assert group.user
        key = GroupKey(group.cause, group.device_id, group.user_id, group.record_type)
        assert changes_of_group(fleet.coordinator, key) == group.changes
        (change,) = group.changes
        assert change.releasable
        assert change.author.device_id == laptop.device_id
        assert change.fields


def test_a_release_lets_it_count_and_is_taken_back(fleet: Fleet) -> None:
    out_of_turn(fleet)
    store = fleet.coordinator
    group = next(one for one in quarantined(store) if one.record_type == "aid_record")
    key = GroupKey(group.cause, group.device_id, group.user_id, group.record_type)
    changes = all_of_group(store, key)
    assert count(store, AidRecord) == 0
    assert release(store, changes) == 1
    assert count(store, AidRecord) == 1
    assert all(one.record_type != "aid_record" for one in quarantined(store))
    assert examine(store).findings == ()
    with pytest.raises(CaseSettled):
        release(store, changes)
    assert leave(store, changes) == 1
    assert count(store, AidRecord) == 0
    (left,) = quarantined(store, left=True)
    assert (left.record_type, left.left) == ("aid_record", True)
    assert open_counts(store).quarantined == 2
    assert examine(store).findings == ()


def test_what_was_said_of_a_change_is_taken_back_and_it_waits_as_before(fleet: Fleet) -> None:
    out_of_turn(fleet)
    store = fleet.coordinator
    before = quarantined(store)
    group = next(one for one in before if one.record_type == "aid_record")
    changes = all_of_group(
        store, GroupKey(group.cause, group.device_id, group.user_id, group.record_type)
    )
    with pytest.raises(CaseSettled):
        wait_again(store, changes)
    for decide, counting in ((release, 1), (leave, 0), (release, 1)):
        assert decide(store, changes) == 1
        assert count(store, AidRecord) == counting
        assert wait_again(store, changes) == 1
        assert count(store, AidRecord) == 0
        assert quarantined(store) == before
        assert quarantined(store, left=True) == ()
        with pytest.raises(CaseSettled):
            wait_again(store, changes)
    assert examine(store).findings == ()


def test_a_volunteer_releases_nothing(fleet: Fleet) -> None:
    out_of_turn(fleet)
    volunteer = fleet.laptop("ب")
    change = quarantined(fleet.coordinator)[0].changes[0].change
    with pytest.raises(RightMissing):
        release(volunteer, [change])


def test_a_merge_is_undone_as_a_whole_and_done_again(fleet: Fleet) -> None:
    laptop = desk(fleet, "أ")
    kept = register(laptop, "أولى")
    merged(fleet.coordinator, fleet.export(laptop))
    store = fleet.coordinator
    households = count(store, Household)
    give_box(laptop, kept)
    register(laptop, "ثانية")
    merged(store, fleet.export(laptop, full=True), fleet.folder / "nothing.qafila")
    (last, first) = merges(store)
    assert (len(last.files), len(first.files)) == (2, 1)
    assert {file.status for file in last.files} == {"new", "missing"}
    assert last.files[0].laptop == "أ"
    assert (last.new, last.undone) == (3, False)
    undo_merge(store, last.merge_no)
    assert (count(store, Household), count(store, AidRecord)) == (households, 0)
    assert [one.undone for one in merges(store)] == [True, False]
    assert quarantined(store) == ()
    assert examine(store).findings == ()
    with pytest.raises(CaseSettled):
        undo_merge(store, last.merge_no)
    again = merge_files(store, [fleet.export(laptop, full=True)])
    assert again.files[0].new == 0
    assert count(store, AidRecord) == 0
    redo_merge(store, last.merge_no)
    assert (count(store, Household), count(store, AidRecord)) == (households + 1, 1)
    assert examine(store).findings == ()
    with pytest.raises(CaseSettled):
        redo_merge(store, last.merge_no)
    with pytest.raises(CaseSettled):
        undo_merge(store, 99)


def test_an_undone_merge_takes_back_nothing_that_came_before_or_comes_after(fleet: Fleet) -> None:
    laptop = desk(fleet, "أ")
    register(laptop, "أولى")
    merged(fleet.coordinator, fleet.export(laptop))
    undo_merge(fleet.coordinator, merges(fleet.coordinator)[0].merge_no)
    register(laptop, "ثانية")
    (after,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (after.new, after.quarantined) == (2, 0)
    assert count(fleet.coordinator, Household) == 2
    assert examine(fleet.coordinator).findings == ()


def test_a_settlement_taken_back_is_a_conflict_again(fleet: Fleet) -> None:
    edited_apart(fleet, call("01000000001"), call("01000000002"))
    key: ConflictKey = phone_key(fleet)
    change = settle_conflict(fleet.coordinator, key, "01099999999")
    take_back_change(fleet.coordinator, change)
    assert open_conflicts(fleet.coordinator).total == 1
    assert phone_of(fleet) in {"01000000001", "01000000002"}
    restore_change(fleet.coordinator, change)
    assert open_conflicts(fleet.coordinator).total == 0
    assert phone_of(fleet) == "01099999999"
    with pytest.raises(CaseSettled):
        restore_change(fleet.coordinator, change)


def test_a_copied_laptop_is_an_alarm_until_somebody_says_what_it_was(fleet: Fleet) -> None:
    laptop = desk(fleet, "أ")
    register(laptop, "أصل")
    shutil.copytree(laptop.folder, fleet.folder / "copy", ignore=shutil.ignore_patterns("lock"))
    copy = bootstrap.open_store(fleet.folder / "copy", PASSPHRASE, sources=seeded_sources(77))
    fleet.laptops.append(copy)
    for store, name in ((laptop, "فرع ١"), (copy, "فرع ٢"), (copy, "فرع ٣")):
        register(store, name)
    for store in (laptop, copy):
        merge_files(fleet.coordinator, [fleet.export(store)])
    (fork,) = forks(fleet.coordinator)
    assert (fork.device_id, fork.laptop) == (laptop.device_id, "أ")
    assert sorted(branch.changes for branch in fork.branches) == [2, 4]
    names = {title.named.name_ar for branch in fork.branches for title in branch.records}
    assert {"فرع ١", "فرع ٢", "فرع ٣"} <= names
    assert open_counts(fleet.coordinator).forks == 1
    decide_fork(fleet.coordinator, fork.id, ForkFinding.COPIED, "قرص منسوخ")
    assert forks(fleet.coordinator) == ()
    (decided,) = forks(fleet.coordinator, decided=True)
    assert decided.decision is not None
    assert (decided.decision.finding, decided.decision.note) == (ForkFinding.COPIED, "قرص منسوخ")
    take_back_fork(fleet.coordinator, fork.id)
    assert open_counts(fleet.coordinator).forks == 1
    with pytest.raises(CaseSettled):
        take_back_fork(fleet.coordinator, fork.id)
    with pytest.raises(CaseSettled):
        decide_fork(fleet.coordinator, "none", ForkFinding.COPIED)


def test_a_storekeeper_plans_nothing_and_nobody_is_asked_about_rights_themselves(
    fleet: Fleet,
) -> None:
    laptop = fleet.laptop("م", Role.STOREKEEPER)
    with laptop.write() as session:
        session.add(Campaign(id="own", name="حملة"))
    merged(fleet.coordinator, fleet.export(laptop))
    (group,) = quarantined(fleet.coordinator)
    assert (group.cause, group.record_type) == (Cause.NO_RIGHT, "campaign")


def test_all_is_counted(fleet: Fleet) -> None:
    assert open_counts(fleet.coordinator).total == 0
    edited_apart(fleet, call("01000000001"), call("01000000002"))
    counts = open_counts(fleet.coordinator)
    assert (counts.conflicts, counts.total) == (1, 1)
