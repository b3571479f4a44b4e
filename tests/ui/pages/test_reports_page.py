"""The page Reports: choose, look, save."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlmodel import select

from app.db.tables import Disclosure, Household
from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.reports.registry import OFFERS
from app.ui.pages.reports import ReportsPage
from app.ui.widgets.empty_page import EmptyPage
from tests.support.convoys import BOX, BOX_RULE, small_convoy
from tests.ui.keyboard import type_text


@pytest.fixture
def page(qtbot, live):
    convoy = small_convoy(live.store)
    record_hand_over(live.store, HandOver(convoy.household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    page = ReportsPage(live)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    return page


def texts(page: ReportsPage) -> list[str]:
    """The first row on the screen."""
    model = page.view.grid.model()
    return [model.index(0, at).data() for at in range(model.columnCount())]


def choose(page: ReportsPage, name: str) -> None:
    page.list.setCurrentRow([offer.kind.name for offer in OFFERS].index(name))


def test_without_a_convoy_it_says_what_it_is_for(qtbot, live) -> None:
    page = ReportsPage(live)
    qtbot.addWidget(page)
    page.show()
    assert page.findChild(EmptyPage).isVisible()


def test_the_daily_report_is_there_at_once_and_its_parts_can_be_leafed_through(page, qtbot) -> None:
    assert page.figures.kind.name == "daily"
    assert page.figures.table("summary").column("families") == [1]
    assert page.part.count() == len(page.figures.tables)
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.part.value == 1
    assert texts(page)[0] in {"Box", "كرتونة"}


def number_of_the_family(page: ReportsPage) -> str:
    with page.context.store.read() as session:
        return session.exec(select(Household.number)).first()


def test_every_report_is_shown_in_all_its_parts(page) -> None:
    page.filters.who.setText(number_of_the_family(page))
    for offer in OFFERS:
        choose(page, offer.kind.name)
        assert page.figures.kind.name == offer.kind.name
        assert page.filters.who.isVisible() is offer.of_who
        assert page.filters.organisation.isVisible() is offer.by_giver
        for at in range(page.part.count()):
            page.part.setCurrentIndex(at)
            page.part.chosen.emit(at)
            assert page.view is not None
        assert all(each.isEnabled() for each in page.out.buttons.values())


def test_another_day_has_nothing(page) -> None:
    type_text(page.filters.first, "23/11/2025")
    page.filters.first.editingFinished.emit()
    assert page.figures.table("summary").column("families") == [0]


def test_a_file_needs_somebody_named(page) -> None:
    choose(page, "person")
    assert page.figures is None
    assert not page.out.buttons["pdf"].isEnabled()
    type_text(page.filters.who, "no such number")
    QTest.keyClick(page.filters.who, Qt.Key.Key_Return)
    assert page.message.text


def test_what_is_shown_is_saved_and_journalled(page, tmp_path: Path) -> None:
    page.out.save_to(tmp_path / "daily.xlsx")
    assert "daily.xlsx" in page.message.text
    assert openpyxl.load_workbook(tmp_path / "daily.xlsx").sheetnames
    with page.context.store.read() as session:
        (disclosed,) = session.exec(select(Disclosure)).all()
    assert disclosed.kind == "report daily"


def test_a_folder_that_is_not_there_is_said(page, tmp_path: Path) -> None:
    page.out.save_to(tmp_path / "nowhere" / "daily.pdf")
    assert page.message.text
    assert page.figures is not None


def test_rows_are_sorted_by_value_and_totals_stay_last(page) -> None:
    choose(page, "statement")
    grid = page.view.grid
    grid.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    model = grid.model()
    last = model.index(model.rowCount() - 1, 0).data()
    assert last == page.figures.tables[0].totals[0]


def test_after_a_change_it_is_made_again_when_somebody_looks(page) -> None:
    before = page.figures
    page.context.bus.changed.emit(frozenset({"aid_record"}))
    assert page.figures is before
    page.opened("daily")
    assert page.figures is not before


def test_a_family_can_be_asked_for_from_elsewhere(page) -> None:
    """By its id, since two laptops may have given one number; people read the number."""
    with page.context.store.write() as session:
        twin = Household(id=page.context.store.new_id(), number=number_of_the_family(page))
        session.add(twin)
        family = session.exec(select(Household).where(Household.id != twin.id)).one().id
    page.opened(("person", family, number_of_the_family(page)))
    assert page.figures.kind.name == "person"
    assert page.filters.who.text() == number_of_the_family(page)
    assert page.figures.table("received").rows
    page.opened(("person", twin.id, number_of_the_family(page)))
    assert not page.figures.table("received").rows
