"""Planning a convoy's desks."""

from dataclasses import replace

import pytest

from app.db.store import Store
from app.db.tables import Household
from app.domain.desk_assignment import Duty
from app.domain.permissions import Role
from app.errors import LabelMissing, LabelTaken, RecordNotFound, RightMissing
from app.services.desks.plan import change_desks, desk_plan
from app.services.exchange.end_access import end_person
from app.services.exchange.update import update_laptop
from app.services.household_card import household_card
from app.services.team.members import team_here
from app.services.users import UserForm, add_user
from tests.support.convoys import VILLAGE, SmallConvoy, small_convoy
from tests.support.laptops import Fleet, merged, register


@pytest.fixture
def convoy(store: Store) -> SmallConvoy:
    made = small_convoy(store)
    register(store, "بدوي حسن")
    with store.write() as session:
        session.add(Household(id="far", village_id="EG010101", source="list"))
    return made


def test_the_plan_counts_the_convoys_households(store: Store, convoy: SmallConvoy) -> None:
    plan = desk_plan(store, convoy.today.convoy_id)
    assert [desk.duty.name for desk in plan.desks] == ["1"]
    assert len(plan.comers) == 2
    own = plan.desks[0].duty
    assert plan.shares_of([own]).by_desk == {own.desk_id: 2}
    of_letters = [replace(own, letters=frozenset({"س"})), Duty("new", "2", walk_ins=True)]
    assert plan.shares_of(of_letters).by_desk == {own.desk_id: 1, "new": 1}
    alone = plan.shares_of(of_letters[:1])
    assert (alone.by_desk, alone.of_none) == ({own.desk_id: 1}, 1)
    with pytest.raises(RecordNotFound):
        desk_plan(store, "nothing")


def test_desks_are_changed_and_added(store: Store, convoy: SmallConvoy) -> None:
    convoy_id = convoy.today.convoy_id
    own = desk_plan(store, convoy_id).desks[0].duty
    second = Duty("", " 2 ", villages=frozenset({VILLAGE}), number_from=" 5 ", walk_ins=True)
    change_desks(store, convoy_id, [replace(own, letters=frozenset({"ب"})), second])
    first, added = (desk.duty for desk in desk_plan(store, convoy_id).desks)
    assert first == replace(own, letters=frozenset({"ب"}))
    assert added == replace(second, desk_id=added.desk_id, name="2", number_from="5")
    assert household_card(store, convoy.household_id).other_desk == "2"
    change_desks(store, convoy_id, [own])
    assert household_card(store, convoy.household_id).other_desk == ""


@pytest.mark.parametrize(
    ("names", "refused"), [(["1", ""], LabelMissing), (["1", "1"], LabelTaken)]
)
def test_desks_have_names_of_their_own(store: Store, convoy, names, refused) -> None:
    own = desk_plan(store, convoy.today.convoy_id).desks[0].duty
    duties = [replace(own, name=names[0]), Duty("", names[1])]
    with pytest.raises(refused):
        change_desks(store, convoy.today.convoy_id, duties)
    with pytest.raises(RecordNotFound):
        change_desks(store, convoy.today.convoy_id, [Duty("nowhere", "3")])


def test_a_volunteer_plans_no_desks(fleet: Fleet) -> None:
    laptop = fleet.laptop("مكتب 2", Role.VOLUNTEER)
    with pytest.raises(RightMissing):
        change_desks(laptop, fleet.convoy.today.convoy_id, [Duty("", "9")])
    assert "مكتب 2" in {
        desk.laptop for desk in desk_plan(laptop, fleet.convoy.today.convoy_id).desks
    }


def test_a_team_is_changed_and_its_laptop_learns_of_it(fleet: Fleet) -> None:
    store, convoy_id = fleet.coordinator, fleet.convoy.today.convoy_id
    laptop = fleet.laptop("مكتب 2")
    late = add_user(store, UserForm("نادية", Role.VOLUNTEER))
    gone = add_user(store, UserForm("سامية", Role.VOLUNTEER))
    end_person(store, gone)
    plan = desk_plan(store, convoy_id)
    assert late in dict(plan.people)
    assert gone not in dict(plan.people)
    (own,) = (desk for desk in plan.desks if desk.laptop == "مكتب 2")
    assert len(own.team) == 1
    change_desks(store, convoy_id, [own.duty], [own.team | {late}])
    assert late not in {one.id for one in team_here(laptop)}
    merged(laptop, update_laptop(store, fleet.path(), "مكتب 2").path)
    assert late in {one.id for one in team_here(laptop)}
    # Only whom the desk serves is said: its team stays.
    change_desks(store, convoy_id, [own.duty])
    (again,) = (desk for desk in desk_plan(store, convoy_id).desks if desk.laptop == "مكتب 2")
    assert again.team == own.team | {late}
