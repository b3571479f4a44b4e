import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.services.exchange.end_access import end_laptop
from app.services.exchange.merge import merge_files
from app.services.exchange.results import Status
from app.ui.bus import Bus
from app.ui.context import UiContext
from app.ui.main_window import MainView
from app.ui.registry import PAGES
from app.ui.tr import tr
from tests.support.laptops import give_box, merged, register
from tests.ui.review_cases import working


@pytest.fixture
def laptop(fleet):
    """A laptop on which a family was registered and served."""
    opened = working(fleet, "مكتب 2")
    give_box(opened, register(opened, "هدى سعيد حسن"))
    return opened


@pytest.fixture
def stick(tmp_path, monkeypatch):
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _, _title, name, *_rest: (str(folder / name), "")
    )
    return folder


@pytest.fixture
def open_at(qtbot, settings, tasks):
    """The page over a store of one's choice, at the files that are written."""

    def opened(store):
        view = MainView(UiContext(store, settings.words(), tasks, Bus(), settings), PAGES, "Qafila")
        qtbot.addWidget(view)
        view.resize(1366, 768)
        with qtbot.waitExposed(view):
            view.show()
        view.activateWindow()
        view.open_page("merge", "write")
        return view._pages["merge"].parts.part

    return opened


def test_a_laptop_writes_its_work_for_the_coordinator(laptop, fleet, store, stick, open_at, save):
    part = open_at(laptop)
    assert part.export.isVisible()
    assert part.export.write_button.hasFocus()
    save(part)
    (file,) = stick.iterdir()
    assert "مكتب 2" in file.name
    assert file.name in part.export.message.text
    (result,) = merge_files(store, [file]).files
    assert result.status is Status.NEW


def test_a_full_stick_says_so_and_the_button_stays(laptop, tmp_path, open_at, save, monkeypatch):
    part = open_at(laptop)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "a.qafila"), "")
    )
    save(part)
    assert part.export.message.text
    assert part.export.write_button.isEnabled()


def test_a_coordinator_writes_updates_for_chosen_laptops(
    laptop, fleet, store, stick, open_at, keys, save
):
    merged(store, fleet.export(laptop))
    other = fleet.laptop("مكتب 3")
    part = open_at(store)
    assert part.update_.isVisible()
    assert part.update_.list.count() == 2
    keys(part, Qt.Key.Key_Down)
    keys(part, Qt.Key.Key_Space)
    assert part.update_.write_button.text() == tr("Merge", "Write %n updates", n=1)
    save(part)
    (file,) = stick.iterdir()
    named = {"مكتب 2": laptop, "مكتب 3": other}
    (receiver,) = [store for name, store in named.items() if name in file.name]
    (result,) = merged(receiver, file)
    assert result.error is None
    assert part.update_.table.hasFocus()
    keys(part, Qt.Key.Key_Escape)
    assert part.update_.list.hasFocus()


def test_a_laptop_that_was_ended_meanwhile_blocks_no_other(
    laptop, fleet, store, stick, open_at, save
):
    fleet.laptop("مكتب 3")
    part = open_at(store)
    end_laptop(store, "مكتب 2")
    save(part)
    assert len(list(stick.iterdir())) == 1
    outcomes = {row.reader.name: row.error is None for row in part.update_.model.rows}
    assert outcomes == {"مكتب 2": False, "مكتب 3": True}


def test_without_laptops_the_page_teaches(store, open_at):
    part = open_at(store)
    assert part.update_.isVisible()
    assert part.update_._states.currentIndex() == 0
