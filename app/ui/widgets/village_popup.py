"""The list under a village picker: each village with the district and governorate it lies in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.village_search import VillageHit
from app.ui import tokens
from app.ui.style import theme
from app.ui.tr import words
from app.words.places import place_name, place_path

SHOWN: Final = 8
"""Rows: enough that three letters show 98 % of all villages, few enough to take in at a look."""

_CODE: Final = Qt.ItemDataRole.UserRole
_AROUND: Final = Qt.ItemDataRole.UserRole + 1


class VillagePopup(QListWidget):
    """Floats over the page below its field and never takes the focus from it."""

    picked = Signal(str)
    """The code of a village; empty for the last row, which adds one that is not in the list."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setProperty("surface", "popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_picked)
        self.hide()

    def show_hits(self, hits: Sequence[VillageHit], last: str = "") -> None:
        """Show what was found, the first row current; `last` is the words of the last row."""
        self.clear()
        for hit in hits:
            around = [hit.village, hit.district, hit.governorate]
            item = QListWidgetItem(place_name(words(), hit.place), self)
            item.setData(_CODE, hit.place.code)
            item.setData(_AROUND, place_path(words(), [one for one in around if one is not None]))
        if last:
            QListWidgetItem(last, self).setData(_CODE, "")
        if not self.count():
            self.hide()
            return
        self.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def pick_current(self) -> None:
        """Take the current row."""
        self._on_picked(self.currentItem())

    def step(self, by: int) -> None:
        """Make another row current, going round at the ends."""
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def _on_picked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.picked.emit(item.data(_CODE))

    def _place(self) -> None:
        """Below the field, or above it where there is no room, inside the window."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        top_left = self._field.mapTo(window, QPoint(0, 0))
        height = self.count() * self.sizeHintForRow(0) + 2 * self.frameWidth()
        below = top_left.y() + self._field.height() + 2
        fits = below + height <= window.height()
        top = below if fits else max(0, top_left.y() - height - 2)
        self.setGeometry(QRect(top_left.x(), top, self._field.width(), height))


class _Row(QStyledItemDelegate):
    """The name at the leading side, where it lies beside it, quieter."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """High enough for a finger."""
        return QSize(0, tokens.TOUCH)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Ground, name, surroundings; laid out for left to right and mirrored as a whole."""
        colours = theme()
        state, area = option.state, option.rect
        direction = option.direction
        metrics = option.fontMetrics
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colours.accent_soft))
        inner = area.adjusted(10, 0, -10, 0)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        around = str(index.data(_AROUND) or "")
        width = min(metrics.horizontalAdvance(name) + 2, inner.width())
        leading = QRect(inner.left(), inner.top(), width, inner.height())
        rest = inner.adjusted(width + tokens.BETWEEN, 0, 0, 0)
        align = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(
            direction, Qt.AlignmentFlag.AlignLeft
        )
        own = bool(index.data(_CODE))
        for text, colour, part in (
            (name, colours.text if own else colours.accent_text, leading),
            (around, colours.secondary, rest),
        ):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, part.width())
            painter.drawText(QStyle.visualRect(direction, inner, part), int(align), shown)
        painter.restore()
