"""Several villages: a picker, and below it those chosen."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.context import UiContext
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.hamlet_edit import HamletEdit
from app.ui.widgets.labels import label
from app.ui.widgets.village_picker import VillagePicker

_CODE: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = 5


class VillageSet(QWidget):
    """Choosing a village adds it and empties the picker for the next; Delete takes one out."""

    changed = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.picker = VillagePicker(context)
        self.picker.add_hamlets()
        self.hamlet = HamletEdit(context)
        self._codes: list[str] = []
        self._list = _Chosen()
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._count = label(role="caption")
        self._remove = button(
            tr("Village", "Take out"), self._on_remove, kind="plain", icon="close"
        )
        self._list.delete_pressed.connect(self._on_remove)
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        column.addWidget(self.picker)
        column.addWidget(self.hamlet)
        column.addWidget(self._list)
        column.addLayout(below)
        self.setFocusProxy(self.picker)
        self.picker.chosen.connect(self._on_chosen)
        self.picker.loaded.connect(self._show)
        self.picker.hamlet_wanted.connect(self.hamlet.ask)
        self.hamlet.added.connect(self._on_chosen)
        self._show()

    @property
    def values(self) -> frozenset[str]:
        """The codes of the chosen villages."""
        return frozenset(self._codes)

    def set_values(self, codes: Iterable[str]) -> None:
        """Show these villages and no others."""
        self._codes = sorted(codes)
        self._show()

    def _on_chosen(self, code: str) -> None:
        self.picker.set_value(None)
        if code not in self._codes:
            self._codes.append(code)
            self._show()
            self.changed.emit()

    def _on_remove(self) -> None:
        at = self._list.currentRow()
        if 0 <= at < len(self._codes):
            del self._codes[at]
            self._show()
            self._list.setCurrentRow(min(at, len(self._codes) - 1))
            self.changed.emit()

    def _show(self) -> None:
        self._list.clear()
        for code in self._codes:
            QListWidgetItem(self.picker.label_of(code), self._list).setData(_CODE, code)
        count = len(self._codes)
        for part in (self._list, self._count, self._remove):
            part.setVisible(count > 0)
        if count:
            self._count.setText(tr("Village", "%n villages", n=count))
            row = self._list.sizeHintForRow(0)
            height = min(count, _ROWS) * row + 2 * self._list.frameWidth() + 2
            self._list.setFixedHeight(height)
            self._list.setCurrentRow(count - 1)


class _Chosen(QListWidget):
    """Says when Delete is pressed."""

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current village out."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.delete_pressed.emit()
            return
        super().keyPressEvent(event)
