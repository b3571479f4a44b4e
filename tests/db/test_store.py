"""An open store: who is told, who waits, and what a closed one refuses."""

import logging
import threading

import pytest

from app.db.store import NestedWrite, Store, StoreClosed
from app.db.tables import Household
from tests.support.raw import changes


def test_listeners_are_told_after_the_commit_and_only_then(store: Store) -> None:
    seen: list[bool] = []

    def listener(tables: frozenset[str]) -> None:
        with store.read() as session:
            seen.append(session.get(Household, "h1") is not None and tables == {"household"})

    store.on_commit(listener)
    with store.write() as session:
        session.add(Household(id="h1"))
        session.flush()
        assert seen == []
    assert seen == [True]


def test_a_listener_that_fails_does_not_look_like_a_failed_save(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[frozenset[str]] = []
    name = "سعاد حسن"

    def fails(_: frozenset[str]) -> None:
        raise ValueError(name)

    store.on_commit(fails)
    store.on_commit(told.append)
    with caplog.at_level(logging.ERROR), store.write() as session:
        session.add(Household(id="h1"))
    assert told == [frozenset({"household"})]
    assert "ValueError" in caplog.text
    assert name not in caplog.text


def test_a_listener_may_write(store: Store) -> None:
    def listener(tables: frozenset[str]) -> None:
        if "household" in tables and len(changes(store, "household")) < 2:
            with store.write() as session:
                session.add(Household(id="h2"))

    store.on_commit(listener)
    with store.write() as session:
        session.add(Household(id="h1"))
    assert len(changes(store, "household")) == 2


def test_a_write_inside_a_write_fails_at_once_rather_than_waiting_for_itself(store: Store) -> None:
    with store.write(), pytest.raises(NestedWrite), store.write():
        pass
    with store.write(), pytest.raises(NestedWrite):
        store.close()
    with store.write() as session:
        session.add(Household(id="h1"))


def test_writers_on_several_threads_take_turns(store: Store) -> None:
    def write(number: int) -> None:
        for step in range(5):
            with store.write() as session:
                session.add(Household(id=f"h{number}.{step}"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    written = changes(store, "household")
    assert len(written) == 20
    numbers = [change.seq for change in changes(store)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_readers_see_the_last_commit_while_another_writes(store: Store) -> None:
    with store.write() as session:
        session.add(Household(id="h1"))
        session.flush()
        with store.read() as read:
            assert read.get(Household, "h1") is None
    with store.read() as read:
        assert read.get(Household, "h1") is not None


def test_a_closed_store_neither_reads_nor_writes(store: Store) -> None:
    store.close()
    with pytest.raises(StoreClosed), store.read():
        pass
    with pytest.raises(StoreClosed), store.write():
        pass
    with pytest.raises(StoreClosed):
        store.back_up("x.db")


def test_closing_waits_for_the_transaction_at_work(store: Store) -> None:
    writing, closed = threading.Event(), threading.Event()

    def close() -> None:
        writing.wait()
        store.close()
        closed.set()

    thread = threading.Thread(target=close)
    thread.start()
    with store.write() as session:
        session.add(Household(id="h1"))
        writing.set()
        assert not closed.wait(0.05)
    thread.join()
    assert closed.is_set()


def test_no_connection_is_left_open_after_closing(store: Store) -> None:
    with store.write() as session:
        session.add(Household(id="h1"))
    store.close()
    assert not list(store.folder.glob("*.db-*"))
