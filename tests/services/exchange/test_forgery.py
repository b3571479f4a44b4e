"""What nobody may pass off: rights made up, other people's keys, files that come again."""

import json

import pytest

from app.db.store import Store
from app.db.tables import Grant, Household, Revocation
from app.services.doctor import examine
from app.services.exchange.end_access import end_laptop
from app.services.exchange.results import Status
from app.services.exchange.rights_here import rights_here
from app.services.exchange.update import update_laptop
from tests.services.exchange.test_faults import opened, sealed_for, signed
from tests.support.laptops import Fleet, merged, register
from tests.support.raw import changes, contents, whole


@pytest.fixture
def laptop(fleet: Fleet) -> Store:
    return fleet.laptop("أ")


def key_of(store: Store) -> bytes:
    with whole(store) as connection:
        return bytes(connection.exec_driver_sql("SELECT private_key FROM own_device").scalar_one())


def tables(store: Store) -> object:
    with store.read() as session:
        return contents(session.connection())


@pytest.mark.parametrize("role", ["supervisor", "coordinator"])
def test_nobody_promotes_themselves(fleet: Fleet, laptop: Store, role: str) -> None:
    with laptop.write() as session:
        for kind, subject in (("user", laptop.actor), ("device", laptop.device_id)):
            session.add(
                Grant(
                    id=laptop.new_id(),
                    subject_type=kind,
                    subject_id=subject,
                    role=role,
                    certificate="00" * 64,
                )
            )
    assert len(session.put_aside) == 2
    before = tables(fleet.coordinator)
    (result,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (result.status, result.quarantined) == (Status.QUARANTINED, 2)
    with fleet.coordinator.read() as session:
        found = rights_here(session.connection()).grants.values()
    mine = {one.role.value for one in found if one.subject_id in {laptop.actor, laptop.device_id}}
    assert mine == {"volunteer"}
    assert tables(fleet.coordinator) == before


def test_a_volunteer_ends_nobody(fleet: Fleet, laptop: Store) -> None:
    with fleet.coordinator.read() as session:
        grants = list(rights_here(session.connection()).grants)
    with laptop.write() as session:
        for digest in grants:
            session.add(Revocation(id=laptop.new_id(), grant_hash=digest.hex()))
    merged(fleet.coordinator, fleet.export(laptop))
    with fleet.coordinator.read() as session:
        assert rights_here(session.connection()).ends == {}
    register(fleet.coordinator, "هدى سعيد حسن")
    assert examine(fleet.coordinator).healthy


def test_old_files_that_come_again_change_nothing(fleet: Fleet, laptop: Store) -> None:
    family = register(laptop, "هدى سعيد حسن")
    old = fleet.export(laptop)
    merged(fleet.coordinator, old)
    with fleet.coordinator.write() as session:
        session.get(Household, family).address = "الشارع الجديد"
    early = update_laptop(fleet.coordinator, fleet.path(), "أ").path
    end_laptop(fleet.coordinator, "أ")
    before, journal = tables(fleet.coordinator), len(changes(fleet.coordinator))
    for _ in range(2):
        (result,) = merged(fleet.coordinator, old)
        assert (result.status, result.new) == (Status.KNOWN, 0)
    assert (tables(fleet.coordinator), len(changes(fleet.coordinator))) == (before, journal)
    merged(laptop, early)
    seen = tables(laptop)
    merged(laptop, early)
    assert tables(laptop) == seen


def test_a_file_signed_with_another_key_is_damage(fleet: Fleet, laptop: Store) -> None:
    """Under the name of the laptop, by somebody who has only its file."""
    register(laptop, "هدى سعيد حسن")
    lines = opened(fleet, fleet.export(laptop))
    stranger, file = bytes(range(32)), fleet.path()
    file.write_bytes(sealed_for(fleet, signed(lines[:-1], stranger)))
    (result,) = merged(fleet.coordinator, file)
    assert result.status is Status.DAMAGED


def test_a_chain_is_nobodys_to_lengthen(fleet: Fleet, laptop: Store) -> None:
    """A laptop that relays another's chain writes one more change at its end."""
    other = fleet.laptop("ب")
    register(other, "سلمى علي محمود")
    lines = opened(fleet, fleet.export(other))
    *rest, last, _ = lines
    parts = json.loads(last)
    parts[1] += 1
    forged, file = json.dumps(parts).encode(), fleet.path()
    file.write_bytes(sealed_for(fleet, signed([*rest, last, forged], key_of(other))))
    (result,) = merged(fleet.coordinator, file)
    assert result.status is Status.DAMAGED
