"""Review: what a merge left for people to decide; every decision can be taken back in place."""

from app.ui.context import UiContext
from app.ui.page import Page
from app.ui.parts import Parts
from app.ui.review.comparing import Comparing
from app.ui.review.tabs import TABS
from app.words.catalog import marked


class ReviewPage(Page):
    """A tab for each kind of case, with how many there are."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context, marked("Navigation", "Review"))
        self.comparing = Comparing(context)
        self.comparing.failed.connect(self.show_error)
        self.body.addWidget(self.comparing)
        self.parts = Parts(context, TABS)
        self.body.addWidget(self.parts)

    def opened(self, argument: object) -> None:
        """Where it was left, or at the tab that `argument` names. Whoever came is compared."""
        self.comparing.keep_up()
        self.parts.show_part(argument if isinstance(argument, str) else "")
