"""A PIN for somebody who takes turns at this very laptop, or forgot theirs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.team.unlocking import set_pin
from app.services.users import UserLine
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field


class PinRow(QWidget):
    """Typed by whoever is responsible for the laptop; the old one counts no more."""

    def __init__(self, context: UiContext, one: UserLine | None) -> None:
        super().__init__()
        self._context = context
        self._user_id = one.id if one is not None else ""
        self.edit = DigitsLineEdit(longest=6)
        self.edit.returnPressed.connect(self.set)
        self.field = Field(tr("Laptops", "New PIN on this laptop"), self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        column.addWidget(self.field)
        column.addWidget(button(tr("Laptops", "Set the PIN"), self.set, icon="key"))

    def set(self) -> None:
        """Set it, or say beside the field why not."""
        store, user_id, pin = self._context.store, self._user_id, self.edit.text()
        self.field.clear_wrong()
        self._context.tasks.run(
            lambda: set_pin(store, user_id, pin), self._on_set, self._on_error, kind="write"
        )

    def _on_set(self, _nothing: None) -> None:
        self.edit.clear()
        self._context.bus.said.emit(tr("Laptops", "The PIN is set on this laptop"))

    def _on_error(self, error: Exception) -> None:
        self.field.show_wrong(text_of(error))
