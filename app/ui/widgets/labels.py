"""Labels in the few text sizes that the window has."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

TextRole = Literal["body", "title", "value", "answer", "strong", "secondary", "caption"]

_LRM: Final = "\u200e"
_RLM: Final = "\u200f"


class Label(QLabel):
    """Plain text that runs in the direction of the page.

    Qt's own label takes its direction from the first letter that is not isolated: an Arabic line
    that begins with a Latin name, or consists of isolated parts, would be laid out backwards. An
    invisible mark in front settles it; `text()` does not show the mark.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show `text`; nothing for an empty one."""
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        mark = _RLM if right_to_left else _LRM
        super().setText(mark + text if text else "")

    def text(self) -> str:
        """What was set."""
        return super().text()[1:]


def label(text: str = "", role: TextRole = "body", *, wrap: bool = False) -> Label:
    """A plain-text label; `role` chooses its size and weight, `wrap` lets it take several lines."""
    made = Label(text)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made
