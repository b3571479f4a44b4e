"""People who ask to be forgotten are, wherever their data comes from; counts and chains stay."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from app.db.arrivals import append, last_position, settle
from app.db.guard import journalled
from app.db.incoming import incoming
from app.db.store import BACKUPS, Store
from app.db.tables import AidRecord, Erasure, Household, Person, Proxy
from app.db.trust import trust_of
from app.domain.names import normalise
from app.domain.quantity import ONE
from app.errors import HouseholdNotFound, ReasonMissing, RightMissing, WrongRecoveryKey
from app.keys import signing
from app.keys.recovery import read_recovery_key
from app.services.day import choose_day
from app.services.doctor import examine, rebuild
from app.services.dump import dump
from app.services.erase import ErasurePreview, erase_household, erase_person, preview_household
from app.services.exchange.rights_here import certified_in
from app.services.exchange.update import update_laptop
from app.services.find import find
from app.services.hand_over import GivenLine, HandOver, NewProxy, record_hand_over
from app.services.parked import park_case
from app.services.workspace import erasure_text
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes, whole
from tests.support.stores import recovery_key

NAME = "قشطينة بعزقوق"
PROXY = "زعبلاوي شنكوتي"
ERASED = {"household", "person", "proxy", "parked_case"}


def family(store: Store) -> str:
    """A family with a proxy, a hand-over and a parked case."""
    household_id = register(store, NAME)
    line = GivenLine(BOX, ONE, BOX_RULE, reason="supervisor_decided")
    record_hand_over(store, HandOver(household_id, (line,), new_proxy=NewProxy(PROXY)))
    park_case(store, household_id=household_id, typed=NAME)
    return household_id


def held_in_plain(store: Store, folder: Path) -> bytes:
    """Everything the database holds, decrypted."""
    file = folder / "plain.db"
    with store._engine.connect() as connection:
        driver = connection.connection.driver_connection
        driver.execute("ATTACH DATABASE ? AS plain KEY ''", (str(file),))
        driver.execute("SELECT sqlcipher_export('plain')")
        driver.execute("DETACH DATABASE plain")
    data = file.read_bytes()
    file.unlink()
    return data


@pytest.fixture
def fleet(store: Store, tmp_path: Path):
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


def test_a_household_is_forgotten_and_its_hand_over_stays(fleet: Fleet, tmp_path: Path) -> None:
    store = fleet.coordinator
    household_id = family(store)
    other = fleet.convoy.household_id
    before = {change.hash for change in changes(store)}
    store.back_up("old.db")
    assert NAME.encode() in held_in_plain(store, tmp_path)
    expected = ErasurePreview(1, 1, 1, 1, changes=4, hand_overs_that_stay=1)
    assert preview_household(store, household_id) == expected
    assert erase_household(store, household_id, recovery_key(), "requested") == expected
    plain = held_in_plain(store, tmp_path)
    for word in {*NAME.split(), *PROXY.split(), *normalise(NAME).split()}:
        assert word.encode() not in plain
    assert [path.name for path in (store.folder / BACKUPS).iterdir()] == ["acknowledged.db"]
    with store.read() as session:
        assert session.get(Household, household_id) is None
        assert session.get(Household, other) is not None
        assert session.exec(text("SELECT count(*) FROM aid_record")).scalar_one() == 1
    kept = changes(store)
    assert before < {change.hash for change in kept}
    bare = [change for change in kept if change.fields is None]
    assert {change.record_type for change in bare} == ERASED
    assert all(change.salt is None for change in bare)
    assert find(store, NAME).matches == ()
    assert examine(store).healthy
    rebuild(store)
    assert examine(store).healthy
    with pytest.raises(HouseholdNotFound):
        preview_household(store, household_id)
    out = tmp_path / "dump"
    dump(store, out)
    assert not any(NAME in path.read_text(encoding="utf-8") for path in out.iterdir())


def test_one_person_is_forgotten(fleet: Fleet) -> None:
    store, gone = fleet.coordinator, fleet.convoy.person_ids[1]
    erase_person(store, gone, recovery_key(), "requested")
    with store.read() as session:
        assert session.get(Person, gone) is None
        assert session.get(Person, fleet.convoy.person_ids[0]) is not None
        assert session.get(Household, fleet.convoy.household_id) is not None
    assert examine(store).healthy


def test_a_proxy_of_other_families_stays(fleet: Fleet) -> None:
    store = fleet.coordinator
    household_id = family(store)
    with store.read() as session:
        proxy_id = session.exec(text("SELECT id FROM proxy")).scalar_one()
    line = GivenLine(BOX, ONE, BOX_RULE, reason="supervisor_decided")
    record_hand_over(store, HandOver(fleet.convoy.household_id, (line,), proxy_id=proxy_id))
    assert erase_household(store, household_id, recovery_key(), "requested").proxies == 0
    with store.read() as session:
        assert session.get(Proxy, proxy_id) is not None


def test_erased_is_erased_whatever_comes_later(fleet: Fleet, tmp_path: Path) -> None:
    """The laptop registered them, changes them once more before it hears, and its old file comes
    again."""
    store, laptop = fleet.coordinator, fleet.laptop("أ")
    choose_day(laptop, fleet.convoy.today.convoy_id, date(2025, 11, 22))
    household_id = family(laptop)
    old = fleet.export(laptop)
    merged(store, old)
    erase_household(store, household_id, recovery_key(), "requested")
    with laptop.write() as session:
        session.get(Household, household_id).address = NAME
    late = fleet.export(laptop)
    merged(store, late, old)
    assert NAME.encode() not in held_in_plain(store, tmp_path)
    assert examine(store).healthy
    merged(laptop, update_laptop(store, fleet.path(), "أ").path)
    assert NAME.encode() not in held_in_plain(laptop, tmp_path)
    assert examine(laptop).healthy
    merged(laptop, old)
    merged(store, fleet.export(laptop, full=True))
    for one in (store, laptop):
        assert NAME.encode() not in held_in_plain(one, tmp_path)
        assert examine(one).healthy


def test_who_may_not_erase(fleet: Fleet) -> None:
    store, laptop = fleet.coordinator, fleet.laptop("أ")
    household_id = fleet.convoy.household_id
    digits = re.sub(r"\D", "", recovery_key())
    wrong = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    with pytest.raises(WrongRecoveryKey):
        erase_household(store, household_id, wrong, "requested")
    with pytest.raises(WrongRecoveryKey):
        erase_household(store, household_id, "0" * 40, "requested")
    with pytest.raises(ReasonMissing):
        erase_household(store, household_id, recovery_key(), " ")
    with pytest.raises(RightMissing):
        erase_household(laptop, household_id, recovery_key(), "requested")
    assert all(change.fields is not None for change in changes(store))


@pytest.mark.parametrize("certificate", ["", "00" * 64])
def test_an_erasure_without_the_workspace_key_erases_nothing(
    fleet: Fleet, certificate: str
) -> None:
    store, household_id = fleet.coordinator, fleet.convoy.household_id
    with store.write() as session:
        records = frozenset({f"household:{household_id}"})
        session.add(Erasure(id=store.new_id(), records=records, certificate=certificate))
    with store.read() as session:
        assert session.get(Household, household_id) is not None
        assert session.exec(text("SELECT count(*) FROM erasure")).scalar_one() == 0
    assert examine(store).healthy


def test_a_hash_that_came_without_its_content_is_filled_in_later(fleet: Fleet) -> None:
    """Whoever passes a chain on could leave contents out: they come with the next honest file."""
    store = fleet.coordinator
    told = [one for one in changes(store) if one.record_type in ERASED]
    bare = [replace(one, fields=None, salt=None) for one in told]
    hashes = [one.hash for one in told]
    with whole(store) as connection, journalled(connection):
        for digest in hashes:
            connection.exec_driver_sql("DELETE FROM journal WHERE hash = ?", (digest,))
    rebuild(store)

    def arrive(found) -> None:
        with store.write() as session:
            connection = session.connection()
            since = last_position(connection)
            append(connection, incoming(found))
            settle(connection, since, certified_in(connection))

    arrive(bare)
    with store.read() as session:
        assert session.get(Household, fleet.convoy.household_id) is None
    arrive(told)
    with store.read() as session:
        assert session.get(Household, fleet.convoy.household_id) is not None
    arrive(bare)
    assert {one.hash: one.fields for one in changes(store)}.items() >= {
        one.hash: one.fields for one in told
    }.items()
    assert examine(store).healthy


def test_hand_overs_and_grants_cannot_be_erased(fleet: Fleet) -> None:
    store = fleet.coordinator
    given = give_box(store, fleet.convoy.household_id)
    with store.write() as session:
        records = [("aid_record", given), ("workspace", "x")]
        trust = trust_of(session.connection())
        key = read_recovery_key(recovery_key()).signing_key
        certificate = signing.sign(key, erasure_text(trust.workspace_id, records)).hex()
        named = frozenset(":".join(record) for record in records)
        session.add(Erasure(id=store.new_id(), records=named, certificate=certificate))
    with store.read() as session:
        assert session.get(AidRecord, given) is not None
    assert all(change.fields is not None for change in changes(store))
