"""An empty page says what it is for and how to begin."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.icons import pixmap
from app.ui.style import theme
from app.ui.widgets.labels import label


class EmptyPage(QWidget):
    """An icon, a heading, a sentence, and what begins (most often one button), in the middle."""

    def __init__(self, icon: str, heading: str, text: str, start: QWidget | None = None) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme().accent_text, 56, self.devicePixelRatioF()))
        sentence = label(text, "secondary", wrap=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sentence.setFixedWidth(tokens.FORM_WIDTH * 3 // 4)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.BETWEEN)
        column.addStretch(2)
        for part in (picture, label(heading, "title"), sentence, start):
            if part is not None:
                # Stretches and no alignment: an aligned item ignores that wrapped text grows.
                row = QHBoxLayout()
                row.addStretch(1)
                row.addWidget(part)
                row.addStretch(1)
                column.addLayout(row)
        column.addStretch(3)
