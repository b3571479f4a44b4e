"""Any number of records to tick, in a short list that scrolls."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.ui import tokens

_ID: Final = Qt.ItemDataRole.UserRole


class CheckList(QListWidget):
    """Space ticks the row in focus, a click any row. `rows` are shown before it scrolls."""

    changed = Signal()

    def __init__(self, rows: int = 4) -> None:
        super().__init__()
        self._rows = rows
        self._chosen: frozenset[str] = frozenset()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._on_item_changed)
        self._fit()

    @property
    def values(self) -> frozenset[str]:
        """The ids that are ticked, and those that were set but are not offered."""
        return self._chosen

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """The records by id and words; what was ticked stays ticked."""
        self.blockSignals(True)
        self.clear()
        for record_id, text in options:
            item = QListWidgetItem(text, self)
            item.setData(_ID, record_id)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
        self.blockSignals(False)
        self._show_values()
        self._fit()

    def set_values(self, ids: Iterable[str]) -> None:
        """Tick these and no others."""
        self._chosen = frozenset(ids)
        self._show_values()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; the arrows move."""
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            ticked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
            return
        super().keyPressEvent(event)

    def _show_values(self) -> None:
        self.blockSignals(True)
        for at in range(self.count()):
            item = self.item(at)
            ticked = item.data(_ID) in self._chosen
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.blockSignals(False)

    def _on_item_changed(self, item: QListWidgetItem) -> None:
        one = frozenset({item.data(_ID)})
        ticked = item.checkState() == Qt.CheckState.Checked
        self._chosen = self._chosen | one if ticked else self._chosen - one
        self.changed.emit()

    def _fit(self) -> None:
        rows = max(1, min(self._rows, self.count()))
        row = self.sizeHintForRow(0) if self.count() else tokens.TOUCH
        self.setFixedHeight(rows * row + 2 * self.frameWidth() + 2)
