"""Labels in the few text sizes that the window has."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

TextRole = Literal["body", "title", "value", "answer", "strong", "secondary", "caption"]


def label(text: str = "", role: TextRole = "body", *, wrap: bool = False) -> QLabel:
    """A plain-text label; `role` chooses its size and weight, `wrap` lets it take several lines."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made
