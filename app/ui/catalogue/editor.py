"""What the forms of the catalogue share: saving, saying what is wrong, putting out of use."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.catalogue import Shelf, put_in_use
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from app.db.store import Store


class Editor(QFrame):
    """The form of one record of the catalogue, new or on file.

    A subclass adds its fields to `form`, names in `causes` the field of each error, and gives
    what is typed (`typed`) and how it is saved (`saver`).
    """

    saved = Signal(str)

    def __init__(
        self, context: UiContext, shelf: Shelf, title: str, record_id: str | None, *, active: bool
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self.context = context
        self.shelf = shelf
        self.record_id = record_id
        self.active = active
        self.message = InlineMessage()
        self.form = Form()
        self.body = QWidget()
        self.causes: dict[type[Exception], Field] = {}
        self._initial: object = None
        self.save_button = button(
            tr("Catalogue", "Save"), self.save, kind="primary", keys="Ctrl+Return"
        )
        use = tr("Catalogue", "Put out of use") if active else tr("Catalogue", "Put back in use")
        self.use_button = button(use, self._on_use, icon="minus" if active else "undo")
        self.body_column = QVBoxLayout(self.body)
        self.body_column.setContentsMargins(0, 0, 0, 0)
        self.body_column.addWidget(self.form)
        column = QVBoxLayout(self)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(label(title, "value", wrap=True))
        column.addWidget(self.message)
        column.addWidget(scrolled(self.body), 1)
        row = QHBoxLayout()
        row.addWidget(self.save_button)
        row.addStretch(1)
        row.addWidget(self.use_button)
        column.addLayout(row)
        self.use_button.setVisible(record_id is not None)

    def typed(self) -> object:
        """What stands in the fields, comparable with what stood there before."""
        raise NotImplementedError

    def saver(self) -> "Callable[[Store], str]":
        """Saves what is typed and returns the record's id."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put the cursor where typing starts."""
        field = self.findChild(Field)
        if field is not None:
            field.field.setFocus()

    def settle(self) -> None:
        """What stands in the fields now is what is on file."""
        self._initial = self.typed()

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not saved."""
        return self.typed() != self._initial

    def save(self) -> None:
        """Save, or say in its place what is wrong."""
        self.form.clear_wrong()
        self.message.clear()
        self.save_button.setEnabled(False)
        store, saver = self.context.store, self.saver()
        self.context.tasks.run(lambda: saver(store), self._on_saved, self._on_error, kind="write")

    def _on_saved(self, record_id: str) -> None:
        self.save_button.setEnabled(True)
        self.settle()
        self.context.bus.said.emit(tr("Catalogue", "Saved"))
        self.saved.emit(record_id)

    def _on_use(self) -> None:
        store, shelf, record_id = self.context.store, self.shelf, self.record_id or ""
        active = not self.active
        self.context.tasks.run(
            lambda: put_in_use(store, shelf, record_id, active=active),
            self._on_used,
            self._on_error,
            kind="write",
        )

    def _on_used(self, _: None) -> None:
        self.settle()
        said = tr("Catalogue", "It is offered again")
        if self.active:
            said = tr("Catalogue", "It is out of use and no longer offered")
        self.context.bus.said.emit(said)
        self.saved.emit(self.record_id or "")

    def _on_error(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        field = self.causes.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))
