"""The list of laptops: how far each has come, and who is let in no more."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.store import Store
from app.domain.permissions import Role
from app.errors import (
    DeviceNotFound,
    RecoveryKeyNeeded,
    RightMissing,
    UserNotFound,
    WrongRecoveryKey,
)
from app.services.exchange.end_access import end_laptop, end_person
from app.services.exchange.order import DeskOrder, TeamMember
from app.services.exchange.pack import Order, make_pack
from app.services.team.laptops import Laptop, LaptopState, laptops
from app.services.team.members import put_to_work, team_here
from app.services.team.workspace_signing import certify_with
from app.services.users import UserForm, add_user, users
from tests.support.convoys import small_convoy
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.sources import seeded_sources
from tests.support.stores import cheap_derivation, new_store


@pytest.fixture
def fleet(store: Store, tmp_path: Path) -> Iterator[Fleet]:
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


def only(store: Store) -> Laptop:
    """The one laptop that is not this one."""
    (found,) = [one for one in laptops(store) if not one.own]
    return found


def test_a_laptop_is_followed_from_its_pack_to_its_end(fleet: Fleet) -> None:
    path, packed = fleet.pack(
        "لابتوب ١",
        team=(TeamMember("سامية"), TeamMember("نادية")),
        desk=DeskOrder("مكتب ٢"),
        organisation="haya-karima-foundation",
    )
    prepared = only(fleet.coordinator)
    assert (prepared.state, prepared.role) == (LaptopState.PREPARED, Role.VOLUNTEER)
    assert (prepared.convoy, prepared.desk) == ("قافلة سوهاج", "مكتب ٢")
    assert prepared.team == ("سامية", "نادية")
    assert prepared.organisation is not None
    assert [place.id for place in prepared.villages] == ["EG260101"]
    assert (prepared.last_heard, prepared.last_seq) == (None, 0)
    laptop = fleet.join(path, packed)
    merged(fleet.coordinator, fleet.export(laptop))
    assert only(fleet.coordinator).state is LaptopState.JOINED
    give_box(laptop, register(laptop, "سعيد"))
    merged(fleet.coordinator, fleet.export(laptop))
    heard = only(fleet.coordinator)
    assert (heard.state, heard.missing) == (LaptopState.EXPORTED, 0)
    assert heard.last_heard is not None
    assert heard.last_seq == heard.whole > 2
    end_laptop(fleet.coordinator, "لابتوب ١")
    ended = only(fleet.coordinator)
    assert (ended.state, ended.role) == (LaptopState.ENDED, None)
    with pytest.raises(DeviceNotFound):
        end_laptop(fleet.coordinator, "لابتوب ١")


def test_this_laptop_comes_first_and_is_not_ended_here(fleet: Fleet) -> None:
    fleet.pack("أ")
    own, _ = laptops(fleet.coordinator)
    assert own.own
    assert own.role is Role.COORDINATOR
    with pytest.raises(RightMissing):
        end_laptop(fleet.coordinator, own.name)


def test_what_an_ended_person_wrote_stays_and_the_rest_waits(fleet: Fleet) -> None:
    path, packed = fleet.pack("لابتوب ١", team=(TeamMember("سامية"), TeamMember("نادية")))
    laptop = fleet.join(path, packed)
    give_box(laptop, register(laptop, "سعيد"))
    merged(fleet.coordinator, fleet.export(laptop))
    samia, nadia = packed.team
    end_person(fleet.coordinator, samia.user_id)
    assert {one.name: one.role for one in users(fleet.coordinator)}["سامية"] is None
    with pytest.raises(UserNotFound):
        end_person(fleet.coordinator, samia.user_id)
    give_box(laptop, register(laptop, "منى"))
    put_to_work(laptop, nadia.user_id)
    give_box(laptop, register(laptop, "هدى"))
    (came,) = merged(fleet.coordinator, fleet.export(laptop))
    assert came.quarantined > 0
    assert came.new > came.quarantined  # what her colleague wrote counts
    assert "سامية" in {one.name for one in team_here(laptop)}  # it has not heard of it yet


def test_only_the_workspace_key_ends_a_coordinator(tmp_path: Path) -> None:
    made = new_store(tmp_path / "store")
    store, certify = made.store, certify_with(made.store, made.recovery_key)
    huda = add_user(store, UserForm("هدى", Role.COORDINATOR), certify)
    order = Order("لابتوب هدى", Role.COORDINATOR, team=(TeamMember(user_id=huda),))
    with cheap_derivation():
        make_pack(store, tmp_path / "p.qafila", order, certify)
    for end in (
        lambda certify: end_person(store, huda, certify),
        lambda certify: end_laptop(store, "لابتوب هدى", certify),
    ):
        with pytest.raises(RecoveryKeyNeeded):
            end(None)
        end(certify)
    assert only(store).state is LaptopState.ENDED
    assert [one.role for one in users(store) if one.id == huda] == [None]
    with pytest.raises(RightMissing):
        end_person(store, store.actor, certify)
    store.close()


def test_another_workspaces_key_certifies_nobody(store: Store, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other", seeded_sources(9))
    other.store.close()
    with pytest.raises(WrongRecoveryKey):
        certify_with(store, other.recovery_key)
