import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.importing.columns import Column, Kind
from app.services.importing.lists import import_list
from app.ui.dialogs.import_file import open_import
from app.ui.tasks import Cancelled, Tasks
from app.ui.tr import tr
from app.words.importing import column_name
from tests.services.importing.spreadsheets import (
    FAMILIES,
    HANDOVER,
    csv,
    hand_overs,
    households,
    xlsx,
)
from tests.services.importing.test_import_aid import convoy
from tests.support.raw import changes


@pytest.fixture
def host(qtbot, live):
    window = QWidget()
    window.resize(1366, 768)
    window.show()
    yield window
    window.close()
    # Now, with all its parts: each one left over is styled anew for every later test.
    shiboken6.delete(window)


@pytest.fixture
def open_view(host, live):
    def opened(kind=Kind.LIST, context=None):
        dialog = open_import(context or live, host, kind)
        dialog.activateWindow()
        QApplication.processEvents()
        return dialog.view

    return opened


@pytest.fixture
def families(tmp_path):
    return Path(shutil.copy(FAMILIES, tmp_path))


def says(view, taken, known=0, refused=0, remarks=0):
    """Whether the strip counts just this."""
    return view.look.counts.texts == [
        tr("Import", "%n new rows", n=taken),
        tr("Import", "%n rows on file already", n=known),
        tr("Import", "%n refused rows", n=refused),
        tr("Import", "%n remarks to look at", n=remarks),
    ]


def headers(model):
    return [
        model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for at in range(model.columnCount())
    ]


def test_nothing_is_written_before_it_was_seen(open_view, store, families):
    view = open_view()
    assert view.choose_button.hasFocus()
    before = changes(store)
    view.open_file(families)
    assert changes(store) == before
    assert says(view, 240, 9, 0, 9)
    assert view.take_button.hasFocus()
    assert view.look.preview.rowCount() == 100
    assert view.look.preview.index(0, 2).data() == "\u2068سعيد أحمد عبدالحميد عبدالمجيد\u2069"
    assert len(view.look.findings.rows) == 9 + 8
    assert not list(families.parent.glob("*rejects*"))


