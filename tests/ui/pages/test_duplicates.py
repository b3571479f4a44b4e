"""Likely duplicates side by side: judged by a key, many at once, and taken back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import func, select

from app.db.tables import same_household, same_person
from app.domain.permissions import Role
from app.services.matching.likely_pairs import Found, find_all, find_new, keep_up
from app.services.matching.undecided import open_pairs
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.services.team.members import put_to_work
from app.services.users import UserForm, add_user
from app.ui.review.comparing import Comparing
from app.ui.tr import tr
from tests.ui.late_tasks import LateTasks
from tests.ui.pages.test_conflicts import texts

WIDOW = NewMember(
    name="نعمة عبدالنبي خلف",
    sex="f",
    document_type="national_id",
    document_no="27003122600124",
    relationship="head",
)


def register(store, **changed):
    member = NewMember(**({**WIDOW.__dict__, **changed}))
    register_household(store, NewHousehold("EG260101", (member,), Consent()))


@pytest.fixture
def part(store, open_page):
    register(store)
    register(store, document_no="27003122600142")
    find_all(store)
    return open_page("review", "duplicates").parts.part


def joined(store, table):
    with store.read() as session:
        return session.connection().scalar(select(func.count()).select_from(table))


def test_both_stand_side_by_side_with_what_differs(part):
    assert part.model.rowCount() == 1
    said = texts(part.card)
    assert "≠" in said
    assert said.count("نعمة عبدالنبي خلف") == 2


def test_a_key_judges_and_undo_takes_it_back(part, store, keys):
    part.card.begin()
    keys(part, Qt.Key.Key_F5)
    assert joined(store, same_person) == 2
    assert part.model.rowCount() == 0
    apart = tr("Review", "Their families are still two on file: see Verdicts.")
    assert part.message.text.endswith(apart)
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert joined(store, same_person) == 0
    assert part.model.rowCount() == 1
    part.card.begin()
    keys(part, Qt.Key.Key_F6)
    assert (joined(store, same_person), open_pairs(store)) == (0, 0)


def test_families_are_joined_by_a_key_of_their_own(part, store, keys):
    part.card.begin()
    keys(part, Qt.Key.Key_F8)
    assert (joined(store, same_person), joined(store, same_household)) == (2, 2)
    part.undo()
    assert (joined(store, same_person), joined(store, same_household)) == (0, 0)


def test_all_the_sure_ones_are_judged_at_once(part, store):
    part.all_sure.click()
    assert open_pairs(store) == 0
    part.undo()
    assert open_pairs(store) == 1


def test_who_came_is_compared_when_the_review_is_opened(part, view, store, open_page):
    register(store, name="نعمه عبد النبى خلف")
    assert open_pairs(store) == 1
    open_page("review")
    assert open_pairs(store) == 3
    assert part.model.rowCount() == 3
    assert view.badge("review") == view.context.words.number(3)


def test_nobody_is_compared_where_nobody_may_judge(store):
    for document_no in ("27003122600124", "27003122600142"):
        register(store, document_no=document_no)
    coordinator = store.actor
    put_to_work(store, add_user(store, UserForm("سامية", Role.VOLUNTEER)))
    assert keep_up(store) is None
    put_to_work(store, coordinator)
    assert keep_up(store) == Found(sure=1, review=0)


def test_comparing_that_was_stopped_does_not_begin_again_by_itself(live, store, qtbot):
    tasks = LateTasks()
    comparing = Comparing(replace(live, tasks=tasks))
    qtbot.addWidget(comparing)
    for document_no in ("27003122600124", "27003122600142"):
        register(store, document_no=document_no)
    with qtbot.waitSignal(comparing.stopped):
        comparing.keep_up()
        comparing._cancel.click()
    comparing.keep_up()
    tasks.catch_up()
    assert open_pairs(store) == 0
    with qtbot.waitSignal(comparing.compared):
        comparing.compare(find_new)
        tasks.catch_up()
    assert open_pairs(store) == 1


def test_who_is_new_is_compared_when_asked_for(part, store):
    register(store, name="نعمه عبد النبى خلف")
    assert part.model.rowCount() == 1
    part.compare.click()
    assert part.model.rowCount() == 3
    assert part.compare.isEnabled()
    part.compare_all.click()
    assert part.model.rowCount() == 3
