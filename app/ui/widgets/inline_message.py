"""A message that stands where it belongs, instead of a box that pops up."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

from app.ui import tokens
from app.ui.icons import pixmap
from app.ui.style import theme
from app.ui.tokens import State
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

MessageKind = Literal["info", "done", "warning", "error"]

_STATES: Final[dict[MessageKind, State | None]] = {
    "info": None,
    "done": State.MAY,
    "warning": State.RECEIVED,
    "error": State.VOIDED,
}
_ICONS: Final[dict[MessageKind, str]] = {
    "info": "info",
    "done": "check",
    "warning": "alert",
    "error": "alert",
}


class InlineMessage(QFrame):
    """Hidden until something is said; the text wraps and can be copied."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = label(wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action: QPushButton | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.WITHIN, tokens.WITHIN, tokens.WITHIN, tokens.WITHIN)
        self._row.setSpacing(tokens.WITHIN)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self,
        kind: MessageKind,
        text: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show `text`, with one quiet button beside it when `action` names it."""
        state = _STATES[kind]
        colour = theme().states[state].text if state else theme().accent_text
        self._icon.setPixmap(pixmap(_ICONS[kind], colour, tokens.ICON, self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._drop_action()
        if on_action is not None:
            self._action = button(action, on_action, kind="plain")
            self._row.addWidget(self._action)
        self.setProperty("state", state.value if state else "info")
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self.show()

    def clear(self) -> None:
        """Nothing is left to say."""
        self._drop_action()
        self.hide()

    def _drop_action(self) -> None:
        if self._action is not None:
            self._row.removeWidget(self._action)
            self._action.hide()
            self._action.deleteLater()
            self._action = None
