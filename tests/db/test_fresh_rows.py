"""Rows written past the ORM are those that the fold would write, whatever a change says."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert

from app.db.engine import StoreEngine, open_engine
from app.db.fresh_rows import FRESH_KINDS, fresh_rows, write_fresh
from app.db.guard import journalled
from app.db.migrations import migrate
from app.db.projections import PROJECTIONS
from app.db.store import DATABASE
from app.db.tables import RECORDS, table_of
from app.domain.journal.change import GENESIS, SALT_BYTES, Writer, write_change
from tests.support.raw import contents
from tests.support.sources import seeded_sources

KEY = b"\1" * 32
WRITER = Writer("a" * 32, "user", GENESIS)

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
scalars = st.one_of(texts, st.booleans(), st.none(), st.integers(-5, 5))
lines = st.lists(
    st.dictionaries(
        st.sampled_from(["item", "quantity", "ration", "rule", "person", "owed", "x\x7f\n"]),
        st.one_of(scalars, st.integers(0, 9)),
        max_size=5,
    ),
    max_size=3,
)
values = st.one_of(scalars, st.lists(scalars, max_size=5), lines)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("fresh")
    opened = open_engine(folder / DATABASE, KEY)
    migrate(opened, KEY, folder / "backups", seeded_sources(), new=True)
    yield opened
    opened.dispose()


@st.composite
def fields(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    kind = draw(st.sampled_from(sorted(FRESH_KINDS)))
    spec = RECORDS[kind]
    names = [*spec.plain, *spec.composites, *spec.lists, "of_a_later_app"]
    names += [f"{name}:{element}" for name in spec.sets for element in ("أ", "b", "")]
    return kind, draw(st.dictionaries(st.sampled_from(names), values, max_size=8))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(fields())
def test_a_row_is_the_one_that_the_fold_makes(
    engine: StoreEngine, found: tuple[str, dict[str, Any]]
) -> None:
    kind, said = found
    change = write_change(
        WRITER,
        seq=1,
        prev_hash=GENESIS,
        record_type=kind,
        record_id="record",
        base=(),
        values=said,
        salt=bytes(SALT_BYTES),
        recorded_at=0,
    )

    def slowly(connection: Connection) -> None:
        row = {"id": "record", **RECORDS[kind].columns_of(change.values)}
        connection.execute(insert(table_of(RECORDS[kind].model)), [row])
        if kind == "aid_record":
            PROJECTIONS[0].project(connection, ["record"])

    made = []
    for write in (slowly, lambda connection: write_fresh(connection, fresh_rows([change]))):
        with engine.connect() as connection, connection.begin() as transaction:
            with journalled(connection):
                write(connection)
            made.append(contents(connection, kind, "aid_line"))
            transaction.rollback()
    assert made[0] == made[1]
    assert made[0][kind]
