"""The tables are the fold of the journal, however the changes arrived and whoever wrote them."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.db import fold_tables, folding, forks, journal_session, projections, search_index
from app.db.engine import StoreEngine, open_engine
from app.db.fold_tables import VERSION, Difference, differences, rebuild, refold
from app.db.guard import journalled
from app.db.journal import insert_changes, to_row
from app.db.journal_session import JournalSession
from app.db.migrations import migrate
from app.db.rights import RightsBook
from app.db.store import DATABASE
from app.db.tables import RECORDS
from app.domain.journal.change import GENESIS, Change, Writer
from app.domain.journal.rights import Knowledge, Rights
from tests.db.worlds import EDITS, Laptop, World, worlds
from tests.support.raw import contents
from tests.support.sources import seeded_sources

KEY = b"\1" * 32
SEARCH = {"search_person", "search_household", "search_village"}
HERE = Writer("0" * 32, "u9", GENESIS)
"""A device that loses every tie: what it writes stands only because it builds on what it saw."""


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StoreEngine]:
    """An empty store; every example is undone."""
    folder: Path = tmp_path_factory.mktemp("fold")
    opened = open_engine(folder / DATABASE, KEY)
    migrate(opened, KEY, folder / "backups", seeded_sources(), new=True)
    yield opened
    opened.dispose()


class EverythingCounts(RightsBook):
    """These worlds know no grants."""

    def __init__(self) -> None:
        super().__init__(lambda _: lambda _: True)

    def rights(self, connection: Connection) -> Rights:
        knowledge = Knowledge(
            lambda _: True, lambda *_: None, lambda _: True, lambda *_: frozenset()
        )
        return Unlimited(knowledge, {}, {}, {})


class Unlimited(Rights):
    def judge(self, change: Change) -> None:
        return None


@contextmanager
def undone(engine: StoreEngine) -> Iterator[JournalSession]:
    """A session whose work leaves nothing behind."""
    with JournalSession(engine, HERE, seeded_sources(), EverythingCounts()) as session:
        session.begin_writing()
        yield session
        session.rollback()


def take_in(connection: Connection, changes: Iterable[Change], skipped: Iterable[bytes]) -> None:
    """What an import does: the journal first, then the records that it touched."""
    arrived = list(changes)
    rows = [to_row(change, None, skipped=change.hash in skipped) for change in arrived]
    insert_changes(connection, rows)
    for record_type, record_id in sorted({(c.record_type, c.record_id) for c in arrived}):
        refold(connection, record_type, record_id)
    forks.refresh(connection, sorted({change.device_id for change in arrived}))


def take_in_parts(connection: Connection, world: World, chance: random.Random) -> None:
    """All of a world's changes, in a random order, some at a time."""
    changes = list(world.changes)
    chance.shuffle(changes)
    while changes:
        count = chance.randint(1, len(changes))
        take_in(connection, changes[:count], world.skipped)
        del changes[:count]


def state(connection: Connection) -> dict[str, Any]:
    """The tables, and what the journal notes of versions; the search index numbers its rows in
    order of arrival and is held to its own check instead."""
    assert list(search_index.differences(connection)) == []
    assert search_index.names_agree(connection)
    found: dict[str, Any] = contents(connection)
    noted = connection.exec_driver_sql("SELECT hash, version, skipped FROM journal").all()
    return {name: rows for name, rows in found.items() if name not in SEARCH} | {
        "noted": sorted(tuple(row) for row in noted)
    }


def assert_arrival_does_not_matter(engine: StoreEngine, world: World, seed: int) -> None:
    chance = random.Random(seed)
    with undone(engine) as session:
        connection = session.connection()
        take_in_parts(connection, world, chance)
        once = state(connection)
        assert list(differences(connection)) == []
        assert list(projections.differences(connection)) == []
        rebuild(connection)
        assert state(connection) == once
    with undone(engine) as session:
        connection = session.connection()
        take_in_parts(connection, world, chance)
        assert state(connection) == once


IN_ONE_STORE = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20)
AT_LENGTH = settings(suppress_health_check=[HealthCheck.too_slow], max_examples=600)
FEW = settings(
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=40,
    database=None,
    phases=[Phase.generate],
)


def arrival_property(engine: StoreEngine) -> Callable[[], None]:
    @given(worlds(), st.integers(0, 2**32))
    def check(world: World, seed: int) -> None:
        assert_arrival_does_not_matter(engine, world, seed)

    return check


def test_any_order_of_arrival_and_a_rebuild_give_the_same_tables(engine: StoreEngine) -> None:
    IN_ONE_STORE(arrival_property(engine))()


@pytest.mark.long
def test_any_order_of_arrival_gives_the_same_tables_at_length(engine: StoreEngine) -> None:
    AT_LENGTH(arrival_property(engine))()


# What this laptop writes itself, step by step, is what the fold would have made


def write_here(session: JournalSession, chance: random.Random) -> None:
    """Edits some rows that are on file, and adds one, as services do."""
    for record_type in sorted(EDITS):
        spec = RECORDS.get(record_type)
        if spec is None or chance.random() < 0.4:
            continue
        name = chance.choice(["here", *(record_id for _, record_id in known(session, record_type))])
        row: Any = session.get(spec.model, name) or spec.model(id=name)
        for field, value in chance.sample(EDITS[record_type], 2):
            columns = spec.columns_of({field: value})
            changed = {key: new for key, new in columns.items() if new != spec.defaults[key]}
            for column, new in changed.items():
                setattr(row, column, new)
        session.add(row)
    session.flush()


