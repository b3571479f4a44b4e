"""What stands at the desk now, kept so that a power cut loses none of it."""

import json

from PySide6.QtCore import QObject, Signal

from app.services.drafts import keep_draft, kept_draft
from app.ui.context import UiContext

PLACE = "desk"


class DeskDraft(QObject):
    """The text in the search field and the household on the card."""

    restored = Signal(str, str)
    failed = Signal(object)

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._kept = ""

    def keep(self, typed: str, household_id: str) -> None:
        """Keep what stands there now; nothing is written when nothing changed."""
        content = json.dumps([typed, household_id], ensure_ascii=False)
        text = content if typed or household_id else ""
        if text == self._kept:
            return
        self._kept = text
        store = self._context.store
        self._context.tasks.run(
            lambda: keep_draft(store, PLACE, text),
            lambda _: None,
            self.failed.emit,
            kind="write",
            owner=self,
        )

    def restore(self) -> None:
        """Ask for what stood there when the app last closed; `restored` says it."""
        store = self._context.store
        self._context.tasks.run(lambda: kept_draft(store, PLACE), self._on_read, self.failed.emit)

    def _on_read(self, text: str) -> None:
        if text:
            typed, household_id = json.loads(text)
            self.restored.emit(typed, household_id)
