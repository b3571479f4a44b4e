"""The desk's search beside a slip: whose slip it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.find import Found, find
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.desk.results_list import ResultsList
from app.ui.desk.search_field import SearchField


class FamilyFinder(QWidget):
    """Off until a slip is there to find a family for."""

    chosen = Signal(str)
    """The id of a household."""
    found_some = Signal(bool)
    """Whether anybody was found for what is typed."""
    failed = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._convoy_id: str | None = None
        self.search = SearchField()
        self.results = ResultsList(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.search)
        column.addWidget(self.results, 1)
        self.search.asked.connect(self._on_asked)
        self.search.entered.connect(self._on_entered)
        self.results.chosen.connect(self.chosen)
        self.look_in(None)

    def look_in(self, convoy_id: str | None) -> None:
        """Begin anew, the villages of this convoy first; None: nothing is looked for."""
        self._convoy_id = convoy_id
        self.search.clear()
        self.results.clear()
        self.search.setEnabled(convoy_id is not None)

    def focus(self) -> None:
        """Ready to type over what is there."""
        self.search.setFocus()
        self.search.selectAll()

    def _on_asked(self, text: str) -> None:
        if self._convoy_id is None or not text.strip():
            self.results.clear()
            return
        store, convoy = self._context.store, self._convoy_id
        self._context.tasks.run(
            lambda: (text, find(store, text, convoy_id=convoy)), self._on_found, self.failed.emit
        )

    def _on_found(self, answer: tuple[str, Found]) -> None:
        text, found = answer
        if text != self.search.text():
            return
        self.results.show_found(found)
        self.found_some.emit(bool(found.matches))
        if found.is_exact and len(found.matches) == 1:
            self.results.choose_current()

    def _on_entered(self) -> None:
        if not self.results.choose_current():
            self.search.ask()
