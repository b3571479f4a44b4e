"""The history tells who changed what, when and where, with the values before and after."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from app.db.fold_tables import refold
from app.db.guard import journalled
from app.db.store import Store
from app.db.tables import journal
from app.domain.quantity import ONE
from app.domain.void_reason import VoidReason
from app.services.edit_people import edit_household, edit_person, family_of
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.history import FieldChange, HistoryEntry, Standing, history_of
from app.services.void import void_hand_over
from tests.support.convoys import BOX, BOX_RULE, SmallConvoy, small_convoy
from tests.support.stores import USER, WORKSPACE


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    return small_convoy(store)


def latest(store: Store, convoy: SmallConvoy) -> HistoryEntry:
    return history_of(store, convoy.household_id).entries[0]


def test_a_correction_has_its_author_its_laptop_and_both_values(
    store: Store, convoy: SmallConvoy
) -> None:
    wife = family_of(store, convoy.household_id).members[1]
    edit_person(store, wife.id, wife.form, replace(wife.form, name="منى علي حسين"))
    entry = latest(store, convoy)
    assert (entry.who, entry.laptop) == (USER, WORKSPACE)
    assert (entry.record_type, entry.record_id, entry.about) == ("person", wife.id, "منى علي حسين")
    assert entry.changes == (FieldChange("name", "منى علي حسن", "منى علي حسين"),)
    assert not entry.is_first


def test_registering_is_told_of_the_household_and_each_person(
    store: Store, convoy: SmallConvoy
) -> None:
    entries = history_of(store, convoy.household_id).entries
    assert [entry.record_type for entry in entries] == ["person", "person", "household"]
    assert all(entry.is_first for entry in entries)
    assert all(change.before is None for entry in entries for change in entry.changes)


def test_a_category_is_named_and_a_village_too(store: Store, convoy: SmallConvoy) -> None:
    before = family_of(store, convoy.household_id).form
    after = replace(before, village_id="EG270101", categories=frozenset({"widow"}))
    edit_household(store, convoy.household_id, before, after)
    history = history_of(store, convoy.household_id)
    fields = {change.field for change in history.entries[0].changes}
    assert fields == {"village_id", "categories:widow"}
    assert history.names["widow"].name_ar
    assert {before.village_id, "EG270101"} <= history.names.keys()


def test_a_hand_over_and_its_void_bear_the_receipts_number(
    store: Store, convoy: SmallConvoy
) -> None:
    line = GivenLine(BOX, ONE, BOX_RULE)
    given = record_hand_over(store, HandOver(convoy.household_id, (line,)))
    void_hand_over(store, given.aid_record_id, VoidReason.WRONG_HOUSEHOLD)
    void, hand_over, *_ = history_of(store, convoy.household_id).entries
    assert void.about == hand_over.about == given.short_number
    assert hand_over.is_first
    assert [change.field for change in void.changes] == ["void"]


def test_changes_that_do_not_count_are_told_and_marked(store: Store, convoy: SmallConvoy) -> None:
    wife = family_of(store, convoy.household_id).members[1]
    edit_person(store, wife.id, wife.form, replace(wife.form, notes="first"))
    skip_latest(store, wife.id)
    again = replace(wife.form, notes="second")
    edit_person(store, wife.id, wife.form, again)
    second, first = history_of(store, convoy.household_id).entries[:2]
    assert (first.standing, second.standing) == (Standing.SKIPPED, Standing.IN_FORCE)
    assert second.changes == (FieldChange("notes", None, "second"),)


def skip_latest(store: Store, record_id: str) -> None:
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        last = journal.select().where(journal.c.record_id == record_id)
        row = connection.execute(last.order_by(journal.c.position.desc())).first()
        assert row is not None
        connection.execute(update(journal).where(journal.c.hash == row.hash).values(skipped=1))
        refold(connection, "person", record_id)


def test_a_change_whose_base_is_missing_waits(store: Store, convoy: SmallConvoy) -> None:
    wife = convoy.person_ids[1]
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        last = update(journal).where(journal.c.record_id == wife)
        connection.execute(last.values(base=bytes(range(32))))
    entry = next(e for e in history_of(store, convoy.household_id).entries if e.record_id == wife)
    assert entry.standing is Standing.HELD


def test_an_erased_change_keeps_only_that_it_happened(store: Store, convoy: SmallConvoy) -> None:
    wife = convoy.person_ids[1]
    with store.write() as session, journalled(session.connection()):
        last = update(journal).where(journal.c.record_id == wife)
        session.connection().execute(last.values(fields=None, salt=None))
    entry = next(e for e in history_of(store, convoy.household_id).entries if e.record_id == wife)
    assert (entry.standing, entry.changes) == (Standing.ERASED, ())


def test_a_household_that_nobody_knows_has_no_history(store: Store) -> None:
    assert history_of(store, "none").entries == ()
