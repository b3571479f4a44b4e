"""Who is at work: PINs, passphrases, and what wrong ones cost."""

import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Household, User
from app.domain.permissions import Role
from app.errors import (
    PinBlocked,
    RightMissing,
    UserNotFound,
    WrongPassphrase,
    WrongPin,
)
from app.services.team.members import at_work, others_with_passphrase, put_to_work, team_here
from app.services.team.unlocking import set_pin, unlock_as
from app.services.users import UserForm, add_user
from tests.support.laptops import register
from tests.support.raw import changes
from tests.support.stores import PASSPHRASE, USER, cheap_derivation

SAMIA = "سامية"


@pytest.fixture
def samia(store: Store) -> str:
    with cheap_derivation():
        made = add_user(store, UserForm(SAMIA, Role.VOLUNTEER))
        set_pin(store, made, "٤٨٢١")
    return made


def test_the_pin_puts_a_volunteer_to_work_and_changes_name_her(store: Store, samia: str) -> None:
    founder = store.actor
    unlock_as(store, samia, "4821")
    assert (store.actor, at_work(store)) == (samia, SAMIA)
    household = register(store, "سعيد أحمد")
    (made,) = [one for one in changes(store) if one.record_id == household and not one.base]
    assert made.actor == samia
    with store.read() as session:
        assert session.get(Household, household) is not None  # her grant holds
    assert founder != samia


def test_wrong_pins_are_counted_for_good_and_the_fifth_blocks(store: Store, samia: str) -> None:
    seen = []
    for _ in range(4):
        with pytest.raises(WrongPin) as caught:
            unlock_as(store, samia, "1234")
        seen.append((caught.value.params["left"], caught.value.params["seconds"]))
    assert seen == [(4, 1), (3, 2), (2, 4), (1, 8)]
    with pytest.raises(PinBlocked):
        unlock_as(store, samia, "1234")
    with pytest.raises(PinBlocked):  # the right one helps no more
        unlock_as(store, samia, "4821")
    assert store.actor != samia
    unlock_as(store, samia, PASSPHRASE)  # she has none of her own: the laptop's stands in
    assert store.actor == samia
    unlock_as(store, samia, "4821")  # and the PIN counts from nothing again


def test_a_right_pin_forgets_the_wrong_ones(store: Store, samia: str) -> None:
    for _ in range(3):
        with pytest.raises(WrongPin):
            unlock_as(store, samia, "9999")
        unlock_as(store, samia, "4821")


def test_who_has_a_passphrase_is_told_by_it_alone(store: Store) -> None:
    with cheap_derivation():
        huda = add_user(store, UserForm("هدى", Role.SUPERVISOR, passphrase="أربع كلمات لا تنسى"))
    with pytest.raises(WrongPassphrase):
        unlock_as(store, huda, PASSPHRASE)
    unlock_as(store, huda, "أربع كلمات لا تنسى")
    assert store.actor == huda


def test_the_team_is_who_has_a_pin_here_and_who_opens_the_store(store: Store, samia: str) -> None:
    with cheap_derivation():
        add_user(store, UserForm("هدى", Role.COORDINATOR, passphrase="أربع كلمات"), lambda _: b"no")
        add_user(store, UserForm("نادية", Role.SUPERVISOR, passphrase="أربع كلمات لا تنسى"))
    assert [(one.name, one.has_pin, one.role) for one in team_here(store)] == [
        (SAMIA, True, Role.VOLUNTEER),
        (USER, False, Role.COORDINATOR),
    ]
    # A coordinator whom the workspace key did not certify has no right, so she is nowhere.
    assert [one.name for one in others_with_passphrase(store)] == ["نادية"]


def test_nobody_gives_a_pin_to_those_who_may_do_more(store: Store, samia: str) -> None:
    founder = store.actor
    put_to_work(store, samia)
    with pytest.raises(RightMissing):
        set_pin(store, founder, "2468")
    with cheap_derivation(), pytest.raises(WrongPin):
        set_pin(store, samia, "2468", present="1111")
    with cheap_derivation():
        set_pin(store, samia, "2468", present="4821")
    unlock_as(store, samia, "٢٤٦٨")


def test_nobody_works_without_a_grant(store: Store) -> None:
    with store.write() as session:
        session.add(User(id="ghost", name="لا أحد"))
    with pytest.raises(UserNotFound):
        put_to_work(store, "ghost")
    with store.read() as session:
        assert session.exec(select(User).where(User.id == "ghost")).one().name == "لا أحد"
