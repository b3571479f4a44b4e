"""Hand this laptop in: what it still holds alone, and wiping people's data from it."""

from PySide6.QtGui import QShowEvent

from app.services.hand_in import Holdings, holdings, wipe
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.words.hand_in import held_lines


class HandIn(Form):
    """Not shown on a coordinator's laptop, which keeps everything."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        self.held = label(wrap=True)
        self.add_heading(tr("HandIn", "Hand this laptop in"))
        self.add_row(
            label(
                tr(
                    "HandIn",
                    "Once a coordinator has acknowledged everything, people's data can be wiped. "
                    "The laptop stays part of the workspace; the next update makes it work again.",
                ),
                "secondary",
                wrap=True,
            )
        )
        self.add_row(self.held)
        self.wipe_button = button(
            tr("HandIn", "Wipe people's data from this laptop"), self._ask, kind="danger"
        )
        self.add_row(self.wipe_button)
        self.add_row(self.message)
        self.setEnabled(False)
        context.bus.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Counted anew each time it is looked at."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        store = self._context.store
        self._context.tasks.run(lambda: holdings(store), self._show, self._on_error)

    def _on_changed(self, _: frozenset[str]) -> None:
        if self.isVisible():
            self._look()

    def _show(self, found: Holdings) -> None:
        self.setVisible(not found.is_coordinators)
        self.setEnabled(True)
        lines = held_lines(words(), found)
        if found.unfinished:
            lines.append(tr("HandIn", "A wipe was interrupted: do it again to finish it."))
        self.held.setText("\n".join(lines))
        self.wipe_button.setEnabled(found.may_be_wiped)

    def _ask(self) -> None:
        self.message.say(
            "warning",
            tr("HandIn", "This takes people's data off this laptop for good, and its backups."),
            tr("HandIn", "Wipe now"),
            self._wipe,
        )

    def _wipe(self) -> None:
        self.message.say("info", tr("HandIn", "Wiping…"))
        self.wipe_button.setEnabled(False)
        store = self._context.store
        self._context.tasks.run(lambda: wipe(store), self._on_wiped, self._on_error, kind="write")

    def _on_wiped(self, _: Holdings) -> None:
        self.message.say("done", tr("HandIn", "People's data were wiped from this laptop."))
        self._look()

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))
        self.wipe_button.setEnabled(True)
