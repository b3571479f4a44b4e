"""The five states, each with an icon and a word beside its colour."""

from typing import Final

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from app.ui import tokens
from app.ui.icons import pixmap
from app.ui.style import theme
from app.ui.tokens import State
from app.ui.tr import of
from app.ui.widgets.labels import label
from app.words.catalog import Marked, marked

ICONS: Final[dict[State, str]] = {
    State.MAY: "check",
    State.RECEIVED: "clock",
    State.NOT_ELIGIBLE: "minus",
    State.SUPERVISOR: "alert",
    State.VOIDED: "cross",
}
WORDS: Final[dict[State, Marked]] = {
    State.MAY: marked("State", "may receive"),
    State.RECEIVED: marked("State", "already received"),
    State.NOT_ELIGIBLE: marked("State", "not eligible"),
    State.SUPERVISOR: marked("State", "needs a supervisor"),
    State.VOIDED: marked("State", "voided"),
}


class StateBadge(QFrame):
    """An icon and a word on the state's ground; the word can be replaced by a longer one."""

    def __init__(self, state: State, text: str = "") -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = label()
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.WITHIN, 2, tokens.WITHIN, 2)
        row.setSpacing(tokens.WITHIN // 2)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_state(state, text)

    def show_state(self, state: State, text: str = "") -> None:
        """Change what it says; without `text` the state's own word."""
        self._icon.setPixmap(state_pixmap(state, 16, self.devicePixelRatioF()))
        self._text.setText(text or of(WORDS[state]))
        self.setAccessibleName(self._text.text())
        self.setProperty("state", state.value)
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)


def state_pixmap(state: State, size: int = tokens.ICON, ratio: float = 1.0) -> QPixmap:
    """The state's icon in its colour."""
    return pixmap(ICONS[state], theme().states[state].text, size, ratio)
