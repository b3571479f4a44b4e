"""Rows read by a second process: the same as are read here, whatever becomes of that process."""

import marshal
import os
from multiprocessing import active_children, parent_process
from multiprocessing.context import SpawnProcess

import pytest
from sqlalchemy import Connection, func, select

from app.db import second_reader
from app.db.row_server import serve
from app.db.store import Store
from app.db.streaming import streamed
from app.db.tables import journal, place
from tests.support.convoys import small_convoy

PLACES = select(place.c.id, place.c.name_ar).where(place.c.level > 1).order_by(place.c.id)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """However little there is to read."""
    monkeypatch.setattr(second_reader, "_FEWEST_LINES", 0)
    monkeypatch.setattr(second_reader.os, "cpu_count", lambda: 2)


def here(connection: Connection, query=PLACES) -> list[tuple]:
    return list(streamed(connection, query))


def dies_on_the_way(pipe, file, opening, commit, statement, parameters) -> None:
    """After some thousand rows."""

    class Once:
        def __init__(self) -> None:
            self.sent = 0

        def send_bytes(self, data: bytes) -> None:
            pipe.send_bytes(data)
            self.sent += 1
            if self.sent == 3:
                os._exit(3)

        def __enter__(self):
            return self

        def __exit__(self, *_: object) -> None:
            pipe.close()

    assert parent_process() is not None
    serve(Once(), file, opening, commit, statement, parameters)


def starts_to_no_avail(pipe, *_: object) -> None:
    """It cannot open the store."""
    pipe.close()


def tells_another_commit(pipe, *_: object) -> None:
    pipe.send_bytes(marshal.dumps(-1))
    pipe.send_bytes(marshal.dumps([("made up", "made up")]))


def test_it_is_another_process_and_it_is_gone_afterwards(store: Store) -> None:
    with store.read() as session:
        expected = here(session.connection())
        rows = store.streamed_beside(session.connection(), PLACES)
        (other,) = active_children()
        assert isinstance(other, SpawnProcess)
        assert list(rows) == expected
        assert len(expected) > 5_000
    assert active_children() == []


def test_what_its_query_asks_for_goes_with_it(store: Store) -> None:
    query = select(place.c.id).where(place.c.id > "EG2", place.c.level == 3).order_by(place.c.id)
    with store.read() as session:
        found = list(store.streamed_beside(session.connection(), query))
        assert found == here(session.connection(), query) != []


@pytest.mark.parametrize("other", [dies_on_the_way, starts_to_no_avail, tells_another_commit])
def test_the_rest_is_read_here(store: Store, monkeypatch: pytest.MonkeyPatch, other) -> None:
    monkeypatch.setattr(second_reader, "serve", other)
    with store.read() as session:
        found = list(store.streamed_beside(session.connection(), PLACES))
        assert found == here(session.connection())


def test_where_no_process_can_be_started_it_is_read_here(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: SpawnProcess) -> None:
        raise OSError

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    with store.read() as session:
        found = list(store.streamed_beside(session.connection(), PLACES))
        assert found == here(session.connection())


def test_what_is_written_meanwhile_is_in_neither(store: Store) -> None:
    counted = select(func.max(journal.c.position))
    with store.read() as session:
        connection = session.connection()
        before = here(connection, counted)
        small_convoy(store)
        assert list(store.streamed_beside(connection, counted)) == before
    with store.read() as session:
        assert here(session.connection(), counted) != before


def test_whoever_stops_early_leaves_no_process_behind(store: Store) -> None:
    with store.read() as session:
        rows = store.streamed_beside(session.connection(), PLACES)
        next(rows)
        assert active_children()
        rows.close()
    assert active_children() == []


def test_little_is_read_here(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(second_reader, "_FEWEST_LINES", 1)
    with store.read() as session:
        rows = store.streamed_beside(session.connection(), PLACES)
        assert active_children() == []
        assert list(rows) == here(session.connection())
