import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHeaderView

from app.ui.models.paged_table import PAGE, Column, PagedTableModel
from app.ui.tasks import Tasks
from app.ui.widgets.table import table_view
from app.words.catalog import Marked

COLUMNS = (
    Column(Marked("Test", "Name"), lambda row: row["name"], sort="name"),
    Column(Marked("Test", "Phone"), lambda row: row["phone"], code=True, width=14),
    Column(Marked("Test", "Members"), lambda row: row["members"], number=True, width=8),
)
DISPLAY = Qt.ItemDataRole.DisplayRole


class Rows:
    def __init__(self):
        self.fetched = []

    def __call__(self, ids):
        self.fetched.append(ids)
        return [{"name": f"n{i}", "phone": f"01{i}", "members": "4"} for i in ids]


@pytest.fixture
def rows():
    return Rows()


@pytest.fixture
def model(rows, tasks, qtmodeltester):
    made = PagedTableModel(COLUMNS, rows, tasks)
    made.set_ids([str(i) for i in range(1_000)])
    return made


def shown(model, row, column):
    return model.index(row, column).data(DISPLAY)


def test_it_is_a_model_as_qt_wants_it(model, qtmodeltester):
    qtmodeltester.check(model, force_py=True)


def test_only_the_pages_that_are_seen_are_fetched(model, rows):
    assert shown(model, 0, 0) == "n0"
    assert shown(model, PAGE - 1, 0) == f"n{PAGE - 1}"
    assert shown(model, 950, 0) == "n950"
    assert [len(ids) for ids in rows.fetched] == [PAGE, PAGE]
    assert rows.fetched[1][0] == "900"


def test_codes_stay_left_to_right(model):
    assert shown(model, 3, 1) == "\u2066013\u2069"


def test_waiting_rows_say_so_until_they_arrive(qapp, qtbot, rows):
    tasks = Tasks()
    model = PagedTableModel(COLUMNS, rows, tasks)
    model.set_ids(["a", "b"])
    with qtbot.waitSignal(model.dataChanged) as changed:
        assert shown(model, 0, 0) == "…"
        assert shown(model, 1, 0) == "…"
    assert shown(model, 1, 0) == "nb"
    assert (changed.args[0].row(), changed.args[1].row()) == (0, 1)
    assert rows.fetched == [["a", "b"]]
    tasks.close()


def test_rows_of_an_older_order_are_dropped(qapp, qtbot, rows):
    tasks = Tasks()
    model = PagedTableModel(COLUMNS, rows, tasks)
    model.set_ids(["a", "b"])
    shown(model, 0, 0)
    model.set_ids(["b"])
    with qtbot.waitSignal(model.dataChanged):
        assert shown(model, 0, 0) == "…"
    assert shown(model, 0, 0) == "nb"
    tasks.close()


def test_refreshing_fetches_again_where_it_stands(model, rows, qtbot):
    shown(model, 0, 0)
    with qtbot.waitSignal(model.dataChanged):
        model.refresh()
    shown(model, 0, 0)
    assert len(rows.fetched) == 2
    assert model.rowCount() == 1_000


def test_records_are_found_by_row_and_row_by_record(model):
    assert model.id_at(7) == "7"
    assert model.row_of("7") == 7
    assert model.row_of("none") is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(QModelIndex()) == 3


def test_a_click_on_a_title_asks_for_another_order(model, qtbot):
    view = table_view(model)
    qtbot.addWidget(view)
    view.resize(800, 400)
    view.show()
    wanted = []
    model.sort_wanted.connect(lambda key, descending: wanted.append((key, descending)))
    header = view.horizontalHeader()
    for section in (0, 0, 1):
        place = header.viewport().rect().topLeft()
        place.setX(header.sectionViewportPosition(section) + 10)
        place.setY(header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted == [("name", False), ("name", True)]


def test_columns_are_as_wide_as_asked_and_the_first_takes_the_rest(model, qtbot):
    view = table_view(model)
    qtbot.addWidget(view)
    view.resize(1000, 400)
    view.show()
    header = view.horizontalHeader()
    assert header.sectionSize(2) < header.sectionSize(1) < header.sectionSize(0)
    assert header.sectionResizeMode(0) == QHeaderView.ResizeMode.Stretch
    assert header.minimumSectionSize() == 36


def test_enter_opens_the_row(model, qtbot):
    view = table_view(model)
    qtbot.addWidget(view)
    view.show()
    view.selectRow(4)
    with qtbot.waitSignal(view.activated) as activated:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert model.id_at(activated.args[0].row()) == "4"


def test_a_growing_list_keeps_what_is_chosen_and_fetches_only_what_is_new(tasks, qtbot):
    fetched = []

    def fetch(ids):
        fetched.append(list(ids))
        return ids

    model = PagedTableModel(COLUMNS, fetch, tasks)
    model.set_ids([str(number) for number in range(PAGE)])
    view = table_view(model)
    qtbot.addWidget(view)
    view.setCurrentIndex(model.index(3, 0))
    assert model.row_at(3) == "3"
    inserted = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.grow([str(number) for number in range(PAGE + 2)])
    assert inserted == [(PAGE, PAGE + 1)]
    assert (model.rowCount(), view.currentIndex().row()) == (PAGE + 2, 3)
    assert model.row_at(PAGE + 1) == str(PAGE + 1)
    assert len(fetched) == 2
    model.grow([str(number) for number in range(PAGE + 2)])
    assert len(inserted) == 1
