"""A household's next card, from wherever the household is shown: one key, then where to keep it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.cards import CardsWanted, write_cards
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.inline_message import InlineMessage


class NewCard:
    """Says in `message` what came of it."""

    def __init__(self, context: UiContext, page: QWidget, message: InlineMessage) -> None:
        self._context = context
        self._page = page
        self._message = message

    def ask(self, household_id: str) -> None:
        """A card that voids those before it."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            tr("Cards", "Card as PDF"),
            f"{tr('Cards', 'card')}.pdf",
            "PDF (*.pdf)",
        )
        if not chosen:
            return
        path = Path(chosen).with_suffix(".pdf")
        store, said = self._context.store, self._context.words
        wanted = CardsWanted(household_id=household_id, anew=True)
        self._context.tasks.run(
            lambda: write_cards(store, wanted, said, path),
            lambda _: self._on_written(path),
            self._on_error,
            kind="write",
            owner=self._page,
        )

    def _on_written(self, path: Path) -> None:
        text = tr("Cards", "The new card is in {file}; earlier cards are void.", file=path.name)
        self._message.say("done", text)

    def _on_error(self, error: Exception) -> None:
        self._message.say("error", text_of(error))


def old_card_text(newer: int) -> str:
    """Of a card that was scanned although a later one took its place."""
    return tr(
        "Cards",
        "This card was replaced by a newer one (card {number}). Keep it; the family is found.",
        number=newer,
    )
