"""The catalogue: campaigns with their rules, items, organisations, initiatives, categories."""

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget

from app.ui import tokens
from app.ui.catalogue.shelf_view import ShelfView
from app.ui.catalogue.shelves import SHELVES
from app.ui.context import UiContext
from app.ui.page import Page
from app.ui.tr import of, tr
from app.words.catalog import marked


class CataloguePage(Page):
    """Its parts are built when they are first opened, and keep what was typed in them."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Catalogue"))
        self.views: dict[str, ShelfView[Any]] = {}
        self._tabs = QButtonGroup(self)
        self._stack = QStackedWidget()
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        self._buttons = {name: self._tab(name) for name in SHELVES}
        for tab in self._buttons.values():
            row.addWidget(tab)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self.add_shortcut("Ctrl+Tab", tr("Catalogue", "The next part"), self._next)
        self.show_shelf(next(iter(SHELVES)))

    def opened(self, argument: object) -> None:
        """Where it was left, or at the part that `argument` names."""
        if isinstance(argument, str) and argument in SHELVES:
            self.show_shelf(argument)
        self.views[self.current].begin()

    @property
    def current(self) -> str:
        """The name of the part in front."""
        return next(name for name, tab in self._buttons.items() if tab.isChecked())

    def show_shelf(self, name: str) -> None:
        """Bring a part to the front."""
        view = self.views.get(name)
        if view is None:
            view = self.views[name] = ShelfView(self.context, SHELVES[name])
            self._stack.addWidget(view)
        self._buttons[name].setChecked(True)
        self._stack.setCurrentWidget(view)
        view.begin()

    def _tab(self, name: str) -> QPushButton:
        tab = QPushButton(of(SHELVES[name].title))
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self.show_shelf(name))
        self._tabs.addButton(tab)
        return tab

    def _next(self) -> None:
        names = list(SHELVES)
        self.show_shelf(names[(names.index(self.current) + 1) % len(names)])
