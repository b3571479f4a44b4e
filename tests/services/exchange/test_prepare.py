"""Preparing a laptop: its desk, its team, what it may see, and what it finds when it has joined."""

import pytest
from sqlmodel import select

from app import bootstrap
from app.db.store import Store
from app.db.tables import (
    AidRecord,
    ConvoyKey,
    Desk,
    Device,
    Household,
    Person,
    User,
    given_by_others,
)
from app.domain.given import identity_digest
from app.domain.permissions import Role
from app.domain.quantity import ONE
from app.errors import (
    DeskNotFound,
    DeskTaken,
    OrganisationNotFound,
    RoleAboveLaptop,
    UserNotFound,
    WrongPin,
)
from app.services.day import today
from app.services.exchange.pack import Assignment, DeskOrder, Order, TeamMember, make_pack
from app.services.exchange.update import update_laptop
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.team.members import team_here
from app.services.team.unlocking import unlock_as
from app.services.users import UserForm, add_user, users
from tests.support.convoys import BOX, VILLAGE
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import changes
from tests.support.stores import PASSPHRASE, cheap_derivation

NEAR, FAR = "EG260102", "EG010101"
"""A village of the same governorate, and one of another."""
TEAM = (TeamMember("سامية", Role.VOLUNTEER), TeamMember("هدى"), TeamMember("نادية"))


def supervisors(fleet: Fleet, name: str = "لابتوب ١", **order) -> Store:
    return fleet.join(*fleet.pack(name, Role.SUPERVISOR, **order))


def family(store: Store, village: str, number: str, name: str = "محمود حسن") -> str:
    head = NewMember(
        name=name,
        relationship="head",
        sex="male",
        document_type="passport",
        document_no=number,
    )
    made = NewHousehold(village_id=village, members=(head,), consent=Consent())
    return register_household(store, made).household_id


def test_a_laptop_stands_at_its_desk_from_the_start(fleet: Fleet) -> None:
    laptop = supervisors(fleet, team=TEAM, desk=DeskOrder("مكتب ٢"))
    day = today(laptop)
    assert day is not None
    assert (day.convoy_name, day.desk_name, day.day) == ("قافلة سوهاج", "مكتب ٢", "2025-11-22")
    with laptop.read() as session:
        desk = session.get(Desk, day.desk_id)
        assert desk is not None
        assert desk.device_id == laptop.device_id
        named = {user.name for user in session.exec(select(User)) if user.id in desk.team}
    assert named == {"سامية", "هدى", "نادية"}
    give_box(laptop, register(laptop, "سعيد"))
    (came,) = merged(fleet.coordinator, fleet.export(laptop))
    assert (came.quarantined, came.held) == (0, 0)


def test_each_of_the_team_works_under_a_role_of_their_own(fleet: Fleet) -> None:
    path, packed = fleet.pack("لابتوب ١", Role.SUPERVISOR, team=TEAM)
    laptop = fleet.join(path, packed)
    samia, huda, _ = packed.team
    assert [one.role for one in packed.team] == [Role.VOLUNTEER, Role.SUPERVISOR, Role.SUPERVISOR]
    assert laptop.actor == samia.user_id
    unlock_as(laptop, huda.user_id, huda.pin)
    assert laptop.actor == huda.user_id
    with pytest.raises(WrongPin):
        unlock_as(laptop, samia.user_id, huda.pin if huda.pin != samia.pin else "0001")
    assert {one.name for one in team_here(laptop)} == {"سامية", "هدى", "نادية"}
    laptop.close()
    reopened = bootstrap.open_store(laptop.folder, PASSPHRASE)
    fleet.laptops.append(reopened)
    unlock_as(reopened, samia.user_id, samia.pin)


def test_people_on_file_are_taken_by_name_and_keep_their_role(fleet: Fleet) -> None:
    kept = add_user(fleet.coordinator, UserForm("سامية", Role.VOLUNTEER))
    _, packed = fleet.pack(
        "لابتوب ١", Role.SUPERVISOR, team=(TeamMember("ساميه"), TeamMember(user_id=kept))
    )
    assert [one.user_id for one in packed.team] == [kept, kept]
    assert packed.team[0].role is Role.VOLUNTEER
    assert packed.team[0].grant == packed.team[1].grant
    assert len(users(fleet.coordinator)) == 2
    with pytest.raises(UserNotFound):
        fleet.pack("لابتوب ٢", team=(TeamMember(user_id="nobody"),))


