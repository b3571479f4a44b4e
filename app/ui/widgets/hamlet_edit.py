"""A hamlet that no list has: its name, and the village it belongs to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from app.services.places import HamletForm, add_hamlet
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.village_picker import VillagePicker


class HamletEdit(QFrame):
    """Hidden until somebody asks for a place that is not on file."""

    added = Signal(str)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.setProperty("surface", "card")
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Register", "Name of the hamlet"))
        self.inside = VillagePicker(context)
        self.inside.setAccessibleName(tr("Register", "The village it belongs to"))
        self._message = InlineMessage()
        self._add = button(tr("Register", "Add the hamlet"), self._save, icon="add")
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addWidget(button(tr("Register", "Not now"), self.hide, kind="plain"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN // 2)
        column.addWidget(label(tr("Register", "Name of the hamlet"), "strong"))
        column.addWidget(self.name)
        column.addWidget(label(tr("Register", "The village it belongs to"), "strong"))
        column.addWidget(self.inside)
        column.addWidget(self._message)
        column.addLayout(row)
        self.hide()

    def ask(self, name: str) -> None:
        """Begin with what was typed as a village."""
        self.name.setText(name)
        self.inside.set_value(None)
        self._message.clear()
        self.show()
        self.inside.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        store = self._context.store
        form = HamletForm(self.name.text(), self.inside.value or "")
        self._context.tasks.run(
            lambda: add_hamlet(store, form), self._on_added, self._on_error, kind="write"
        )

    def _on_added(self, code: str) -> None:
        self.hide()
        self.added.emit(code)

    def _on_error(self, error: Exception) -> None:
        self._message.say("error", text_of(error))
