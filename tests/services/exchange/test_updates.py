"""Updates between coordinators: what the other is known to keep is left out, nothing is lost."""

import pytest

from app.db.store import Store
from app.db.tables import Device
from app.domain.permissions import Role
from app.services.exchange.merge import merge_files
from app.services.exchange.order import Order
from app.services.exchange.pack import make_pack
from app.services.exchange.results import Status
from app.services.exchange.update import update_coordinator
from app.services.team.workspace_signing import certify_with
from tests.support.laptops import Fleet, merged, register
from tests.support.raw import changes
from tests.support.stores import cheap_derivation, recovery_key

SECOND = "لابتوب هدى"


@pytest.fixture
def second(fleet: Fleet) -> Store:
    """Another coordinator's laptop."""
    here, path = fleet.coordinator, fleet.path()
    certify = certify_with(here, recovery_key())
    with cheap_derivation():
        packed = make_pack(here, path, Order(SECOND, Role.COORDINATOR), certify)
    return fleet.join(path, packed)


def same(one: Store, other: Store) -> bool:
    return {change.hash for change in changes(one)} == {change.hash for change in changes(other)}


def first_name(fleet: Fleet) -> str:
    with fleet.coordinator.read() as session:
        device = session.get(Device, fleet.coordinator.device_id)
        assert device is not None
        return device.name


def test_what_the_other_keeps_is_left_out_and_nothing_is_lost(fleet: Fleet, second: Store) -> None:
    here = fleet.coordinator
    whole = update_coordinator(here, fleet.path(), SECOND)
    merged(second, whole.path)
    back = update_coordinator(second, fleet.path(), first_name(fleet))
    merged(here, back.path)
    assert same(here, second)
    register(here, "نادية سعد علي")
    short = update_coordinator(here, fleet.path(), SECOND)
    assert 0 < short.changes < whole.changes / 2
    merged(second, short.path)
    assert same(here, second)
    full = update_coordinator(here, fleet.path(), SECOND, full=True)
    assert full.changes > whole.changes
    (known,) = merge_files(second, [full.path]).files
    assert known.status is Status.KNOWN


def test_a_third_coordinator_of_whom_nothing_was_heard_gets_everything(
    fleet: Fleet, second: Store
) -> None:
    here = fleet.coordinator
    merged(second, update_coordinator(here, fleet.path(), SECOND).path)
    merged(here, update_coordinator(second, fleet.path(), first_name(fleet)).path)
    path = fleet.path()
    with cheap_derivation():
        packed = make_pack(
            here, path, Order("لابتوب سلمى", Role.COORDINATOR), certify_with(here, recovery_key())
        )
    third = fleet.join(path, packed)
    register(here, "نادية سعد علي")
    update = update_coordinator(here, fleet.path(), SECOND)
    assert update.changes == len(changes(here))
    merged(second, update.path)
    merged(third, update.path)
    assert same(here, second)
