"""Laptops and the people who work at them: prepare, follow, end."""

from app.ui.context import UiContext
from app.ui.laptops.tabs import TABS
from app.ui.page import Page
from app.ui.parts import Parts
from app.words.catalog import marked


class LaptopsPage(Page):
    """A tab for the laptops, one for the people."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Laptops"))
        self.parts = Parts(context, TABS)
        self.body.addWidget(self.parts)

    def opened(self, argument: object) -> None:
        """Where it was left, or at the tab that `argument` names."""
        self.parts.show_part(argument if isinstance(argument, str) else "")
