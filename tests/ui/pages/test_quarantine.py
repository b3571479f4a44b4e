import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from sqlmodel import select

from app import bootstrap
from app.db.tables import AidRecord
from app.services.exchange.end_access import end_laptop
from app.services.review.counts import open_counts
from app.services.review.forks import ForkFinding, forks
from app.ui.tr import of, tr
from app.words.quarantine import FORKS
from tests.support.laptops import give_box, merged, register
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE
from tests.ui.pages.test_conflicts import texts
from tests.ui.review_cases import working


def records(store):
    with store.read() as session:
        return len(session.exec(select(AidRecord)).all())


@pytest.fixture
def part(fleet, store, open_page):
    """A laptop that was ended half-way, and what it wrote afterwards."""
    laptop = working(fleet, "مكتب 2")
    register(laptop, "هدى سعيد حسن")
    merged(store, fleet.export(laptop))
    end_laptop(store, "مكتب 2")
    give_box(laptop, fleet.convoy.household_id)
    merged(store, fleet.export(laptop))
    return open_page("review", "quarantine").parts.part


def test_it_says_who_what_and_why(part, store):
    assert open_counts(store).quarantined > 0
    said = texts(part.card)
    assert "مكتب 2" in said
    assert records(store) == 0


def test_a_group_is_released_and_taken_back_in_place(part, store, keys):
    waiting = open_counts(store).quarantined
    row = next(at for at, one in enumerate(part.model.rows) if one.record_type == "aid_record")
    part.table.setCurrentIndex(part.model.index(row, 0))
    keys(part, Qt.Key.Key_Return)
    keys(part, Qt.Key.Key_F5)
    assert records(store) == 1
    assert open_counts(store).quarantined < waiting
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert records(store) == 0
    assert part.message.text == tr(
        "Quarantine", "Taken back: they count no more, and wait as before."
    )
    assert open_counts(store).quarantined == waiting
    part.left.click()
    assert part.model.rowCount() == 0


def test_leaving_a_group_is_taken_back_in_place(part, store, keys):
    waiting = open_counts(store).quarantined
    keys(part, Qt.Key.Key_Return)
    keys(part, Qt.Key.Key_F6)
    assert open_counts(store).quarantined < waiting
    keys(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert open_counts(store).quarantined == waiting
    part.left.click()
    assert part.model.rowCount() == 0


def test_one_change_is_released_alone(part, store):
    row = next(at for at, one in enumerate(part.model.rows) if one.record_type == "aid_record")
    part.table.setCurrentIndex(part.model.index(row, 0))
    part.card.releases[0].click()
    assert records(store) == 1


def test_what_was_left_waits_no_more_and_can_be_released_later(part, store, keys):
    while part.model.rowCount():
        keys(part, Qt.Key.Key_Return)
        keys(part, Qt.Key.Key_F6)
    assert open_counts(store).quarantined == 0
    part.left.click()
    row = next(at for at, one in enumerate(part.model.rows) if one.record_type == "aid_record")
    part.table.setCurrentIndex(part.model.index(row, 0))
    part.card.release_all.click()
    assert records(store) == 1


@pytest.fixture
def forked(fleet, store, open_page):
    """A laptop whose folder was copied, and both worked on."""
    laptop = working(fleet, "مكتب 2")
    laptop.close()
    copy = Path(shutil.copytree(laptop.folder, fleet.folder / "copy"))
    for number, folder in enumerate((laptop.folder, copy)):
        twin = bootstrap.open_store(folder, PASSPHRASE, sources=seeded_sources(70 + number))
        register(twin, f"سلمى علي {number}")
        merged(store, fleet.export(twin))
        twin.close()
    return open_page("review", "forks").parts.part


def test_a_fork_is_told_with_its_ways_explained_and_taken_back(forked, store, keys):
    assert open_counts(store).forks == 1
    assert "مكتب 2" in texts(forked.card)
    keys(forked, Qt.Key.Key_Return)
    keys(forked, Qt.Key.Key_F6)
    (fork,) = forks(store, decided=True)
    assert fork.decision.finding is ForkFinding.COPIED
    keys(forked, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert open_counts(store).forks == 1


def test_an_explained_fork_can_be_looked_at_later(forked, store, keys):
    keys(forked, Qt.Key.Key_F5)
    forked.decided.click()
    assert of(FORKS["restored"]) in texts(forked.card)
    forked.card._take_back.click()
    assert open_counts(store).forks == 1
