"""One table of a report on the screen: its rows or facts, and its chart."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.documents.figure_texts import value_text
from app.documents.figures import NUMERIC, Figures, Table
from app.documents.figures_pdf import bars_of
from app.ui import tokens
from app.ui.reports.bar_chart import BarChart
from app.ui.reports.figures_model import FiguresModel
from app.ui.tr import of, tr, words
from app.ui.widgets.labels import label
from app.ui.widgets.table import TableView

_FACTS_A_ROW: Final = 3
_WIDEST: Final = 34
_MEASURED: Final = 200
"""Rows whose texts decide how wide the columns begin."""
_PADDING: Final = 24


class FiguresView(QWidget):
    """Shows a table of some figures; built anew for each, since its columns differ."""

    def __init__(self, figures: Figures, table: Table) -> None:
        super().__init__()
        self.grid: TableView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        if table.kind.facts:
            column.addWidget(_facts(table))
            column.addStretch(1)
            return
        if not table.rows:
            column.addWidget(label(tr("Report", "Nothing was recorded."), "secondary"))
            column.addStretch(1)
            return
        self.grid = _grid(table)
        self.grid.setAccessibleName(of(table.kind.title) or of(figures.kind.title))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.grid)
        if table.kind.chart and len(table.rows) > 1:
            parts.addWidget(_chart(table))
            parts.setStretchFactor(0, 3)
            parts.setStretchFactor(1, 2)
        column.addWidget(parts, 1)


def _grid(table: Table) -> TableView:
    view = TableView(FiguresModel(table))
    header = view.horizontalHeader()
    character = view.fontMetrics().averageCharWidth()
    for at, column in enumerate(table.kind.columns):
        texts = [value_text(column.kind, row[at], words()) for row in table.rows[:_MEASURED]]
        longest = max((len(text) for text in (of(column.title), *texts)), default=0)
        header.resizeSection(at, min(longest, _WIDEST) * character + _PADDING)
    last = len(table.kind.columns) - 1
    if table.kind.columns[last].kind not in NUMERIC:
        header.setSectionResizeMode(last, QHeaderView.ResizeMode.Stretch)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    view.setSortingEnabled(True)
    return view


def _chart(table: Table) -> QScrollArea:
    chart = BarChart()
    chart.show_bars(bars_of(table, words()))
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(chart)
    return area


def _facts(table: Table) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setSpacing(tokens.BETWEEN)
    pairs = [
        (column, value)
        for row in table.rows
        for column, value in zip(table.kind.columns, row, strict=True)
    ]
    for number, (column, value) in enumerate(pairs):
        cell = QVBoxLayout()
        cell.setSpacing(0)
        cell.addWidget(label(of(column.title), "caption"))
        shown = label(value_text(column.kind, value, words()) or "–", "value", wrap=True)
        shown.setToolTip(of(column.meaning))
        cell.addWidget(shown)
        grid.addLayout(cell, number // _FACTS_A_ROW, number % _FACTS_A_ROW)
    for at in range(_FACTS_A_ROW):
        grid.setColumnStretch(at, 1)
    return part
