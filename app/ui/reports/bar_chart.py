"""A bar chart that reads like the page: bars begin where reading begins."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from app.documents.report import Bars
from app.ui import tokens
from app.ui.style import theme

_ROW: Final = 28
_BAR: Final = 14
_LABEL_SHARE: Final = 0.28
_VALUE_SHARE: Final = 0.12


class BarChart(QWidget):
    """One bar a row: its label, the bar, and its value in words."""

    def __init__(self) -> None:
        super().__init__()
        self._bars = Bars("", ())

    def show_bars(self, bars: Bars) -> None:
        """Draw these instead."""
        self._bars = bars
        said = "; ".join(f"{bar.label}: {bar.value}" for bar in bars.bars)
        self.setAccessibleName(bars.title)
        self.setAccessibleDescription(said)
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:
        """A row for each bar, one for the title."""
        return QSize(tokens.SHEET_WIDTH, _ROW * (len(self._bars.bars) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """All rows that are to be seen."""
        painter = QPainter(self)
        colours = theme()
        painter.setPen(QColor(colours.secondary))
        self._text(painter, QRect(0, 0, self.width(), _ROW), self._bars.title)
        longest = max((bar.size for bar in self._bars.bars), default=0.0) or 1.0
        label = round(self.width() * _LABEL_SHARE)
        value = round(self.width() * _VALUE_SHARE)
        room = self.width() - label - value - 2 * tokens.WITHIN
        for number, bar in enumerate(self._bars.bars, 1):
            top = number * _ROW
            if not event.rect().intersects(QRect(0, top, self.width(), _ROW)):
                continue
            painter.setPen(QColor(colours.text))
            self._text(painter, QRect(0, top, label, _ROW), bar.label)
            long = round(room * max(0.0, bar.size) / longest)
            place = QRect(label + tokens.WITHIN, top + (_ROW - _BAR) // 2, long, _BAR)
            painter.fillRect(self._mirrored(place), QColor(colours.accent))
            after = QRect(label + long + 2 * tokens.WITHIN, top, value, _ROW)
            self._text(painter, after, bar.value)
        painter.end()

    def _text(self, painter: QPainter, place: QRect, text: str) -> None:
        """One line where reading begins, cut short where it does not fit."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(
            self._mirrored(place), QStyle.visualAlignment(self.layoutDirection(), side), shown
        )

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
