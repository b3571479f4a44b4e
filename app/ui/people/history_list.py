"""What happened to a household, the latest first: when, who, where, and what became of what."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.history import History, HistoryEntry
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.words import history as said

_FIRST: Final = 20


class HistoryList(QWidget):
    """The latest changes; the others behind one button."""

    def __init__(self, history: History, *, reveal: bool) -> None:
        super().__init__()
        self._history = history
        self._reveal = reveal
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, tokens.WITHIN, 0, 0)
        self._column.setSpacing(tokens.WITHIN)
        for entry in history.entries[:_FIRST]:
            self._column.addLayout(self._entry(entry))
        rest = len(history.entries) - _FIRST
        if rest > 0:
            text = tr("People", "%n earlier changes", n=rest)
            self._more = button(text, self._show_rest, kind="plain")
            self._column.addWidget(self._more)

    def _show_rest(self) -> None:
        self._more.hide()
        for entry in self._history.entries[_FIRST:]:
            self._column.addLayout(self._entry(entry))

    def _entry(self, entry: HistoryEntry) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(said.title(words(), entry), "strong", wrap=True))
        column.addWidget(label(said.signature(words(), entry), "caption", wrap=True))
        for line in said.lines(words(), entry, self._history.names, reveal=self._reveal):
            column.addWidget(label(line, "caption", wrap=True))
        return column