def test_nobody_is_granted_more_than_the_laptop(fleet: Fleet) -> None:
    before = changes(fleet.coordinator)
    with pytest.raises(RoleAboveLaptop):
        fleet.pack("لابتوب ١", team=(TeamMember("هدى", Role.SUPERVISOR),))
    with pytest.raises(OrganisationNotFound):
        fleet.pack("لابتوب ١", organisation="لا أحد")
    assert changes(fleet.coordinator) == before


def test_a_planned_desk_keeps_whom_it_serves_and_takes_one_laptop(fleet: Fleet) -> None:
    store, convoy_id = fleet.coordinator, fleet.convoy.today.convoy_id
    with store.write() as session:
        session.add(
            Desk(id="planned", convoy_id=convoy_id, name="مكتب ٣", letters=frozenset({"س"}))
        )
    _, packed = fleet.pack("لابتوب ١", desk=DeskOrder("مكتب 3"))
    assert packed.desk_id == "planned"
    with pytest.raises(DeskTaken):
        fleet.pack("لابتوب ٢", desk=DeskOrder(desk_id="planned"))
    with pytest.raises(DeskNotFound):
        fleet.pack("لابتوب ٢", desk=DeskOrder(desk_id="nowhere"))
    serves = Assignment(frozenset({VILLAGE}), frozenset({"م"}), "1", "40", walk_ins=True)
    _, second = fleet.pack(
        "لابتوب ٢", desk=DeskOrder("مكتب ٤", serves=serves), organisation="مؤسسة حياة كريمه"
    )
    with store.read() as session:
        planned, made = session.get(Desk, "planned"), session.get(Desk, second.desk_id)
        device = session.get(Device, second.device_id)
        assert planned is not None
        assert made is not None
        assert device is not None
        assert (planned.letters, planned.walk_ins) == (frozenset({"س"}), False)
        assert (made.villages, made.number_to, made.walk_ins) == (serves.villages, "40", True)
        assert device.organisation_id == "haya-karima-foundation"


def test_the_convoys_key_goes_to_its_desks_alone(fleet: Fleet) -> None:
    desk = fleet.laptop("لابتوب ١")
    path = fleet.path()
    order = Order("لابتوب ٢", Role.VOLUNTEER, villages=(VILLAGE,))
    with cheap_derivation():
        packed = make_pack(fleet.coordinator, path, order)
    other = fleet.join(path, packed)
    with fleet.coordinator.read() as session:
        key = session.get(ConvoyKey, fleet.convoy.today.convoy_id)
        assert key is not None
    with desk.read() as session:
        assert session.get(ConvoyKey, fleet.convoy.today.convoy_id) == key
    with other.read() as session:
        assert session.exec(select(ConvoyKey)).all() == []


def give_far(fleet: Fleet, village: str, number: str, name: str) -> str:
    household = family(fleet.coordinator, village, number, name)
    line = GivenLine(BOX, ONE, reason="supervisor_decided")
    record_hand_over(fleet.coordinator, HandOver(household, (line,)))
    return household


def test_what_others_received_comes_as_digests_and_no_names(fleet: Fleet) -> None:
    give_far(fleet, NEAR, "A1234567", "غريبة القريبة")
    give_far(fleet, FAR, "B7654321", "بعيدة الدار")
    give_far(fleet, VILLAGE, "C1111111", "سميحة الجارة")
    laptop = fleet.laptop("لابتوب ١")
    with laptop.read() as session:
        key = session.exec(select(ConvoyKey)).one().key
        rows = session.connection().execute(select(given_by_others)).all()
        assert {row.name for row in session.exec(select(Person))} >= {"سميحة الجارة"}
    expected = identity_digest(bytes.fromhex(key), "passport", "A1234567")
    assert [(row.digest, row.kind, row.month) for row in rows] == [(expected, "", "2025-11")]
    kept = b"".join((change.fields or b"") for change in changes(laptop))
    for part in ("غريبة", "بعيدة", "A1234567", "B7654321"):
        assert part.encode() not in kept


def test_an_update_tells_of_what_was_given_since(fleet: Fleet) -> None:
    laptop = fleet.laptop("لابتوب ١")
    give_far(fleet, NEAR, "A1234567", "غريبة القريبة")
    path = fleet.path()
    update_laptop(fleet.coordinator, path, "لابتوب ١")
    merged(laptop, path)
    with laptop.read() as session:
        assert len(session.connection().execute(select(given_by_others)).all()) == 1
        assert session.exec(select(Household)).all() != []
        assert session.exec(select(AidRecord)).all() == []
