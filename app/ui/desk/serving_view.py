"""The desk while it serves: the field, the counter strip, one household, and what is done to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.desk_counter import Counter
from app.services.household_card import HouseholdCard
from app.ui import tokens
from app.ui.desk.counter_strip import CounterStrip
from app.ui.desk.history_view import HistoryView
from app.ui.desk.household_view import HouseholdView
from app.ui.desk.results_list import ResultsList
from app.ui.desk.search_field import SearchField
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage


class ServingView(QWidget):
    """Shows and says what was asked for; the page does it."""

    register_wanted = Signal()
    parked_wanted = Signal()
    park_wanted = Signal()
    exchange_wanted = Signal()
    closing_wanted = Signal()
    hand_over_wanted = Signal(bool)
    """Whether the receipt is printed at once."""

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchField()
        self.results = ResultsList(self.search)
        self.household: HouseholdView | None = None
        parked = button("", self.parked_wanted.emit, kind="plain", icon="park")
        self.strip = CounterStrip(parked)
        self._card = QStackedWidget()
        self._beside = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(self._top())
        column.addWidget(self.strip)
        column.addLayout(self._middle(), 1)
        column.addLayout(self._actions())
        self.search.textChanged.connect(lambda _: self._enable())
        self._enable()

    def show_counter(self, counter: Counter) -> None:
        """New numbers; a convoy of one desk has nobody to exchange with."""
        self.strip.show_counter(counter)
        self.exchange_button.setVisible(counter.desks > 1)

    def show_results(self) -> None:
        """Who was found, instead of the household's history."""
        self._beside.setCurrentWidget(self.results)

    def show_household(self, card: HouseholdCard, categories: dict[str, str]) -> None:
        """A household's card and history, in place of another's."""
        self.empty()
        self.household = HouseholdView(card, categories)
        self.household.changed.connect(self._enable)
        show_last(self._card, self.household)
        show_last(self._beside, HistoryView(card))
        self._enable()

    def empty(self) -> None:
        """No household."""
        self.household = None
        drop_beyond(self._card, 0)
        drop_beyond(self._beside, 0)
        self._enable()

    def wait(self) -> None:
        """Nothing more can be handed over until the last one was saved or refused."""
        self.print_button.setEnabled(False)
        self.hand_button.setEnabled(False)

    def resume(self) -> None:
        """What is ticked can be handed over again."""
        self._enable()

    def _top(self) -> QHBoxLayout:
        register = button(
            tr("Desk", "New household"), self.register_wanted.emit, icon="add", keys="Ctrl+N"
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self.search, 1)
        row.addWidget(register)
        return row

    def _middle(self) -> QHBoxLayout:
        self._card.addWidget(
            EmptyPage(
                "scan",
                tr("Desk", "Ready for the next family"),
                tr("Desk", "Scan a card or type a name, an ID or a phone. Enter opens the first."),
            )
        )
        self._beside.addWidget(self.results)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self._card, 3)
        row.addWidget(self._beside, 2)
        return row

    def _actions(self) -> QHBoxLayout:
        self.park_button = button(
            tr("Desk", "Park for the supervisor"), self.park_wanted.emit, icon="park", keys="F4"
        )
        self.hand_button = button(
            tr("Desk", "Hand over"),
            lambda: self.hand_over_wanted.emit(False),
            keys="Ctrl+Shift+Return",
        )
        self.print_button = button(
            tr("Desk", "Hand over and print"),
            lambda: self.hand_over_wanted.emit(True),
            kind="primary",
            icon="print",
            keys="Ctrl+Return",
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        self.exchange_button = button(
            tr("Desk", "Exchange with other desks"),
            self.exchange_wanted.emit,
            icon="merge",
            keys="F12",
        )
        self.closing_button = button(
            tr("Desk", "Close the desk"), self.closing_wanted.emit, icon="lock", keys="Ctrl+D"
        )
        row.addWidget(self.park_button)
        row.addWidget(self.exchange_button)
        row.addWidget(self.closing_button)
        row.addStretch(1)
        row.addWidget(self.hand_button)
        row.addWidget(self.print_button)
        return row

    def _enable(self) -> None:
        ready = self.household is not None and bool(self.household.lines)
        self.print_button.setEnabled(ready)
        self.hand_button.setEnabled(ready)
        typed = bool(self.search.text().strip())
        self.park_button.setEnabled(self.household is not None or typed)


def show_last(stack: QStackedWidget, widget: QWidget) -> None:
    """Adds a page to a stack and shows it."""
    stack.addWidget(widget)
    stack.setCurrentWidget(widget)


def drop_beyond(stack: QStackedWidget, last: int) -> None:
    """Back to the page `last` of a stack; those after it go."""
    while stack.count() > last + 1:
        gone = stack.widget(last + 1)
        assert gone is not None
        stack.removeWidget(gone)
        gone.deleteLater()
    stack.setCurrentIndex(last)
