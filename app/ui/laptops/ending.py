"""Ending a laptop's or a person's right: what happens, said before it happens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field
from app.ui.widgets.labels import label


class Ending(QFrame):
    """One quiet button; pressed, the words and the button that does it. It cannot be taken back."""

    confirmed = Signal(str)
    """The recovery key as typed; empty where none is needed."""

    def __init__(self, name: str, words: str, *, needs_key: bool) -> None:
        super().__init__()
        self.ask = button(name, self._on_asked, kind="plain", icon="cross")
        self._words = label(words, wrap=True)
        self.key = DigitsLineEdit(longest=40)
        self.field = Field(tr("Laptops", "Recovery key of the workspace"), self.key)
        self._needs_key = needs_key
        self.go = button(name, lambda: self.confirmed.emit(self.key.text()), kind="danger")
        self._keep = button(tr("Laptops", "Leave it as it is"), self.rest, kind="plain")
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self._keep)
        row.addStretch(1)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.ask)
        column.addWidget(self._words)
        column.addWidget(self.field)
        column.addLayout(row)
        self.rest()

    def rest(self) -> None:
        """Back to the one quiet button."""
        self._show(asked=False)

    def _on_asked(self) -> None:
        self._show(asked=True)
        (self.key if self._needs_key else self._keep).setFocus()

    def _show(self, *, asked: bool) -> None:
        self.ask.setVisible(not asked)
        for part in (self._words, self._keep, self.go):
            part.setVisible(asked)
        self.field.setVisible(asked and self._needs_key)
