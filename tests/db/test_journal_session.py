"""What services write goes into the journal with it: all of it, once, or not at all."""

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from app.db.guard import UnjournalledWrite
from app.db.journal_session import JournalSession, UnfitValue
from app.db.store import Store
from app.db.tables import (
    AidRecord,
    Draft,
    Household,
    Person,
    Setting,
    journal,
    place,
    table_of,
)
from app.domain.journal.chain import inspect_chain
from app.domain.journal.change import Change, is_authentic
from app.domain.journal.fields import MalformedFields
from tests.support.raw import changes


@pytest.fixture
def before(store: Store) -> int:
    return len(changes(store))


def written_since(store: Store, before: int) -> list[Change]:
    return changes(store)[before:]


def add_household(store: Store, **columns: object) -> str:
    household = Household(id=store.new_id(), **columns)
    with store.write() as session:
        session.add(household)
    return household.id


# What is written


def test_a_new_row_is_one_change_with_what_differs_from_the_defaults(
    store: Store, before: int
) -> None:
    household_id = add_household(store, number="12", village_id="EG1", notes="")
    (change,) = written_since(store, before)
    assert change.values == {"number": "12", "village_id": "EG1"}
    assert (change.record_type, change.record_id) == ("household", household_id)
    assert (change.device_id, change.actor) == (store.device_id, store.actor)
    assert change.base == ()
    assert is_authentic(change)


def test_a_new_row_of_defaults_alone_is_still_a_change(store: Store, before: int) -> None:
    add_household(store)
    (change,) = written_since(store, before)
    assert change.values == {}


def test_a_changed_row_is_one_change_on_the_one_before(store: Store, before: int) -> None:
    household_id = add_household(store, number="12", phone="1")
    with store.write() as session:
        session.get_one(Household, household_id).phone = "2"
    first, second = written_since(store, before)
    assert second.values == {"phone": "2"}
    assert second.base == (first.hash,)
    assert (second.seq, second.prev_hash) == (first.seq + 1, first.hash)


def test_many_rows_changed_at_once_each_build_on_their_own_history(
    store: Store, before: int
) -> None:
    with store.write() as session:
        for number in range(1_201):
            session.add(Household(id=store.new_id(), number=str(number)))
    with store.write() as session:
        for row in session.exec(select(Household)):
            row.phone = row.number
    written = written_since(store, before)
    first = {change.record_id: change.hash for change in written[:1_201]}
    assert len(written) == 2_402
    assert all(change.base == (first[change.record_id],) for change in written[1_201:])
    assert [change.seq for change in written] == list(range(before + 1, before + 2_403))


def test_what_did_not_change_leaves_nothing(store: Store) -> None:
    household_id = add_household(store, phone="1")
    before = len(changes(store))
    told: list[frozenset[str]] = []
    store.on_commit(told.append)
    with store.write() as session:
        household = session.get_one(Household, household_id)
        household.phone = "1"
        household.categories = frozenset()
        household.notes = "typed"
        household.notes = ""
    assert written_since(store, before) == []
    assert told == []


def test_a_set_is_one_field_an_element(store: Store) -> None:
    household_id = add_household(store, categories=frozenset({"widow", "a:b"}))
    before = len(changes(store))
    with store.write() as session:
        household = session.get_one(Household, household_id)
        household.categories = frozenset({"widow", "orphans"})
    (change,) = written_since(store, before)
    assert change.values == {"categories:orphans": True, "categories:a:b": False}


def test_a_composite_is_one_field_with_all_its_parts(store: Store) -> None:
    person = Person(id=store.new_id(), document_type="passport", document_no="A1")
    with store.write() as session:
        session.add(person)
    before = len(changes(store))
    with store.write() as session:
        session.get_one(Person, person.id).document_no = "A2"
    (change,) = written_since(store, before)
    assert change.values == {"document": ["passport", "A2"]}


def test_lines_are_one_field(store: Store, before: int) -> None:
    lines = ({"item": "food-box", "quantity": 1000},)
    with store.write() as session:
        session.add(AidRecord(id=store.new_id(), lines=lines))
    (change,) = written_since(store, before)
    assert change.values == {"lines": list(lines)}


def test_what_belongs_to_the_laptop_is_not_journalled(store: Store, before: int) -> None:
    told: list[frozenset[str]] = []
    store.on_commit(told.append)
    with store.write() as session:
        session.add(Setting(key="a", value="1"))
        session.add(Draft(place="desk"))
    with store.write() as session:
        session.delete(session.get_one(Draft, "desk"))
        session.get_one(Setting, "a").value = "2"
    assert written_since(store, before) == []
    assert told == [frozenset({"setting", "draft"})] * 2


def test_several_flushes_and_records_make_one_unbroken_chain(store: Store, before: int) -> None:
    with store.write() as session:
        for number in range(5):
            session.add(Household(id=store.new_id(), number=str(number)))
            session.flush()
        for household in session.exec(select(Household)):
            household.phone = "1"
            session.flush()
            household.phone = "2"
    assert len(written_since(store, before)) == 15
    report = inspect_chain(store.device_id, changes(store))
    assert (report.gaps, report.forked, report.unlinked) == ((), (), ())


def test_changed_rows_are_journalled_in_a_stable_order(store: Store) -> None:
    ids = [add_household(store, number=str(number)) for number in range(20)]
    before = len(changes(store))
    with store.write() as session:
        for household in session.exec(select(Household).order_by(col(Household.number))):
            household.phone = "1"
    written = [change.record_id for change in written_since(store, before)]
    assert written == sorted(ids)


# What leaves nothing


class Interrupted(Exception):
    """Something went wrong half-way."""


