"""What each column of a list is taken for; any of them can be chosen otherwise."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.importing.columns import WITHOUT_HOME, Column, Kind, columns_of
from app.domain.importing.layout import GuessedColumn, Layout
from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Field
from app.words.importing import column_name
from app.words.numbers import isolated

_WIDTH = 320


class ColumnChoices(QScrollArea):
    """One choice a column, under the column's own header."""

    changed = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._options = [(column, column_name(words(), column)) for column in columns_of(kind)]
        self._mapping: dict[str, Column] = {}
        self._headers: tuple[str, ...] | None = None
        self.choices: list[Choice[Column]] = []
        self.setWidgetResizable(True)
        self.setFixedWidth(_WIDTH)

    @property
    def mapping(self) -> dict[str, Column]:
        """What was chosen over the guess: meanings by headers, or by places where headers are
        missing or alike."""
        return dict(self._mapping)

    def show_layout(self, layout: Layout) -> None:
        """Show what the columns are taken for now; the choices stay while the headers do."""
        if layout.headers != self._headers:
            self._build(layout)
        for choice, guessed in zip(self.choices, layout.columns, strict=True):
            choice.choose(guessed.column)

    def forget(self) -> None:
        """Begin anew with another file."""
        self._mapping = {}
        self._headers = None

    def _build(self, layout: Layout) -> None:
        self._headers = layout.headers
        self.choices = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.BETWEEN, 0)
        column.setSpacing(tokens.BETWEEN)
        for guessed in layout.columns:
            choice = Choice(list(self._options), guessed.column)
            key = _key(guessed, layout)
            choice.chosen.connect(lambda meaning, key=key: self._on_chosen(key, meaning))
            self.choices.append(choice)
            column.addWidget(Field(_title(guessed), choice))
        column.addStretch(1)
        self.setWidget(inside)

    def _on_chosen(self, key: str, meaning: Column) -> None:
        """What one column is now, no other can be chosen for any more."""
        if meaning not in WITHOUT_HOME:
            self._mapping = {
                other: column for other, column in self._mapping.items() if column is not meaning
            }
        self._mapping[key] = meaning
        self.changed.emit()


def _key(column: GuessedColumn, layout: Layout) -> str:
    alone = Counter(layout.headers)[column.header] == 1
    return column.header if column.header and alone else f"#{column.index + 1}"


def _title(column: GuessedColumn) -> str:
    if column.header:
        return isolated(column.header)
    return tr("Import", "Column {number}", number=column.index + 1)
