"""The buttons at the leading side: an icon, a word, and a count where there is something to do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from app.ui import tokens
from app.ui.icons import pixmap
from app.ui.style import theme

_HEIGHT = 44
_BADGE = 22


class NavigationButton(QAbstractButton):
    """One page of the navigation."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._badge = ""
        self.setText(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def badge(self) -> str:
        """The count as it is shown; empty for none."""
        return self._badge

    def set_badge(self, text: str) -> None:
        """Show a count, or nothing for an empty text."""
        self._badge = text
        self.setAccessibleName(f"{self.text()} {text}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the navigation, high enough for a finger."""
        return QSize(tokens.NAVIGATION_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word and count, laid out for left to right and mirrored as a whole."""
        colours = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = colours.accent_text if self.isChecked() else colours.text
        self._paint_ground(painter)
        side = tokens.ICON
        at = self._mirrored(QRect(tokens.BETWEEN, (self.height() - side) // 2, side, side))
        painter.drawPixmap(at, pixmap(self._icon, colour, side, self.devicePixelRatioF()))
        end = tokens.WITHIN
        if self._badge:
            end += self._paint_badge(painter) + tokens.WITHIN // 2
        start = tokens.BETWEEN + side + tokens.WITHIN + 2
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colour))
        room = self._mirrored(QRect(start, 0, self.width() - start - end, self.height()))
        align = Qt.AlignmentFlag.AlignVCenter | QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeft
        )
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(align), words)

    def _paint_ground(self, painter: QPainter) -> None:
        colours = theme()
        inner = self.rect().adjusted(tokens.WITHIN, 2, -tokens.WITHIN, -2)
        ground = colours.accent_soft if self.isChecked() else colours.sunken
        painter.setPen(QColor(colours.accent_text) if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(ground))
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.drawRoundedRect(inner, tokens.RADIUS, tokens.RADIUS)

    def _paint_badge(self, painter: QPainter) -> int:
        colours = theme()
        width = max(_BADGE, painter.fontMetrics().horizontalAdvance(self._badge) + 12)
        left = self.width() - width - tokens.BETWEEN
        area = self._mirrored(QRect(left, (self.height() - _BADGE) // 2, width, _BADGE))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        painter.drawRoundedRect(area, _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(colours.on_accent))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._badge)
        return width + tokens.WITHIN

    def _mirrored(self, area: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)
