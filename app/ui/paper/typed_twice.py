"""Slips that two laptops typed in: their hand-overs side by side, until one is voided."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.void_reason import VoidReason
from app.services.paper.entry import Entered, typed_twice
from app.services.void import void_hand_over
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.paper.entered_text import entered_text, number_text
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.words.numbers import isolated


class TypedTwice(QWidget):
    """One card a slip; voiding needs the right to void."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        self.void_buttons: list[QPushButton] = []
        self._cases = QVBoxLayout()
        self._cases.setSpacing(tokens.BETWEEN)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(
            label(
                tr(
                    "Paper",
                    "These slips were typed in on two laptops before their files met. Compare with "
                    "the paper and void what was recorded twice.",
                ),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(self.message)
        column.addLayout(self._cases)
        column.addStretch(1)
        self._load()

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(lambda: typed_twice(store), self._show, self._on_error)

    def _show(self, cases: tuple[tuple[Entered, ...], ...]) -> None:
        while (item := self._cases.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self.void_buttons.clear()
        for case in cases:
            self._cases.addWidget(self._card(case))
        if not cases:
            self._cases.addWidget(label(tr("Paper", "No slip was typed in twice."), "strong"))

    def _card(self, case: tuple[Entered, ...]) -> QWidget:
        card = QFrame()
        card.setProperty("surface", "card")
        column = QVBoxLayout(card)
        column.setSpacing(tokens.WITHIN)
        title = tr(
            "Paper",
            "Slip {number}, {convoy}",
            number=number_text(case[0].number),
            convoy=isolated(case[0].convoy),
        )
        column.addWidget(label(title, "value", wrap=True))
        for one in case:
            column.addLayout(self._line(one))
        return card

    def _line(self, one: Entered) -> QHBoxLayout:
        void = button(
            tr("Paper", "Void this one"),
            lambda: self._void(one.aid_record_id),
            kind="danger",
            icon="cross",
        )
        self.void_buttons.append(void)
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        row.addWidget(label(entered_text(one), wrap=True), 1)
        row.addWidget(void)
        return row

    def _void(self, record_id: str) -> None:
        store = self._context.store
        self.message.clear()
        self._context.tasks.run(
            lambda: void_hand_over(store, record_id, VoidReason.RECORDED_TWICE),
            lambda _: self._load(),
            self._on_error,
            kind="write",
            owner=self,
        )

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))
