"""Derived tables follow their records, and leave what comes with the app alone."""

from sqlalchemy import Connection, func, select, update

from app.db import fold_tables, projections
from app.db.guard import journalled
from app.db.store import Store
from app.db.tables import AidRecord, Village, aid_line, journal, place

LINE = {"item": "food-box", "quantity": 1000}


def lines_in(store: Store) -> list[tuple[object, ...]]:
    with store.read() as session:
        return [tuple(row) for row in session.connection().execute(select(aid_line))]


def hand_over(store: Store, *lines: object, **columns: object) -> str:
    record = AidRecord(id=store.new_id(), household_id="h1", lines=lines, **columns)
    with store.write() as session:
        session.add(record)
    return record.id


def test_each_line_of_an_aid_record_becomes_a_row(store: Store) -> None:
    hand_over(store, LINE, {"item": "blanket", "quantity": 0, "owed": True, "ration": 2000})
    with store.read() as session:
        query = select(aid_line).order_by(aid_line.c.id)
        found = session.connection().execute(query).mappings().all()
    assert [(row["item_id"], row["quantity"], row["ration"], row["owed"]) for row in found] == [
        ("food-box", 1000, 1000, 0),
        ("blanket", 0, 2000, 1),
    ]


def test_a_void_reaches_the_lines(store: Store) -> None:
    record_id = hand_over(store, LINE)
    with store.write() as session:
        session.get_one(AidRecord, record_id).voided = True
    assert [row[-1] for row in lines_in(store)] == [1]


def test_lines_that_a_later_app_shaped_otherwise_are_left_out(store: Store) -> None:
    hand_over(store, "text", {"item": 5, "quantity": 1}, {"item": "x"}, LINE | {"reason": 7})
    assert len(lines_in(store)) == 1


def test_hamlets_stand_beside_official_places_and_survive_a_rebuild(store: Store) -> None:
    with store.write() as session:
        session.add(Village(id="v1", name_ar="عزبة النخل", district_id="EG2401", parent_id="EG1"))
    with store.write() as session:
        connection = session.connection()
        before = rows_of_place(connection)
        projections.rebuild(connection)
        assert rows_of_place(connection) == before
        official = select(func.count()).select_from(place).where(place.c.official == 1)
        assert connection.scalar(official) == len(before) - 1


def test_a_hamlet_whose_record_is_gone_leaves_the_places(store: Store) -> None:
    with store.write() as session:
        session.add(Village(id="v1", name_ar="عزبة النخل", district_id="EG2401"))
    with store.write() as session:
        connection = session.connection()
        with journalled(connection):
            connection.execute(
                update(journal).where(journal.c.record_type == "village").values(skipped=1)
            )
        fold_tables.rebuild(connection)
        assert connection.scalar(select(func.count()).where(place.c.id == "v1")) == 0


def test_more_records_than_one_chunk_are_rebuilt(store: Store) -> None:
    with store.write() as session:
        session.add_all(
            AidRecord(id=f"a{number}", household_id="h1", lines=(LINE,))
            for number in range(projections.CHUNK + 1)
        )
    before = lines_in(store)
    with store.write() as session:
        projections.rebuild(session.connection())
    assert sorted(lines_in(store)) == sorted(before)
    assert len(before) == projections.CHUNK + 1


def rows_of_place(connection: Connection) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(select(place).order_by(place.c.id))]
