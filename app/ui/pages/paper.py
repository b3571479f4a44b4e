"""Paper: receipts verified, and what was written on paper typed in."""

from typing import Final

from app.services.paper.entry import count_typed_twice
from app.ui.context import UiContext
from app.ui.page import Badge, Page
from app.ui.paper.cards_view import CardsView
from app.ui.paper.entry_view import EntryView
from app.ui.paper.slips_view import SlipsView
from app.ui.paper.verify_view import VerifyView
from app.ui.parts import Parts, PartSpec
from app.words.catalog import marked

PARTS: Final = (
    PartSpec("verify", marked("Paper", "Verify receipts"), VerifyView),
    PartSpec(
        "entry",
        marked("Paper", "Enter paper"),
        EntryView,
        Badge(count_typed_twice, frozenset({"aid_record"})),
    ),
    PartSpec("slips", marked("Paper", "Slips"), SlipsView),
    PartSpec("cards", marked("Paper", "Household cards"), CardsView),
)


class PaperPage(Page):
    """Its parts are built when they are first opened."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Paper"))
        self.parts = Parts(context, PARTS)
        self.body.addWidget(self.parts)

    def opened(self, argument: object) -> None:
        """Where it was left, or at the part that `argument` names."""
        self.parts.show_part(argument if isinstance(argument, str) else "")
