"""Reports: choose one and of what, see its figures and charts, save it as paper or workbook."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.documents.figures import Figures
from app.services.progress import Report
from app.services.reports.registry import OFFERS, Offer
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.page import Page
from app.ui.reports.figures_view import FiguresView
from app.ui.reports.filters import Offered, ReportFilters
from app.ui.reports.loading import figures_asked, offered_by
from app.ui.reports.out import FiguresOut
from app.ui.tasks import Task
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.words.catalog import marked

_UNREAD, _NOTHING, _REPORTS = range(3)
"""The states of the page; it is blank until the first look at the store has come back."""
_LIST_WIDTH: Final = 248


class ReportsPage(Page):
    """The reports on the leading side; the chosen one, made anew whenever something is chosen."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Reports"))
        self.figures: Figures | None = None
        self.view: FiguresView | None = None
        self._task: Task | None = None
        self._stale = False
        self._family = ("", "")
        self.filters = ReportFilters()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Navigation", "Reports"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([of(offer.kind.title) for offer in OFFERS])
        self.about = label(role="secondary", wrap=True)
        self.part: Choice[int] = Choice([])
        self.part.setAccessibleName(tr("Reports", "Part of the report"))
        self.part.setMinimumWidth(_LIST_WIDTH)
        self.progress = ProgressPanel()
        self._room = QVBoxLayout()
        self.out = FiguresOut(self, self.progress, lambda: self.figures)
        self._states = QStackedWidget()
        for state in (QWidget(), self._nothing(), self._reports()):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        self._wire()
        self._offer()

    @property
    def offer(self) -> Offer:
        """The chosen report."""
        return OFFERS[max(0, self.list.currentRow())]

    def opened(self, argument: object) -> None:
        """Ready to choose; `argument` may be a report's name, or that with a family: its id, and
        the number that people know it by."""
        name = argument
        if isinstance(argument, tuple):
            name, family, number = argument
            self._family = (family, number or family)
            self.filters.who.setText(number or family)
            self._stale = True
        for row, offer in enumerate(OFFERS):
            if offer.kind.name == name:
                self.list.setCurrentRow(row)
        if self._stale and self._states.currentIndex() == _REPORTS:
            self._make()
        self.list.setFocus()

    # --- what stands where -----------------------------------------------------------------------

    def _nothing(self) -> QWidget:
        return EmptyPage(
            "reports",
            tr("Reports", "Nothing to report yet"),
            tr(
                "Reports",
                "What convoys hand over is told here: the daily report, stock, lists to sign, who "
                "was reached, and statements for donors. Plan a convoy first.",
            ),
            button(
                tr("Stock", "To the convoys"),
                lambda: self.context.bus.page_wanted.emit("convoys", None),
                kind="primary",
                icon="convoys",
            ),
        )

    def _reports(self) -> QWidget:
        actions = QHBoxLayout()
        actions.setSpacing(tokens.WITHIN)
        actions.addWidget(self.part)
        actions.addStretch(1)
        for each in self.out.buttons.values():
            actions.addWidget(each)
        column = QVBoxLayout()
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.filters)
        column.addWidget(self.about)
        column.addWidget(self.progress)
        room = QWidget()
        room.setLayout(self._room)
        self._room.setContentsMargins(0, 0, 0, 0)
        column.addWidget(room, 1)
        column.addLayout(actions)
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.list)
        row.addLayout(column, 1)
        return part

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(lambda _: self._on_chosen())
        self.filters.changed.connect(self._make)
        self.part.chosen.connect(lambda _: self._show_part())
        self.context.bus.changed.connect(self._on_changed)
        self.add_shortcut("Ctrl+PgDown", tr("Reports", "Next part of the report"), self._next)

    # --- the figures -----------------------------------------------------------------------------

    def _offer(self) -> None:
        store, words = self.context.store, self.context.words
        self.context.tasks.run(lambda: offered_by(store, words), self._on_offered, self.show_error)

    def _on_offered(self, offered: Offered) -> None:
        self.filters.offer(offered)
        before = self._states.currentIndex()
        self._states.setCurrentIndex(_REPORTS if offered.convoys else _NOTHING)
        if offered.convoys and before != _REPORTS:
            self.list.blockSignals(True)
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            self.list.blockSignals(False)
            self.list.currentItem().setSelected(True)
            self._on_chosen()

    def _on_chosen(self) -> None:
        if self._states.currentIndex() != _REPORTS:
            return  # what can be chosen is still being read
        self.filters.fit(self.offer)
        self.about.setText(of(self.offer.kind.about))
        self._make()

    def _on_changed(self, record_types: frozenset[str]) -> None:
        """A report may take seconds: it is made again when somebody looks, not at every save."""
        if "convoy" in record_types:
            self._offer()
        self._stale = True

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _make(self) -> None:
        self._cancel()
        self._stale = False
        self.message.clear()
        self._drop_view()
        store, words, offer = self.context.store, self.context.words, self.offer
        who, scope = self._who(), self.filters.scope(offer)
        if offer.of_who and not who.strip():
            self.filters.who.setFocus()
            return

        def work(report: Report) -> Figures:
            return figures_asked(store, offer, scope, who, words, report)

        self.progress.start(of(offer.kind.title), self._cancel)
        self._task = self.context.tasks.run_long(
            work, self._show, self.progress.advance, self._on_failed, kind="read"
        )

    def _who(self) -> str:
        """Whose file: the family that the page was opened with, while its number stands there;
        numbers may be several families'."""
        text = self.filters.who.text()
        return self._family[0] if text in self._family else text

    def _show(self, figures: Figures) -> None:
        self.progress.finish()
        self.figures = figures
        titles = [(at, of(table.kind.title)) for at, table in enumerate(figures.tables)]
        self.part.set_options(titles)
        self.part.setVisible(len(titles) > 1)
        for each in self.out.buttons.values():
            each.setEnabled(True)
        self._show_part()

    def _show_part(self) -> None:
        if self.figures is None:
            return
        self._drop_view(keep=True)
        self.view = FiguresView(self.figures, self.figures.tables[self.part.value])
        self._room.addWidget(self.view, 1)

    def _next(self) -> None:
        if self.part.count():
            self.part.setCurrentIndex((self.part.currentIndex() + 1) % self.part.count())
            self._show_part()

    def _drop_view(self, *, keep: bool = False) -> None:
        if self.view is not None:
            self._room.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        if not keep:
            self.figures = None
            self.part.set_options([])
            self.part.hide()
            for each in self.out.buttons.values():
                each.setEnabled(False)

    def _on_failed(self, error: Exception) -> None:
        self.progress.finish()
        self.show_error(error)
