"""The lock's patience and one's own PIN, in the settings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.services.team.members import put_to_work
from app.services.team.unlocking import unlock_as
from app.ui.settings.taking_turns import TakingTurns
from tests.support.stores import PASSPHRASE, cheap_derivation
from tests.ui.keyboard import type_text


@pytest.fixture
def show(live, qtbot):
    chosen = []
    form = TakingTurns(live, chosen.append)
    form.chosen = chosen
    qtbot.addWidget(form)
    with qtbot.waitExposed(form):
        form.show()
    form.activateWindow()
    return form


def fill(form, present, new, again, qtbot):
    for edit, text in zip(
        (form.present_edit, form.new_edit, form.again_edit), (present, new, again), strict=True
    ):
        edit.clear()
        type_text(edit, text)
    with cheap_derivation():
        qtbot.keyClick(form.again_edit, Qt.Key.Key_Return)


def test_the_patience_is_chosen_at_once(show, live):
    show.minutes.choose("5")
    show.minutes.activated.emit(show.minutes.currentIndex())
    assert show.chosen == [replace(live.settings, lock_minutes="5")]


def test_who_has_nothing_yet_proves_it_with_the_laptops_passphrase(show, store, qtbot):
    fill(show, "nonsense here", "2468", "2468", qtbot)
    assert show.present.wrong
    fill(show, PASSPHRASE, "٢٤٦٨", "2468", qtbot)
    assert show.message.text
    assert show.new_edit.text() == ""
    unlock_as(store, store.actor, "2468")


def test_a_pin_is_changed_by_who_knows_the_present_one(show, team, store, qtbot):
    put_to_work(store, team["سامية"])
    fill(show, "4821", "13", "13", qtbot)
    assert show.new.wrong
    fill(show, "4821", "1357", "1358", qtbot)
    assert show.again.wrong
    fill(show, "9999", "1357", "1357", qtbot)
    assert show.present.wrong
    fill(show, "4821", "1357", "1357", qtbot)
    assert not show.present.wrong
    unlock_as(store, team["سامية"], "1357")