def interrupted_after(session: JournalSession, household_id: str) -> None:
    session.add(Household(id=household_id))
    session.flush()
    raise Interrupted


def test_an_exception_leaves_neither_row_nor_change(store: Store, before: int) -> None:
    told: list[frozenset[str]] = []
    store.on_commit(told.append)
    with pytest.raises(Interrupted), store.write() as session:
        interrupted_after(session, "h1")
    assert written_since(store, before) == []
    assert told == []
    with store.read() as read:
        assert read.get(Household, "h1") is None


def test_a_rollback_to_a_savepoint_leaves_no_hole_in_the_chain(store: Store, before: int) -> None:
    with store.write() as session:
        session.add(Household(id="h1"))
        session.flush()
        with pytest.raises(Interrupted), session.begin_nested():
            interrupted_after(session, "h2")
        session.add(Household(id="h3"))
    first, second = written_since(store, before)
    assert (first.record_id, second.record_id) == ("h1", "h3")
    assert (second.seq, second.prev_hash) == (first.seq + 1, first.hash)


def test_the_same_id_twice_is_refused_whole(store: Store, before: int) -> None:
    household_id = add_household(store)
    with pytest.raises(IntegrityError), store.write() as session:
        session.add_all([Household(id="h9"), Household(id=household_id)])
    assert len(written_since(store, before)) == 1


@pytest.mark.parametrize("unreadable", ["a\0b", "\ud800", "x" * 1_000_001])
def test_a_text_that_could_not_be_read_back_is_refused(
    store: Store, before: int, unreadable: str
) -> None:
    with pytest.raises(MalformedFields):
        add_household(store, notes=unreadable)
    assert written_since(store, before) == []


@pytest.mark.parametrize(
    "columns",
    [
        {"number": 5},
        {"declared_size": "five"},
        {"declared_size": True},
        {"phone": None},
        {"consent_sharing": 1},
    ],
)
def test_a_value_of_another_type_than_its_column_is_refused(
    store: Store, before: int, columns: dict[str, object]
) -> None:
    with pytest.raises(UnfitValue):
        add_household(store, **columns)
    assert written_since(store, before) == []


# What is refused because the journal would not see it

_HOUSEHOLD = table_of(Household)
BEHIND_ITS_BACK = [
    update(Household).values(phone="x"),
    delete(Household),
    insert(Household).values(id="h2"),
    update(_HOUSEHOLD).values(phone="x"),
    delete(_HOUSEHOLD),
    insert(_HOUSEHOLD).values(id="h2"),
    insert(_HOUSEHOLD).prefix_with("OR REPLACE").values(id="h2"),
    update(journal).values(actor="x"),
    delete(journal),
    text("UPDATE household SET phone = 'x'"),
    text("update or ignore main.household set phone = 'x'"),
    text('  DELETE FROM "household"'),
    text("REPLACE INTO [household] (id) VALUES ('h2')"),
    text("WITH x AS (SELECT 1) DELETE FROM household"),
]


@pytest.mark.parametrize("statement", BEHIND_ITS_BACK, ids=lambda one: str(one).split("\n")[0])
def test_statements_that_write_records_are_refused(store: Store, statement: object) -> None:
    household_id = add_household(store, phone="1")
    before = changes(store)
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.execute(statement)
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.connection().execute(statement)
    with pytest.raises(UnjournalledWrite), store.read() as session:
        session.execute(statement)
    with store.read() as session:
        assert session.get_one(Household, household_id).phone == "1"
        assert session.get(Household, "h2") is None
    assert changes(store) == before


def test_a_refused_statement_leaves_the_connection_guarded(store: Store) -> None:
    def write_and_delete(session: JournalSession) -> None:
        session.add(Household(id="h1"))
        session.flush()
        session.execute(delete(Household))

    for _ in range(20):
        with pytest.raises(UnjournalledWrite), store.write() as session:
            write_and_delete(session)


def test_bulk_writes_of_rows_are_refused(store: Store) -> None:
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.bulk_save_objects([Household(id="h2")])
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.bulk_insert_mappings(Household, [{"id": "h2"}])


def test_deleting_a_record_is_refused(store: Store) -> None:
    household_id = add_household(store)
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.delete(session.get_one(Household, household_id))


def test_renaming_a_record_is_refused(store: Store) -> None:
    household_id = add_household(store)
    with pytest.raises(UnjournalledWrite), store.write() as session:
        session.get_one(Household, household_id).id = "h2"


def test_setting_what_was_never_read_is_refused(store: Store) -> None:
    household_id = add_household(store, phone="1")

    def set_unread(session: JournalSession) -> None:
        household = session.get_one(Household, household_id)
        session.expire(household)
        household.phone = "2"

    with pytest.raises(UnjournalledWrite), store.write() as session:
        set_unread(session)


def test_a_read_session_writes_nothing_at_all(store: Store) -> None:
    household_id = add_household(store, phone="1")
    with store.read() as session:
        session.get_one(Household, household_id).phone = "2"
        with pytest.raises(UnjournalledWrite):
            session.flush()
    with store.read() as session:
        session.add(Setting(key="a"))
        with pytest.raises(UnjournalledWrite):
            session.commit()
    with pytest.raises(UnjournalledWrite), store.read() as session:
        session.execute(delete(place))
    with store.read() as session:
        assert session.get_one(Household, household_id).phone == "1"


def test_tables_outside_the_journal_may_be_written_by_statement(store: Store) -> None:
    with store.write() as session:
        session.add(Setting(key="a"))
        session.flush()
        session.execute(update(Setting).values(value="b"))
        session.execute(delete(Draft))
    with store.read() as session:
        assert session.get_one(Setting, "a").value == "b"
