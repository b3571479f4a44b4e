"""A QR code on the screen, to be scanned from it."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.documents.qr import QUIET_ZONE, modules

_MODULE: Final = 6
# Scanners want dark on light, whatever the theme is.
_PAPER: Final = QColor(Qt.GlobalColor.white)
_INK: Final = QColor(Qt.GlobalColor.black)


class QrPicture(QWidget):
    """Whole pixels for each module, with its quiet zone."""

    def __init__(self, digits: str) -> None:
        super().__init__()
        self._rows = modules(digits)
        side = (len(self._rows) + 2 * QUIET_ZONE) * _MODULE
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As large as it is drawn."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the modules."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        for down, row in enumerate(self._rows):
            for across, dark in enumerate(row):
                if dark:
                    left, top = (at + QUIET_ZONE for at in (across, down))
                    painter.fillRect(left * _MODULE, top * _MODULE, _MODULE, _MODULE, _INK)
