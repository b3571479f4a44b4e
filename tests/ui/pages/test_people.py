"""The People page: the real window, the real store, real keys."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Household, Person
from app.services.edit_people import family_of
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.main_window import MainView
from app.ui.page import Page, PageSpec
from app.ui.pages.people import PeoplePage
from app.ui.people.household_editor import HouseholdEditor
from app.ui.people.person_editor import PersonEditor
from app.ui.settings_file import Settings
from app.ui.tr import tr
from app.words.catalog import marked
from tests.support.convoys import small_convoy
from tests.ui.keyboard import type_text

VILLAGE, ELSEWHERE = "EG260101", "EG270101"
SAID = NewMember(
    name="سعيد أحمد عبد الحميد",
    relationship="head",
    sex="m",
    document_type="national_id",
    document_no="28001012600123",
    phone="01012345678",
)
MONA = NewMember(name="منى علي حسن", relationship="wife", document_type="none", document_no="lost")


@pytest.fixture
def settings(qapp):
    qapp.apply(Settings())
    return Settings()


@pytest.fixture
def families(store: Store) -> list[str]:
    """Three households, in the order of their heads' names."""
    forms = (
        NewHousehold(VILLAGE, (replace(SAID, name="بسام فوزي"),), Consent(), number="7-10"),
        NewHousehold(ELSEWHERE, (SAID, MONA), Consent(), number="7-9"),
        NewHousehold(
            VILLAGE,
            (replace(SAID, name="هدى سعيد", document_no="", phone=""),),
            Consent(),
            number="7-11",
            categories=frozenset({"widow"}),
        ),
    )
    return [register_household(store, form).household_id for form in forms]


@pytest.fixture
def open_page(store, settings, tasks, qtbot):
    def open_window() -> PeoplePage:
        bus = Bus()
        store.on_commit(bus.changed.emit)
        context = UiContext(store, settings.words(), tasks, bus, settings)
        specs = (
            PageSpec("people", marked("Navigation", "People"), "people", PeoplePage),
            PageSpec("desk", marked("Navigation", "Desk"), "desk", Page),
            PageSpec("reports", marked("Navigation", "Reports"), "reports", Page),
        )
        view = MainView(context, specs, "Qafila")
        qtbot.addWidget(view)
        view.resize(1366, 768)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is view)
        view.open_page("people")
        page = view.findChild(PeoplePage)
        assert page is not None
        return page

    return open_window


@pytest.fixture
def page(open_page, families) -> PeoplePage:
    return open_page()


def shown(page: PeoplePage, column: int = 1) -> list[str]:
    model = page.list.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def texts(page: PeoplePage) -> str:
    assert page.card is not None
    told = "\n".join(label.text() for label in page.card.findChildren(QLabel))
    return "".join(sign for sign in told if unicodedata.category(sign) != "Cf")


def search(page: PeoplePage, text: str) -> None:
    page.list.search.clear()
    type_text(page.list.search, text)
    QTest.keyClick(page.list.search, Qt.Key.Key_Return)


def click_title(page: PeoplePage, column: int) -> None:
    header = page.list.table.horizontalHeader()
    place = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    QTest.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(place, header.height() // 2),
    )


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def test_an_empty_store_says_how_to_begin(open_page) -> None:
    page = open_page()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    wanted = []
    page.context.bus.page_wanted.connect(lambda *said: wanted.append(said))
    press(Qt.Key.Key_Space)
    assert wanted == [("desk", None)]


def test_households_stand_by_name_and_sort_by_a_click(page) -> None:
    by_name = ["بسام فوزي", "سعيد أحمد عبد الحميد", "هدى سعيد"]
    assert shown(page) == by_name
    click_title(page, 0)
    assert shown(page) == [by_name[1], by_name[0], by_name[2]]
    click_title(page, 0)
    assert shown(page) == [by_name[2], by_name[0], by_name[1]]
    click_title(page, 3)
    assert len(shown(page)) == 3


def test_the_list_of_people_hides_documents(page) -> None:
    page.list.kind.setFocus()
    press(Qt.Key.Key_Down)
    assert shown(page, 0) == [
        "بسام فوزي",
        "سعيد أحمد عبد الحميد",
        "منى علي حسن",
        "هدى سعيد",
    ]
    documents = "".join(shown(page, 3))
    assert "٠١٢٣" in documents
    assert "٢٨٠٠١" not in documents


def test_a_search_by_keys_shows_the_family_beside(page) -> None:
    search(page, "مني")
    assert shown(page) == ["سعيد أحمد عبد الحميد"]
    assert page.card is not None
    assert "منى علي حسن" in texts(page)
    assert "٢٨٠٠١" not in texts(page)
    assert "01012345678" not in texts(page)


def test_a_village_and_a_category_narrow_the_list(page) -> None:
    page.list.village.set_value(ELSEWHERE)
    page.list.village.chosen.emit(ELSEWHERE)
    assert shown(page) == ["سعيد أحمد عبد الحميد"]
    search(page, "سعيد")
    assert shown(page) == ["سعيد أحمد عبد الحميد"]
    page.list.village.setFocus()
    QTest.keyClick(page.list.village, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Backspace)
    assert shown(page) == ["سعيد أحمد عبد الحميد", "هدى سعيد"]
    page.list.search.clear()
    page.list.search.ask()
    page.list.category.choose("widow")
    page.list.category.activated.emit(page.list.category.currentIndex())
    assert shown(page) == ["هدى سعيد"]


