"""One action: the notes of the other desks are read off the stick, and this desk's is written."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.services.desks.neighbours import Exchanged, exchange_notes
from app.ui.context import UiContext
from app.ui.desk.stick import Stick
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.inline_message import InlineMessage
from app.words.numbers import ltr


class Neighbours(QObject):
    """Says in one line above the desk what came of it."""

    failed = Signal(object)

    def __init__(self, context: UiContext, parent: QWidget, message: InlineMessage) -> None:
        super().__init__(parent)
        self._context = context
        self._message = message
        self._stick = Stick(context, parent)
        self._stick.failed.connect(self.failed)

    def exchange(self) -> None:
        """With the stick of the last time."""
        self._stick.find(self._with)

    def exchange_elsewhere(self) -> None:
        """With a stick that is chosen now."""
        self._stick.choose(self._with)

    def _with(self, folder: Path) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: exchange_notes(store, folder), self._on_done, self.failed.emit, kind="write"
        )

    def _on_done(self, done: Exchanged) -> None:
        text = exchanged_text(done)
        elsewhere = tr("Neighbours", "Another stick")
        self._message.say(
            "warning" if done.refused else "done", text, elsewhere, self.exchange_elsewhere
        )


def exchanged_text(done: Exchanged) -> str:
    """What was read, what of it was new, and what was left alone."""
    said = tr(
        "Neighbours",
        "{read}, {new}. The note of this desk is on the stick {stick}.",
        read=tr("Neighbours", "%n notes of other desks read", n=done.read),
        new=tr("Neighbours", "%n new lines", n=done.new),
        stick=ltr(done.path.parent.name),
    )
    for refused in done.refused:
        said = tr(
            "Neighbours",
            "{said} {file}: {why}",
            said=said,
            file=ltr(refused.name),
            why=text_of(refused.error),
        )
    return said
