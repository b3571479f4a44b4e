"""People of the workspace: let in, renamed, given passphrases."""

import pytest

from app.db.store import Store
from app.domain.permissions import Role
from app.errors import (
    LabelMissing,
    LabelTaken,
    PassphraseTooWeak,
    RecordNotFound,
    RecoveryKeyNeeded,
    RightMissing,
    UserNotFound,
)
from app.services.exchange.end_access import end_person
from app.services.team.members import put_to_work
from app.services.users import UserForm, add_user, change_user, set_passphrase, users, work_as
from tests.support.stores import USER, cheap_derivation


def test_a_new_volunteer_is_listed_with_her_role_and_may_work(store: Store) -> None:
    made = add_user(store, UserForm("  سامية   حسن ", Role.VOLUNTEER, phone=" 01012345678 "))
    (first, second) = users(store)
    assert (first.id, first.name, first.phone) == (made, "سامية حسن", "01012345678")
    assert (first.role, first.has_passphrase, first.at_work) == (Role.VOLUNTEER, False, False)
    assert (second.name, second.role, second.at_work) == (USER, Role.COORDINATOR, True)
    work_as(store, "ساميه حسن")
    assert store.actor == made


def test_two_people_never_share_a_name(store: Store) -> None:
    made = add_user(store, UserForm("سامية", Role.VOLUNTEER))
    with pytest.raises(LabelTaken):
        add_user(store, UserForm("ساميه", Role.VOLUNTEER))
    with pytest.raises(LabelTaken):
        change_user(store, made, USER, "")
    with pytest.raises(LabelMissing):
        change_user(store, made, " ", "")
    change_user(store, made, "سامية علي", "")
    assert users(store)[0].name == "سامية علي"


def test_only_the_workspace_key_makes_a_coordinator(store: Store) -> None:
    with pytest.raises(RecoveryKeyNeeded):
        add_user(store, UserForm("هدى", Role.COORDINATOR))
    assert len(users(store)) == 1


def test_a_passphrase_is_checked_before_it_is_kept(store: Store) -> None:
    made = add_user(store, UserForm("سامية", Role.VOLUNTEER))
    with pytest.raises(PassphraseTooWeak):
        set_passphrase(store, made, "قصيرة")
    with pytest.raises(RecordNotFound):
        set_passphrase(store, "nobody", "أربع كلمات لا تنسى")
    with cheap_derivation():
        set_passphrase(store, made, "أربع كلمات لا تنسى")
    assert users(store)[0].has_passphrase


def test_a_volunteer_lets_nobody_in(store: Store) -> None:
    put_to_work(store, add_user(store, UserForm("سامية", Role.VOLUNTEER)))
    with pytest.raises(RightMissing):
        add_user(store, UserForm("هدى", Role.VOLUNTEER))
    with pytest.raises(UserNotFound):
        work_as(store, "لا أحد")


def test_who_was_ended_is_let_in_again_as_the_same_person(store: Store) -> None:
    made = add_user(store, UserForm("سامية", Role.SUPERVISOR))
    end_person(store, made)
    with pytest.raises(UserNotFound):
        put_to_work(store, made)
    assert add_user(store, UserForm("ساميه", Role.VOLUNTEER)) == made
    assert [(one.name, one.role) for one in users(store) if one.id == made] == [
        ("سامية", Role.VOLUNTEER)
    ]
    put_to_work(store, made)
