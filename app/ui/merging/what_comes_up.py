"""What a merge brings up: how much there would be to look at, each with its icon and words."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.exchange.results import Merged
from app.ui import tokens
from app.ui.tokens import State
from app.ui.tr import tr
from app.ui.widgets.labels import label
from app.ui.widgets.state_badge import StateBadge


class WhatComesUp(QWidget):
    """A line of badges; what there is none of is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.WITHIN)
        self._head = label(role="strong")
        self._row.addWidget(self._head)
        self._badges: list[StateBadge] = []
        self._row.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """What the badges say."""
        return [badge.accessibleName() for badge in self._badges]

    def show_merged(self, merged: Merged) -> None:
        """Say it of a preview or of a merge."""
        for badge in self._badges:
            self._row.removeWidget(badge)
            badge.hide()
            badge.deleteLater()
        self._badges = [StateBadge(state, text) for state, text in _said(merged)]
        for at, badge in enumerate(self._badges):
            self._row.insertWidget(at + 1, badge)
        self._head.setText(_head(merged, anything=bool(self._badges)))


def _head(merged: Merged, *, anything: bool) -> str:
    if merged.preview:
        if anything:
            return tr("Merge", "After this merge, to look at:")
        return tr("Merge", "Nothing would come up that somebody has to decide.")
    if anything:
        return tr("Merge", "To look at:")
    return tr("Merge", "Nothing has come up that somebody has to decide.")


def _said(merged: Merged) -> list[tuple[State, str]]:
    found = merged.totals
    stock = found.stock_differences
    waiting = sum(file.quarantined for file in merged.files)
    said = (
        (State.RECEIVED, found.conflicts, tr("Merge", "%n conflicts", n=found.conflicts)),
        (State.VOIDED, found.double_aid, tr("Merge", "%n cases of double aid", n=found.double_aid)),
        (State.RECEIVED, found.duplicates, tr("Merge", "%n likely duplicates", n=found.duplicates)),
        (State.RECEIVED, stock, tr("Merge", "%n stock differences", n=stock)),
        (State.SUPERVISOR, waiting, tr("Merge", "%n changes in quarantine", n=waiting)),
    )
    return [(state, text) for state, count, text in said if count]
