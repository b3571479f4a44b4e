"""Household cards printed from the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.documents.scanning import codes_in
from app.domain.card_code import CardCode, read_card
from app.ui.pages.people import PeoplePage
from app.ui.paper.cards_view import CardsView
from tests.services.test_cards import issue_card
from tests.support.convoys import small_convoy
from tests.support.laptops import register


@pytest.fixture
def convoy(store):
    return small_convoy(store)


@pytest.fixture
def path(monkeypatch, tmp_path):
    found = tmp_path / "cards.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(found), ""))
    return found


@pytest.fixture
def cards(convoy, path, open_page) -> CardsView:
    part = open_page("paper", "cards").parts.part
    assert isinstance(part, CardsView)
    return part


def test_cards_are_counted_then_written(store, cards, convoy, save, path, tmp_path) -> None:
    register(store, "سعاد علي")
    assert "2" in cards.count.text() or "٢" in cards.count.text() or "بطاقتان" in cards.count.text()
    save(cards)
    assert len(list(codes_in(path))) == 2
    assert not cards.write.isEnabled()
    cards.anew.setChecked(True)
    assert cards.write.isEnabled()
    save(cards)
    assert {read_card(text).card_no for _, text in codes_in(path)} == {2}


def test_a_folder_that_takes_nothing_is_told(cards, save, path, monkeypatch, tmp_path) -> None:
    gone = tmp_path / "missing" / "cards.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(gone), ""))
    save(cards)
    assert cards.message.text
    assert cards.write.isEnabled()


def test_a_family_gets_its_next_card_by_one_key(store, live, qtbot, convoy, path, tmp_path) -> None:
    issue_card(store, convoy.household_id, tmp_path / "first.pdf")
    page = PeoplePage(live)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.opened(convoy.household_id)
    qtbot.waitUntil(lambda: page.card is not None)
    qtbot.keyClick(page.card, Qt.Key.Key_F6)
    ((_, text),) = codes_in(path)
    assert read_card(text) == CardCode(convoy.household_id, 2)
    assert page.message.text
