from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from sqlmodel import select

from app.db.coverage import acknowledge
from app.db.tables import Household
from app.errors import FileDamaged
from app.services.matching.undecided import open_pairs
from app.ui.tasks import Cancelled
from app.ui.tr import tr
from app.words.errors import error_text
from app.words.merge import gap_text, laptop_text
from tests.support.laptops import give_box, register
from tests.support.raw import changes
from tests.ui.review_cases import working


def chain_head(laptop):
    last = [one for one in changes(laptop) if one.device_id == laptop.device_id][-1]
    return last.seq, last.hash


def households(store):
    with store.read() as session:
        return len(session.exec(select(Household)).all())


@pytest.fixture
def laptop(fleet):
    """A laptop on which a family was registered and served."""
    opened = working(fleet, "مكتب 2")
    give_box(opened, register(opened, "هدى سعيد حسن"))
    return opened


@pytest.fixture
def page(fleet, open_page):
    """The page, at the files that are taken in."""
    return open_page("merge").parts.part


def cells(view, column):
    return [view.model.index(row, column).data() for row in range(view.model.rowCount())]


def test_an_empty_page_teaches_and_begins_with_choosing(page, view, fleet, laptop, monkeypatch):
    assert page.choose_button.hasFocus()
    file = fleet.export(laptop)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    page.choose_button.click()
    assert len(cells(page, 0)) == 1


def test_nothing_is_merged_before_it_was_seen(page, store, fleet, laptop, save):
    before = changes(store)
    page.open_paths([fleet.export(laptop)])
    assert changes(store) == before
    assert "مكتب 2" in cells(page, 1)[0]
    assert page._about.text().count("مكتب 2") == 2, "the laptop and who works there"
    assert cells(page, 8) == [tr("Merge", "can be taken in")]
    assert page.merge_button.hasFocus()
    save(page)
    assert len(changes(store)) > len(before)
    assert cells(page, 8) == [tr("Merge", "taken in")]
    assert households(store) == 2


def test_who_came_twice_is_counted_at_the_review_once_merged(
    page, view, store, fleet, laptop, save
):
    again = fleet.laptop("مكتب 3")
    register(again, "هدي سعيد حسن")
    page.open_paths([fleet.export(laptop), fleet.export(again)])
    assert open_pairs(store) == 0
    save(page)
    assert open_pairs(store) == 1
    assert view.badge("review") == view.context.words.number(1)
    page._on_undo()
    assert open_pairs(store) == 0
    assert view.badge("review") == ""


def test_a_whole_stick_is_looked_through_and_dropped_on_the_page(page, fleet, laptop):
    stick = fleet.folder / "stick"
    (stick / "deep").mkdir(parents=True)
    (stick / "notes.txt").write_text("no file of ours")
    fleet.export(laptop).rename(stick / "deep" / "work.qafila")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(stick))])
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(
            QPoint(5, 5),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(page, event)
    assert [Path(row.file.path).name for row in page.model.rows] == ["work.qafila"]


def test_a_folder_without_files_says_so(page, tmp_path):
    (tmp_path / "empty").mkdir()
    page.open_paths([tmp_path / "empty"])
    assert page.message.text
    assert page.model.rowCount() == 0


def test_a_bad_file_says_what_to_do_and_blocks_no_other(page, store, fleet, laptop, settings, save):
    good, bad = fleet.export(laptop), fleet.path()
    data = bytearray(good.read_bytes())
    data[-40] ^= 1
    bad.write_bytes(bytes(data))
    page.open_paths([bad, good])
    assert cells(page, 8) == [tr("Merge", "damaged"), tr("Merge", "can be taken in")]
    assert page.table.currentIndex().row() == 0
    assert page._remarks.text() == error_text(settings.words(), FileDamaged())
    save(page)
    assert cells(page, 8)[1] == tr("Merge", "taken in")
    page.open_paths([good])
    assert cells(page, 8) == [tr("Merge", "all of it known")]
    assert not page.merge_button.isEnabled()


def test_what_is_missing_is_named_with_its_laptop(page, store, fleet, laptop, settings, view):
    fleet.export(laptop, full=True)
    head = chain_head(laptop)
    with laptop.write() as session:
        acknowledge(session.connection(), "coordinator", {laptop.device_id: head})
    register(laptop, "سلمى علي محمود")
    page.open_paths([fleet.export(laptop)])
    assert cells(page, 8) == [tr("Merge", "earlier changes are missing: ask for a full export")]
    said = gap_text(settings.words(), laptop_text("", "مكتب 2"), 1, head[0])
    assert said in page._remarks.text()


def test_cancel_leaves_everything_as_it_was(page, store, fleet, laptop, tasks, monkeypatch):
    page.open_paths([fleet.export(laptop)])
    before = changes(store)

    def stop(function, *_callbacks, **_how):
        with pytest.raises(Cancelled):
            function(_raise)

    def _raise(_done, _total):
        raise Cancelled

    monkeypatch.setattr(tasks, "run_long", stop)
    page._on_merge()
    page.progress._on_cancelled()
    assert changes(store) == before
    assert page.message.text == tr("Merge", "Stopped. Nothing was changed.")
    assert page.merge_button.isEnabled()


def test_escape_leaves_the_files(page, view, fleet, laptop, keys):
    page.open_paths([fleet.export(laptop)])
    keys(page, Qt.Key.Key_Escape)
    assert page.choose_button.hasFocus()


def test_a_merge_is_undone_at_once_and_done_again_from_the_list(
    page, open_page, store, fleet, laptop, keys
):
    page.open_paths([fleet.export(laptop)])
    page._on_merge()
    page.message._action.click()
    assert households(store) == 1
    past = open_page("merge", "past").parts.part
    assert cells(past, 5) == [tr("Merge", "undone")]
    past.redo_button.click()
    assert households(store) == 2
    assert cells(past, 5) == [tr("Merge", "taken in")]
    keys(past, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert households(store) == 1
    assert past.message.text


def test_without_merges_the_list_teaches(fleet, open_page):
    past = open_page("merge", "past").parts.part
    assert past.model.rowCount() == 0
    assert past.hasFocus() or past.focusWidget() is None
