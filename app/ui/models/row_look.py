"""How a row of a table shows its state: an icon, and quiet or struck-through text.

Never colour alone: the column beside the icon says the state in a word.
"""

from collections.abc import Callable
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from app.ui.style import theme
from app.ui.tokens import State
from app.ui.widgets.state_badge import state_pixmap

Row = TypeVar("Row")

_ICON: Final = 16
_QUIET: Final = frozenset({State.VOIDED, State.NOT_ELIGIBLE})


class RowLook(Generic[Row]):
    """`state` tells a row's state, or None for an ordinary one; its icon stands in `column`."""

    def __init__(self, state: Callable[[Row], State | None], column: int = 0) -> None:
        self._state = state
        self._column = column

    def data(self, row: Row, column: int, role: int) -> Any:
        """What a model answers for the roles that make up the look; None for all others."""
        state = self._state(row)
        if state is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole and column == self._column:
            return state_pixmap(state, _ICON, QApplication.primaryScreen().devicePixelRatio())
        if role == Qt.ItemDataRole.ForegroundRole and state in _QUIET:
            return QColor(theme().secondary)
        if role == Qt.ItemDataRole.FontRole and state is State.VOIDED:
            font = QFont(QApplication.font())
            font.setStrikeOut(column != self._column)
            return font
        return None
