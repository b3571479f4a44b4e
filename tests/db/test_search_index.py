"""The search index follows people and households wherever they go, and is the same when rebuilt."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, delete, select, text, update

from app.db import projections, search_index
from app.db.fold_tables import refold
from app.db.guard import journalled
from app.db.store import Store
from app.db.tables import (
    Household,
    Person,
    journal,
    search_household,
    search_person,
    search_village,
)

HOME, OTHER = "EG260101", "EG270101"


def add_family(store: Store, *names: str, village: str = HOME, **columns: Any) -> Household:
    household = Household(id=store.new_id(), village_id=village, number="417-00012", **columns)
    with store.write() as session:
        session.add(household)
        for place, name in enumerate(names):
            session.add(
                Person(
                    id=store.new_id(),
                    household_id=household.id,
                    name=name,
                    relationship="head" if place == 1 else "",
                )
            )
    return household


def people(connection: Connection) -> list[tuple[str, str, str]]:
    """Person, name key and village of everybody in the index."""
    village = search_person.c.place_row.op(">>")(26)
    query = (
        select(search_person.c.person_id, search_person.c.name_key, search_village.c.village_id)
        .join(search_village, search_village.c.number == village)
        .order_by(search_person.c.person_id)
    )
    return [tuple(row) for row in connection.execute(query)]


def matching(connection: Connection, parts: str) -> int:
    query = text("SELECT count(*) FROM search_name WHERE search_name MATCH :parts")
    return int(connection.scalar(query, {"parts": parts}) or 0)


def test_registering_writes_people_and_their_household(store: Store) -> None:
    add_family(store, "مُنى علي", "سعيد أحمد عبد الحميد", declared_size=5)
    with store.read() as session:
        connection = session.connection()
        assert [row[1:] for row in people(connection)] == [
            ("مني علي", HOME),
            ("سعيد احمد عبدالحميد", HOME),
        ]
        home = connection.execute(select(search_household)).one()
        assert (home.name_key, home.size) == ("سعيد احمد عبدالحميد", 5)
        assert (home.number_key, home.number_tail) == ("41700012", "12")
        assert matching(connection, '"عبد"*') == 1


def test_a_corrected_name_is_found_and_the_old_one_is_not(store: Store) -> None:
    add_family(store, "زكريا حسن")
    with store.write() as session:
        person = session.exec(person_query()).one()
        person.name = "يحيى حسن"
    with store.read() as session:
        connection = session.connection()
        assert (matching(connection, '"زكريا"'), matching(connection, '"يحيي"')) == (0, 1)
        assert connection.execute(select(search_household.c.name_key)).scalar_one() == "يحيي حسن"


def test_a_household_that_moves_takes_its_people_along(store: Store) -> None:
    household = add_family(store, "منى علي", "سعيد أحمد")
    with store.write() as session:
        session.get_one(Household, household.id).village_id = OTHER
    with store.read() as session:
        assert {row[2] for row in people(session.connection())} == {OTHER}
        assert matching(session.connection(), '"سعيد"') == 1


def test_somebody_who_changes_households_leaves_the_old_one(store: Store) -> None:
    old = add_family(store, "منى علي", "سعيد أحمد")
    new = add_family(store, "حسن محمود", village=OTHER)
    with store.write() as session:
        person = session.exec(person_query().where(Person.name == "سعيد أحمد")).one()
        person.household_id = new.id
    with store.read() as session:
        connection = session.connection()
        columns = (search_household.c.household_id, search_household.c.size)
        sizes = {row.household_id: row.size for row in connection.execute(select(*columns))}
        assert sizes == {old.id: 1, new.id: 2}
        assert ("سعيد احمد", OTHER) in [row[1:] for row in people(connection)]


def test_a_household_may_arrive_after_its_people(store: Store) -> None:
    household_id = store.new_id()
    with store.write() as session:
        session.add(Person(id=store.new_id(), household_id=household_id, name="سعيد"))
    with store.write() as session:
        session.add(Household(id=household_id, village_id=HOME))
    with store.read() as session:
        assert [row[1:] for row in people(session.connection())] == [("سعيد", HOME)]
        heads = session.connection().scalars(select(search_household.c.name_key)).all()
        assert heads == ["سعيد"]


def test_somebody_whose_record_is_gone_is_forgotten(store: Store) -> None:
    add_family(store, "زكريا حسن")
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        person_id = session.exec(person_query()).one().id
        connection.execute(delete(journal).where(journal.c.record_id == person_id))
        connection.execute(text("DELETE FROM person"))
        projections.refresh(connection, {"person": [person_id]})
        assert people(connection) == []
        assert matching(connection, '"زكريا"') == 0
        assert connection.execute(select(search_household.c.head_id)).scalar_one() is None


def test_a_refold_that_changes_nothing_writes_nothing(store: Store) -> None:
    add_family(store, "زكريا حسن")
    with store.write() as session:
        connection = session.connection()
        person_id = session.exec(person_query()).one().id
        driver = connection.connection.driver_connection
        assert driver is not None
        before = connection.execute(select(search_person)).all()
        refold(connection, "person", person_id)
        written = driver.total_changes
        search_index.refresh(connection, {"person": [person_id]})
        assert driver.total_changes == written
        assert connection.execute(select(search_person)).all() == before


def test_the_doctor_sees_what_is_wrong(store: Store) -> None:
    household = add_family(store, "زكريا حسن")
    with store.write() as session:
        connection = session.connection()
        assert list(search_index.differences(connection)) == []
        connection.execute(update(search_household).values(size=9))
        assert list(search_index.differences(connection)) == [household.id]
        search_index.rebuild(connection)
        assert list(search_index.differences(connection)) == []
        connection.execute(update(search_person).values(person_id="somebody else", name_key="يحيي"))
        assert not search_index.names_agree(connection)
        search_index.rebuild(connection)
        assert search_index.names_agree(connection)


def person_query() -> Any:
    from sqlmodel import select as select_model

    return select_model(Person)


names = st.sampled_from(["محمد علي", "منى حسن", "زكريا", "عبد الله محمود", "", "أحمد"])
villages = st.sampled_from([HOME, OTHER, ""])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("household"), st.integers(0, 3), villages, st.integers(0, 9)),
        st.tuples(st.just("person"), st.integers(0, 5), names, st.integers(0, 3)),
    ),
    max_size=12,
)


@given(steps=steps)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_step_by_step_and_rebuilt_the_index_is_the_same(
    store: Store, steps: list[tuple[Any, ...]]
) -> None:
    with store.write() as session, journalled(session.connection()):
        connection = session.connection()
        connection.execute(text("DELETE FROM person"))
        connection.execute(text("DELETE FROM household"))
        search_index.rebuild(connection)
    for kind, number, *values in steps:
        with store.write() as session:
            if kind == "household":
                home = session.get(Household, f"h{number}") or Household(id=f"h{number}")
                home.village_id, home.declared_size = values
                session.add(home)
            else:
                person = session.get(Person, f"p{number}") or Person(id=f"p{number}")
                person.name, home_number = values
                person.household_id = f"h{home_number}" if home_number else ""
                session.add(person)
    with store.write() as session:
        connection = session.connection()
        assert list(search_index.differences(connection)) == []
        kept = people(connection)
        search_index.rebuild(connection)
        assert people(connection) == kept
        assert list(search_index.differences(connection)) == []
        assert search_index.names_agree(connection)
