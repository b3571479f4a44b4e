"""A field of several lines."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit


class TextArea(QPlainTextEdit):
    """Plain text that begins where the reader begins; Tab goes on to the next field."""

    def __init__(self, text: str = "", *, height: int = 64) -> None:
        super().__init__()
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.document().setDefaultTextOption(option)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.setPlainText(text)