def known(session: JournalSession, record_type: str) -> list[tuple[str, str]]:
    rows = session.connection().exec_driver_sql(f'SELECT id FROM "{record_type}" ORDER BY id')
    return [(record_type, row[0]) for row in rows]


def assert_writing_is_folding(engine: StoreEngine, world: World, seed: int) -> None:
    chance = random.Random(seed)
    with undone(engine) as session:
        connection = session.connection()
        changes = list(world.changes)
        chance.shuffle(changes)
        for start in range(0, len(changes) + 1, 7):
            take_in(connection, changes[start : start + 7], world.skipped)
            session.expire_all()
            write_here(session, chance)
        once = state(connection)
        assert list(differences(connection)) == []
        assert list(projections.differences(connection)) == []
        rebuild(connection)
        assert state(connection) == once


def writing_property(engine: StoreEngine) -> Callable[[], None]:
    @given(worlds(), st.integers(0, 2**32))
    def check(world: World, seed: int) -> None:
        assert_writing_is_folding(engine, world, seed)

    return check


def test_what_is_written_step_by_step_is_what_the_fold_makes(engine: StoreEngine) -> None:
    IN_ONE_STORE(writing_property(engine))()


@pytest.mark.long
def test_what_is_written_step_by_step_is_what_the_fold_makes_at_length(
    engine: StoreEngine,
) -> None:
    AT_LENGTH(writing_property(engine))()


# Deliberately broken code: the properties above must notice


def _fold_forgets_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fold_tables, "skipped_of", lambda *_: set())


def _versions_by_arrival(monkeypatch: pytest.MonkeyPatch) -> None:
    def count(changes: Iterable[Change]) -> dict[bytes, int]:
        return {change.hash: number for number, change in enumerate(changes, 1)}

    monkeypatch.setattr(fold_tables, "versions", count)


def _versions_are_not_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fold_tables, "_write_versions", lambda *_: None)


def _derived_tables_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(projections, "refresh", lambda *_: None)


def _last_arrival_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    real = folding.fold

    def by_arrival(changes: list[Change], *rest: Any) -> Any:
        result = real(changes, *rest)
        fields = {}
        for change in changes:
            fields.update(change.values)
        return type(result)(
            result.exists, fields, result.conflicts, result.heads, result.version, result.held
        )

    monkeypatch.setattr(folding, "fold", by_arrival)


@pytest.mark.parametrize(
    "broken",
    [
        _fold_forgets_skips,
        _versions_by_arrival,
        _versions_are_not_noted,
        _derived_tables_are_forgotten,
        _last_arrival_wins,
    ],
)
def test_a_broken_fold_fails_the_property(
    engine: StoreEngine, monkeypatch: pytest.MonkeyPatch, broken: Callable[..., None]
) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        FEW(arrival_property(engine))()


def _session_builds_on_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = defaultdict(lambda: ((), 0))
    monkeypatch.setattr(journal_session, "heads_of_many", lambda *_: nothing)


def _session_journals_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_session, "insert_changes", lambda *_: None)


def _session_notes_the_wrong_version(monkeypatch: pytest.MonkeyPatch) -> None:
    real = journal_session.to_row
    monkeypatch.setattr(journal_session, "to_row", lambda change, _, **how: real(change, 1, **how))


def _session_forgets_its_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = type(RECORDS["household"])
    real = spec.changed_fields

    def without_sets(self: Any, before: Any, after: Any) -> Any:
        return {k: v for k, v in real(self, before, after).items() if ":" not in k}

    monkeypatch.setattr(spec, "changed_fields", without_sets)


@pytest.mark.parametrize(
    "broken",
    [
        _session_builds_on_nothing,
        _session_journals_nothing,
        _session_notes_the_wrong_version,
        _session_forgets_its_sets,
    ],
)
def test_a_broken_session_fails_the_property(
    engine: StoreEngine, monkeypatch: pytest.MonkeyPatch, broken: Callable[..., None]
) -> None:
    broken(monkeypatch)
    with pytest.raises(AssertionError):
        FEW(writing_property(engine))()


# By hand


def test_a_record_of_a_later_app_is_kept_and_makes_no_row(engine: StoreEngine) -> None:
    change = Laptop("1" * 32).edit(("clinic_visit", "c1"), "weight", 70)
    with undone(engine) as session:
        connection = session.connection()
        take_in(connection, [change], ())
        assert list(differences(connection)) == []
        assert rebuild(connection) == 0
        assert connection.exec_driver_sql("SELECT version FROM journal").scalar_one() == 1


def test_differences_name_the_record_and_the_column(engine: StoreEngine) -> None:
    laptop = Laptop("1" * 32)
    changes = [laptop.edit(("household", name), "phone", "1") for name in ("h1", "h2", "h3")]
    with undone(engine) as session:
        connection = session.connection()
        take_in(connection, changes, ())
        with journalled(connection):
            connection.exec_driver_sql("UPDATE household SET phone = '2' WHERE id = 'h1'")
            connection.exec_driver_sql("DELETE FROM household WHERE id = 'h2'")
            connection.exec_driver_sql("UPDATE journal SET version = 9 WHERE record_id = 'h3'")
            connection.exec_driver_sql(
                "INSERT INTO village (id, name_ar, name_en, district_id) VALUES ('v1', '', '', '')"
            )
        assert sorted(differences(connection), key=repr) == [
            Difference("household", "h1", "phone"),
            Difference("household", "h2", "*"),
            Difference("household", "h3", VERSION),
            Difference("village", "v1", "*"),
        ]
