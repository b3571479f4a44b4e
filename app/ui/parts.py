"""The parts of a page behind tabs: each is built when it is first opened, and may carry a count."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.page import Badge
from app.ui.tr import of, tr
from app.ui.widgets.buttons import shortcut
from app.words.catalog import Marked


class Part(QWidget):
    """What stands behind one tab."""

    def begin(self) -> None:
        """Called each time it comes to the front: put the focus where typing should go."""


@dataclass(frozen=True)
class PartSpec:
    """A tab: its name, how its part is built, and how what waits behind it is counted."""

    id: str
    title: Marked
    factory: Callable[[UiContext], Part]
    badge: Badge | None = None


class Parts(QWidget):
    """A row of tabs over one part; Ctrl+Tab brings the next to the front."""

    def __init__(self, context: UiContext, specs: Sequence[PartSpec]) -> None:
        super().__init__()
        self._context = context
        self._specs = {spec.id: spec for spec in specs}
        self._parts: dict[str, Part] = {}
        self._group = QButtonGroup(self)
        self._stack = QStackedWidget()
        tabs = QHBoxLayout()
        tabs.setSpacing(tokens.WITHIN)
        self._tabs = {spec.id: self._tab(spec) for spec in specs}
        for tab in self._tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(tabs)
        column.addWidget(self._stack, 1)
        shortcut(self, "Ctrl+Tab", tr("Sheet", "The next part"), self._next)
        context.bus.changed.connect(self._on_changed)
        self._tabs[specs[0].id].setChecked(True)
        self._on_changed(None)

    @property
    def current(self) -> str:
        """The id of the part in front."""
        return next(part_id for part_id, tab in self._tabs.items() if tab.isChecked())

    @property
    def part(self) -> Part:
        """The part in front; it is built by the first `show_part`."""
        return self._parts[self.current]

    def show_part(self, part_id: str = "") -> None:
        """Bring a part to the front (without an id of a part: the one that was) and begin."""
        if part_id not in self._specs:
            part_id = self.current
        part = self._parts.get(part_id)
        if part is None:
            part = self._parts[part_id] = self._specs[part_id].factory(self._context)
            self._stack.addWidget(part)
        self._tabs[part_id].setChecked(True)
        self._stack.setCurrentWidget(part)
        part.begin()

    def _tab(self, spec: PartSpec) -> QPushButton:
        tab = QPushButton(of(spec.title))
        tab.setCheckable(True)
        tab.clicked.connect(lambda: self.show_part(spec.id))
        self._group.addButton(tab)
        return tab

    def _next(self) -> None:
        names = list(self._specs)
        self.show_part(names[(names.index(self.current) + 1) % len(names)])

    def _on_changed(self, record_types: frozenset[str] | None) -> None:
        for spec in self._specs.values():
            if spec.badge and spec.badge.is_due(record_types):
                self._count(spec, spec.badge)

    def _count(self, spec: PartSpec, badge: Badge) -> None:
        store, tab, words = self._context.store, self._tabs[spec.id], self._context.words

        def show(count: int) -> None:
            name = of(spec.title)
            tab.setText(f"{name} ({words.number(count)})" if count else name)

        self._context.tasks.run(lambda: badge.count(store), show, owner=self)