def test_taking_in_says_what_was_done_and_where_the_report_is(
    open_view, store, families, live, qtbot, monkeypatch
):
    opened = []
    monkeypatch.setattr(
        "app.ui.importing.import_view.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    view = open_view()
    view.open_file(families)
    with qtbot.waitSignal(live.bus.said) as said:
        QTest.keyClick(view.take_button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == [tr("Import", "%n rows were taken in.", n=240)]
    assert len(households(store)) == 240
    assert view.take_button.isHidden()
    assert "families_sohag-rejects.xlsx" in view.message.text
    view.message.findChild(type(view.take_button)).click()
    assert opened == [str(families.with_name("families_sohag-rejects.xlsx"))]

    view.open_file(families)
    assert says(view, 0, 249, 0, 9)
    assert view.message.text == tr("Import", "Everything in this file is on file already.")
    assert not view.take_button.isEnabled()


def test_a_column_can_be_taken_for_something_else(open_view, store, tmp_path):
    path = xlsx(tmp_path / "a.xlsx", ("الاسم", "كود", "هاتف"), ("سعيد أحمد علي", 7, "x"))
    view = open_view()
    view.open_file(path)
    choices = view.look.columns.choices
    assert [choice.value for choice in choices] == [Column.NAME, Column.OTHER, Column.PHONE]
    assert choices[1].accessibleName() == "\u2068كود\u2069"
    choices[1].setFocus()
    choices[1].choose(Column.HOUSEHOLD_NO)
    choices[1].activated.emit(choices[1].currentIndex())
    assert choices[1].hasFocus()
    choices[2].choose(Column.IGNORE)
    choices[2].activated.emit(choices[2].currentIndex())
    words = view._context.words
    assert headers(view.look.preview)[1:] == [
        column_name(words, column) for column in (Column.NAME, Column.HOUSEHOLD_NO, Column.IGNORE)
    ]
    view.take_button.click()
    (household,) = households(store)
    assert (household.number, household.phone) == ("7", "")


def test_what_one_column_is_no_other_can_be(open_view, tmp_path):
    path = csv(tmp_path / "a.csv", "الاسم,س,ص\nسعيد أحمد,منى علي,x\n")
    view = open_view()
    view.open_file(path)
    choices = view.look.columns.choices
    for at in (1, 2):
        choices[at].choose(Column.NOTES)
        choices[at].activated.emit(choices[at].currentIndex())
    assert [choice.value for choice in choices] == [Column.NAME, Column.OTHER, Column.NOTES]
    assert view.look.mapping == {"ص": Column.NOTES}


def test_without_a_name_there_is_nothing_to_take_and_the_choice_can_be_undone(open_view, tmp_path):
    path = csv(tmp_path / "a.csv", "الاسم,كود\nسعيد أحمد,7\n")
    view = open_view()
    view.open_file(path)
    (name, _) = view.look.columns.choices
    for column, shown in ((Column.IGNORE, True), (Column.NAME, False)):
        name.choose(column)
        name.activated.emit(name.currentIndex())
        assert bool(view.message.text) is shown
    assert says(view, 1)


def test_a_file_that_cannot_be_read_is_said_in_place(open_view, tmp_path):
    view = open_view()
    view.open_file(csv(tmp_path / "a.xlsx", "PK\x03\x04"))
    assert "a.xlsx" in view.message.text
    assert view.take_button.isHidden()
    view.open_file(csv(tmp_path / "b.csv", "الاسم\nسعيد أحمد\n"))
    assert view.message.text == ""
    assert says(view, 1)


def test_sheets_without_a_header_are_named_and_others_can_be_looked_at(open_view, tmp_path):
    from openpyxl import Workbook

    book = Workbook()
    book.active.title = "أ"
    book.active.append(["الاسم", "كود"])
    book.active.append(["سعيد أحمد", 1])
    second = book.create_sheet("ب")
    second.append(["م", "اسم المستفيد"])
    second.append([1, "منى علي"])
    book.create_sheet("ملاحظات مهمة").append(["كلام"])
    book.save(tmp_path / "a.xlsx")
    view = open_view()
    view.open_file(tmp_path / "a.xlsx")
    assert "ملاحظات مهمة" in view.message.text
    assert view.look.preview.index(0, 1).data() == "\u2068سعيد أحمد\u2069"
    view.look.sheet.choose(1)
    view.look.sheet.activated.emit(1)
    assert view.look.preview.index(0, 2).data() == "\u2068منى علي\u2069"
    assert [choice.value for choice in view.look.columns.choices] == [Column.IGNORE, Column.NAME]


def test_reasons_take_the_place_of_the_first_rows(open_view, tmp_path):
    path = xlsx(
        tmp_path / "a.xlsx",
        ("الاسم", "الرقم القومي"),
        ("سعيد أحمد علي", "1"),
        (None, "28203142633578"),
    )
    view = open_view()
    view.open_file(path)
    refused, to_check = view.look.findings.rows
    assert (refused.place, to_check.name) != ("", "")
    assert view.look.findings.index(0, 2).data() == tr("Import", "Not taken")
    view.look.look_button.click()
    assert view.look.columns.isHidden()
    view.look.look_button.click()
    assert not view.look.columns.isHidden()


def test_a_sheet_goes_to_the_convoy_that_is_chosen(open_view, store, tmp_path):
    path = Path(shutil.copy(HANDOVER, tmp_path))
    chosen = convoy(store, "قافلة طما", starts_on="2026-01-01", ends_on="2026-01-02")
    view = open_view(Kind.AID)
    view.open_file(path)
    assert "كشف صرف مساعدات – قافلة شاملة" in view.look.convoy.currentText()
    view.look.convoy.choose(chosen)
    view.look.convoy.activated.emit(view.look.convoy.currentIndex())
    assert view.look.convoy.value == chosen
    assert says(view, 205, 0, 0, 164)
    view.take_button.click()
    assert {record.convoy_id for record in hand_overs(store)} == {chosen}


def test_a_report_that_cannot_stand_beside_the_file_goes_elsewhere(
    open_view, store, families, tmp_path, monkeypatch
):
    from app.errors import StoreReadOnly
    from app.services.importing import running

    elsewhere = tmp_path / "r.xlsx"
    new_file = running.new_file

    def refuse_beside(path):
        if path != elsewhere:
            raise StoreReadOnly(path=str(path.parent))
        return new_file(path)

    monkeypatch.setattr(running, "new_file", refuse_beside)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    view = open_view()
    view.open_file(families)
    view.take_button.click()
    assert households(store) == []
    view.message.findChild(type(view.take_button)).click()
    assert len(households(store)) == 240
    assert elsewhere.exists()


def test_the_file_is_chosen_in_the_systems_dialog(open_view, families, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(families), ""))
    view = open_view()
    view.choose_button.click()
    assert says(view, 240, 9, 0, 9)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    view.other_button.click()
    assert says(view, 240, 9, 0, 9)


def test_escape_closes_the_window(open_view, qtbot):
    view = open_view()
    dialog = view.window()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(view.choose_button, Qt.Key.Key_Escape)


def test_taking_in_can_be_stopped(open_view, store, live, families, qtbot):
    tasks = Tasks()
    view = open_view(context=replace(live, tasks=tasks))
    view.open_file(families)
    qtbot.waitUntil(lambda: view.take_button.isEnabled(), timeout=20_000)
    before = changes(store)
    view.take_button.click()
    assert not view.look.isEnabled()
    view._stop()
    tasks.close()
    assert changes(store) == before
    assert view.look.isEnabled()
    assert view.take_button.isEnabled()
    assert import_list(store, families).taken == 240


def test_progress_of_the_services_stops_by_an_exception(store, families):
    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        import_list(store, families, progress=stop)
