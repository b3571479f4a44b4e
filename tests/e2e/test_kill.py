"""kill -9 at any moment: nothing acknowledged is lost, nothing is half there, nothing is locked."""

import random
import shutil
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import func
from sqlmodel import col, select

from app.bootstrap import open_store, store_exists
from app.db.engine import connect_to_copy
from app.db.migrations import MIGRATIONS
from app.db.store import BACKUPS, DATABASE, Store
from app.db.tables import AidRecord, Household, Person, PrintJob, Proxy, aid_line
from app.errors import StoreNotFound, WrongPassphrase
from app.services.doctor import examine
from tests.e2e import workers
from tests.e2e.kill import milliseconds_of, run_and_kill
from tests.support.convoys import small_convoy
from tests.support.stores import PASSPHRASE, new_store

SAMPLE = 6
RUNS = [
    pytest.param(SAMPLE, id="sample"),
    pytest.param(100, id="long", marks=pytest.mark.long),
]


@pytest.fixture
def desk(store: Store) -> Path:
    """A closed store in the middle of a convoy day."""
    small_convoy(store)
    store.close()
    return store.folder


def check_nothing_half_written(store: Store) -> None:
    """Everything that is saved together is there together."""
    with store.read() as session:
        connection = session.connection()
        people = Counter(session.exec(select(Person.household_id)))
        households = set(session.exec(select(Household.id)))
        assert set(people) == households
        assert set(people.values()) == {2}
        records = session.exec(select(AidRecord)).all()
        proxies = set(session.exec(select(Proxy.id)))
        jobs = Counter(session.exec(select(PrintJob.aid_record_id)))
        lines = Counter(connection.scalars(select(aid_line.c.aid_record_id)))
        assert {record.proxy_id for record in records} == proxies
        for record in records:
            assert len(record.lines) == lines[record.id] == 2
            assert jobs[record.id] == 1
            assert record.household_id in households
        assert len({record.receipt_no for record in records}) == len(records)
        assert connection.scalar(select(func.count()).select_from(aid_line)) == 2 * len(records)


def check_all_told_is_there(store: Store, told: set[str]) -> None:
    with store.read() as session:
        here = {f"household {one}" for one in session.exec(select(Household.id))}
        here |= {f"aid_record {one}" for one in session.exec(select(AidRecord.id))}
        voided = select(AidRecord.id).where(col(AidRecord.voided))
        here |= {f"void {one}" for one in session.exec(voided)}
    assert told - {"started"} <= here


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_saving(desk: Path, runs: int) -> None:
    """One store is killed again and again, and goes on."""
    chance = random.Random(runs)
    told: set[str] = set()
    for _ in range(runs):
        killed = run_and_kill(workers.serve, desk, chance)
        assert not killed.finished
        told.update(killed.told)
        store = open_store(desk, PASSPHRASE)
        diagnosis = examine(store)
        assert diagnosis.findings == ()
        assert diagnosis.healthy
        check_all_told_is_there(store, told)
        check_nothing_half_written(store)
        store.close()
    assert len(told) > 2 * runs


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_importing(store: Store, runs: int) -> None:
    """Of every list and every sheet, all rows are there, or none."""
    store.close()
    chance = random.Random(runs)
    told: set[str] = set()
    for _ in range(runs):
        killed = run_and_kill(
            workers.take_in_lists, store.folder, chance, steps=2, milliseconds=800
        )
        told.update(killed.told)
        opened = open_store(store.folder, PASSPHRASE)
        assert examine(opened).healthy
        check_lists_are_whole(opened, told - {"started"})
        opened.close()
    assert len(told) > runs / 2


def check_lists_are_whole(store: Store, told: set[str]) -> None:
    with store.read() as session:
        owners = dict(session.exec(select(Household.id, Household.number)).all())
        people = Counter(
            owners[household].partition("-")[0]
            for household in session.exec(select(Person.household_id))
        )
        given = Counter(
            owners[record.household_id].partition("-")[0]
            for record in session.exec(select(AidRecord))
        )
    assert set(people.values()) | set(given.values()) <= {2 * workers.FAMILIES}
    here = {f"list {mark}" for mark in people} | {f"aid {mark}" for mark in given}
    assert told <= here


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_founding(tmp_path: Path, runs: int) -> None:
    chance = random.Random(runs)
    outcomes = Counter()
    for number in range(runs):
        folder = tmp_path / str(number)
        killed = run_and_kill(workers.found, folder, chance, steps=2, milliseconds=500)
        if not store_exists(folder):
            assert "founded" not in killed.told
            with pytest.raises(StoreNotFound):
                open_store(folder, PASSPHRASE)
            new_store(folder).store.close()
        outcomes["founded" in killed.told] += 1
        store = open_store(folder, PASSPHRASE)
        assert examine(store).healthy
        store.close()
        shutil.rmtree(folder)
    assert len(outcomes) == 2 or runs == SAMPLE


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_changing_the_passphrase(desk: Path, runs: int) -> None:
    chance = random.Random(runs)
    for _ in range(runs):
        run_and_kill(workers.change_passphrases, desk, chance)
        opened = 0
        for passphrase in (PASSPHRASE, workers.OTHER_PASSPHRASE):
            try:
                open_store(desk, passphrase).close()
            except WrongPassphrase:
                continue
            opened += 1
        assert opened == 1
        assert not list(desk.glob(".qafila-*"))


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_migrating(desk: Path, tmp_path: Path, runs: int) -> None:
    chance = random.Random(runs)
    opened = open_store(desk, PASSPHRASE)
    key = opened._key
    opened.close()
    whole = tmp_path / "whole"
    shutil.copytree(desk, whole)
    takes = milliseconds_of(workers.migrate_store, whole)
    outcomes = Counter()
    for number in range(runs):
        folder = tmp_path / f"copy {number}"
        shutil.copytree(desk, folder)
        killed = run_and_kill(
            workers.migrate_store, folder, chance, steps=1, milliseconds=2 * takes
        )
        raw = connect_to_copy(folder / DATABASE, key)
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        if version == len(MIGRATIONS):
            assert not {"copied", "counted"} & tables
            assert "migrated" not in killed.told
        else:
            copied = raw.execute("SELECT count(*) FROM copied").fetchone()
            assert copied == raw.execute("SELECT changes FROM counted").fetchone()
        raw.close()
        for backup in (folder / BACKUPS).glob("*.db"):
            copy = connect_to_copy(backup, key)
            assert copy.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
            copy.close()
        outcomes[version] += 1
        shutil.rmtree(folder)
    assert len(outcomes) == 2 or runs == SAMPLE


@pytest.mark.parametrize("runs", RUNS)
def test_killed_while_rebuilding(desk: Path, runs: int) -> None:
    chance = random.Random(runs)
    for _ in range(runs):
        run_and_kill(workers.rebuild_store, desk, chance, steps=2, milliseconds=400)
        store = open_store(desk, PASSPHRASE)
        assert examine(store).healthy
        store.close()
