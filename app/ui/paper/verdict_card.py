"""One receipt that was verified: the answer large, what stands on it below."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.domain.receipt_check import ReceiptState
from app.services.verifying.checked import Checked
from app.ui import tokens
from app.ui.tokens import State
from app.ui.tr import words
from app.ui.widgets.labels import label
from app.ui.widgets.state_badge import state_pixmap
from app.words import dates
from app.words.joined import joined
from app.words.numbers import in_digits, isolated, ltr
from app.words.places import place_path
from app.words.verifying import (
    advice_text,
    ended_text,
    lines_text,
    missing_text,
    state_text,
    void_text,
)

LOOKS: Final[dict[ReceiptState, State]] = {
    ReceiptState.MERGED: State.MAY,
    ReceiptState.GENUINE: State.MAY,
    ReceiptState.UNMERGED: State.RECEIVED,
    ReceiptState.VOIDED: State.VOIDED,
    ReceiptState.UNKNOWN: State.NOT_ELIGIBLE,
    ReceiptState.FALSE: State.SUPERVISOR,
}


class VerdictCard(QFrame):
    """Shows one receipt; says what to do where something is to be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._icon = label()
        self.answer = label(role="answer", wrap=True)
        self.lines = [label(wrap=True) for _ in range(6)]
        head = QHBoxLayout()
        head.setSpacing(tokens.BETWEEN)
        head.addWidget(self._icon)
        head.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(head)
        for line in self.lines:
            column.addWidget(line)

    def show_receipt(self, one: Checked) -> None:
        """Fill the card."""
        said = words()
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(state_pixmap(LOOKS[one.state], tokens.TOUCH, ratio))
        self.answer.setText(state_text(said, one.state.value))
        told = list(_told(one))
        for at, line in enumerate(self.lines):
            line.setText(told[at] if at < len(told) else "")
            line.setVisible(at < len(told))


def _told(one: Checked) -> Iterator[str]:
    said = words()
    advice = advice_text(said, one.state.value)
    if advice:
        yield advice
    if one.void_reason:
        yield void_text(said, one)
    if one.signer_ended:
        yield ended_text(said)
    if one.missing_parts:
        yield missing_text(said, one.missing_parts)
    yield lines_text(said, one.lines)
    yield _where(one)


def _where(one: Checked) -> str:
    """Number, time, laptop and family, as far as they are known."""
    said = words()
    parts = [
        ltr(in_digits(one.number, said.digits)),
        dates.moment(said, one.handed_at),
        isolated(in_digits(one.device, said.digits)),
        isolated(one.household_head),
        place_path(said, (one.place, *one.place.within)) if one.place else "",
    ]
    return joined(said, parts)
