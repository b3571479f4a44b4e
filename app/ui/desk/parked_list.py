"""The cases that wait for the supervisor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.parked import Parked, parked_cases, settle_case
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import dates


class ParkedList(QWidget):
    """One row a case: open its household, or say that it is settled."""

    chosen = Signal(str)

    def __init__(self, context: UiContext, convoy_id: str) -> None:
        super().__init__()
        self._context = context
        self._convoy_id = convoy_id
        self._column = QVBoxLayout(self)
        self._column.setSpacing(tokens.BETWEEN)
        self._load()

    def _load(self) -> None:
        store, convoy = self._context.store, self._convoy_id
        self._context.tasks.run(lambda: parked_cases(store, convoy), self._show)

    def _show(self, cases: tuple[Parked, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.deleteLater()
        for case in cases:
            self._column.addWidget(self._row(case))
        if not cases:
            self._column.addWidget(label(tr("Desk", "No case is waiting."), "secondary"))
        self._column.addStretch(1)

    def _row(self, case: Parked) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        column.addWidget(label(case.name or tr("Desk", "Without a name"), "value", wrap=True))
        column.addWidget(label(dates.moment(words(), case.at), "secondary"))
        buttons = QHBoxLayout()
        household = case.household_id
        if household is not None:
            open_it = button(tr("Desk", "Open"), lambda: self.chosen.emit(household))
            buttons.addWidget(open_it)
        buttons.addWidget(
            button(tr("Desk", "Settled"), lambda: self._settle(case.id), kind="plain", icon="check")
        )
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _settle(self, case_id: str) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: settle_case(store, case_id, "settled"), self._on_settled, kind="write"
        )

    def _on_settled(self, _: None) -> None:
        self._load()
