"""Write files for others: this laptop's work for its coordinators, or updates for the laptops."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.services.exchange.readers import Sending, sending
from app.ui.context import UiContext
from app.ui.merging.export_form import ExportForm
from app.ui.merging.update_form import UpdateForm
from app.ui.messages import text_of
from app.ui.parts import Part
from app.ui.widgets.inline_message import InlineMessage

_CHANGED_BY = frozenset({"device", "grant", "revocation"})


class WriteView(Part):
    """What is shown depends on who is at work; it is blank until that is known."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._wants_focus = False
        self.message = InlineMessage()
        self.export = ExportForm(context)
        self.update_ = UpdateForm(context)
        self._states = QStackedWidget()
        for state in (QWidget(), self.export, self.update_):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.message)
        column.addWidget(self._states, 1)
        context.bus.changed.connect(self._on_changed)
        self._read()

    def begin(self) -> None:
        """Put the focus where the work begins, once it is known what may be written."""
        shown = self._states.currentWidget()
        if isinstance(shown, ExportForm | UpdateForm):
            shown.begin()
        else:
            self._wants_focus = True

    def _read(self) -> None:
        store = self._context.store
        self._context.tasks.run(lambda: sending(store), self._show, self._on_error)

    def _show(self, found: Sending) -> None:
        self.export.show_laptop(found.name)
        self.update_.show_readers(found.readers)
        self._states.setCurrentWidget(self.update_ if found.updates else self.export)
        if self._wants_focus:
            self._wants_focus = False
            self.begin()

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._read()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))
