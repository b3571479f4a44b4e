"""Merge: files of other laptops taken in, what was taken in before, and files for others."""

from typing import Final

from app.ui.context import UiContext
from app.ui.merging.others_view import OthersView
from app.ui.merging.past_view import PastView
from app.ui.merging.take_view import TakeView
from app.ui.merging.write_view import WriteView
from app.ui.page import Page
from app.ui.parts import Parts, PartSpec
from app.words.catalog import marked

PARTS: Final = (
    PartSpec("take", marked("Merge", "Take in files"), TakeView),
    PartSpec("past", marked("Merge", "Past merges"), PastView),
    PartSpec("write", marked("Merge", "Write files"), WriteView),
    PartSpec("others", marked("Merge", "Other organisations"), OthersView),
)


class MergePage(Page):
    """Its parts are built when they are first opened."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Merge"))
        self.parts = Parts(context, PARTS)
        self.body.addWidget(self.parts)

    def opened(self, argument: object) -> None:
        """Where it was left, or at the part that `argument` names."""
        self.parts.show_part(argument if isinstance(argument, str) else "")