def test_numbers_are_shown_on_demand_and_hidden_for_the_next_family(page) -> None:
    search(page, "7-9")
    press(Qt.Key.Key_F8)
    assert "٢ ٨٠٠١٠١ ٢٦ ٠٠١٢٣".replace(" ", "\u00a0") in texts(page)
    assert "٠١٠١٢٣٤٥٦٧٨" in texts(page)
    press(Qt.Key.Key_F8)
    assert "٠١٠١٢٣٤٥٦٧٨" not in texts(page)
    press(Qt.Key.Key_F8)
    search(page, "7-10")
    assert "٠١٠١٢٣٤٥٦٧٨" not in texts(page)


def test_a_person_is_corrected_by_keyboard(page, store: Store) -> None:
    search(page, "منى")
    edit = next(
        one for one in page.card.findChildren(QPushButton) if one.accessibleName().endswith("حسن")
    )
    edit.setFocus()
    press(Qt.Key.Key_Space)
    editor = page.task
    assert isinstance(editor, PersonEditor)
    assert QApplication.focusWidget() is editor.person.name
    press(Qt.Key.Key_End)
    type_text(editor.person.name, " محمود")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.task is None
    assert "منى علي حسن محمود" in texts(page)
    with store.read() as session:
        changed = session.exec(select(Person).where(Person.name == "منى علي حسن محمود")).one()
    assert (changed.document_type, changed.document_no) == ("none", "lost")


def test_a_form_left_untouched_writes_nothing(page, store: Store, families) -> None:
    before = family_of(store, families[1])
    committed = []
    store.on_commit(committed.append)
    for member in before.members:
        search(page, "7-9")
        page.card.edit_person_wanted.emit(member.id)
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert page.task is None
    page.list.table.setFocus()
    press(Qt.Key.Key_Return)
    assert isinstance(page.task, HouseholdEditor)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.task is None
    assert committed == []
    assert family_of(store, families[1]) == before


def test_a_household_is_corrected_and_a_missing_village_is_said_beside_it(
    page, store: Store, families
) -> None:
    search(page, "7-9")
    press(Qt.Key.Key_F4)
    editor = page.task
    assert isinstance(editor, HouseholdEditor)
    editor.village.set_value(None)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.task is editor
    assert any(field.wrong for field in editor.wrong_at.values())
    editor.village.set_value(VILLAGE)
    editor.address.setFocus()
    type_text(editor.address, "خلف الجامع")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.task is None
    with store.read() as session:
        household = session.get_one(Household, families[1])
    assert (household.village_id, household.address) == (VILLAGE, "خلف الجامع")
    assert "خلف الجامع" in texts(page)


def test_escape_leaves_a_form_without_saving(page, store: Store, families) -> None:
    search(page, "7-9")
    before = family_of(store, families[1])
    page.card.edit_person_wanted.emit(before.members[0].id)
    type_text(page.task.person.name, "خطأ")
    press(Qt.Key.Key_Escape)
    assert page.task is None
    assert family_of(store, families[1]) == before


def test_somebody_is_added_and_somebody_leaves(page, store: Store, families) -> None:
    search(page, "7-10")
    page.card.add_person_wanted.emit()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert any(field.wrong for field in page.task.wrong_at.values())
    type_text(page.task.person.name, "ليلى بسام")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "ليلى بسام" in texts(page)
    first = family_of(store, families[0]).members[0]
    page.card.edit_person_wanted.emit(first.id)
    page.task.active.click()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.form.active for one in family_of(store, families[0]).members] == [True, False]


def test_the_history_tells_who_changed_what_and_stays_open(page, families) -> None:
    search(page, "7-9")
    press(Qt.Key.Key_F4)
    type_text(page.task.address, "خلف الجامع")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_F9)
    told = texts(page)
    assert "تعديل بيانات الأسرة" in told
    assert "خلف الجامع" in told
    assert "منى" in told
    search(page, "7-10")
    assert "تسجيل الأسرة" in texts(page)
    press(Qt.Key.Key_F9)
    assert "تسجيل الأسرة" not in texts(page)


def test_a_household_registered_elsewhere_appears_without_losing_the_choice(
    page, store: Store
) -> None:
    search(page, "7-9")
    register_household(store, NewHousehold(VILLAGE, (replace(SAID, name="زينب"),), Consent()))
    page.list.search.clear()
    page.list.search.ask()
    assert "زينب" in shown(page)
    assert page.card is not None
    assert "منى علي حسن" in texts(page)


def test_the_chosen_row_stays_chosen_after_a_correction(page, store: Store, families) -> None:
    page.list.table.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert shown(page)[page.list.table.currentIndex().row()] == "هدى سعيد"
    press(Qt.Key.Key_F4)
    type_text(page.task.address, "خلف الجامع")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert family_of(store, families[2]).form.address == "خلف الجامع"
    assert shown(page)[page.list.table.currentIndex().row()] == "هدى سعيد"


def test_a_page_that_asks_for_a_household_gets_it(open_page, store: Store, families) -> None:
    page = open_page()
    page.context.bus.page_wanted.emit("people", families[2])
    assert "هدى سعيد" in texts(page)
    row = page.list.table.currentIndex().row()
    assert shown(page)[row] == "هدى سعيد"


def test_what_changed_while_the_page_was_hidden_is_there_when_it_comes_back(
    page, store: Store
) -> None:
    page.context.bus.page_wanted.emit("desk", None)
    small_convoy(store)
    page.context.bus.page_wanted.emit("people", None)
    assert len(shown(page)) == 4


def test_a_familys_file_is_one_press_away(open_page, families) -> None:
    page = open_page()
    page.context.bus.page_wanted.emit("people", families[2])
    wanted = []
    page.context.bus.page_wanted.connect(lambda *said: wanted.append(said))
    file = next(
        each
        for each in page.card.findChildren(QPushButton)
        if each.text() == tr("People", "Its file")
    )
    QTest.mouseClick(file, Qt.MouseButton.LeftButton)
    assert wanted == [("reports", ("person", families[2], page.card.family.form.number))]
