"""A column that scrolls when it does not fit, with room between it and the scroll bar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.ui import tokens


def scrolled(content: QWidget) -> QScrollArea:
    """`content` at the top of an area that scrolls; the bar stands at the trailing side."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    gap = tokens.WITHIN
    # Margins are not mirrored as layouts are.
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    column.setContentsMargins(gap if right_to_left else 0, 0, 0 if right_to_left else gap, 0)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
