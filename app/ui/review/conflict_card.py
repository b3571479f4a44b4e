"""One conflict: all its values side by side, who wrote each where and when; choose or type."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.journal.value import Value
from app.services.review.conflicts import Candidate, Conflict, FieldKind
from app.ui import tokens
from app.ui.review.case_view import CaseCard
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.state_badge import StateBadge
from app.words.named import HasNames
from app.words.review import field_text, record_text, value_text, written_text

_KEYS: Final = ("F5", "F6", "F7", "F8")
_WORDS: Final = frozenset(
    {"name", "name_ar", "name_en", "address", "phone", "number", "notes", "note", "relation"}
)


class ConflictCard(CaseCard):
    """F5 to F8 take one of the values; what is typed is taken with Enter."""

    taken = Signal(object)
    """The value that was chosen."""

    opened = Signal(str)
    """The household whose card is wanted."""

    def __init__(self, conflict: Conflict, names: Mapping[str, HasNames], now: int) -> None:
        super().__init__()
        self._conflict = conflict
        self._names = names
        self._now = now
        self.buttons: list[QPushButton] = []
        self.typed = QLineEdit()
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        key = conflict.key
        column.addWidget(label(record_text(words(), conflict.title), "value", wrap=True))
        column.addWidget(
            label(field_text(words(), key.record_type, key.field, names), "strong", wrap=True)
        )
        inside = QWidget()
        values = QVBoxLayout(inside)
        values.setContentsMargins(0, 0, 0, 0)
        values.setSpacing(tokens.BETWEEN)
        for at, candidate in enumerate(conflict.candidates):
            values.addWidget(self._candidate(at, candidate))
        column.addWidget(scrolled(inside), 1)
        column.addLayout(self._other())

    def begin(self) -> None:
        """Put the focus on the first value."""
        if self.buttons:
            self.buttons[0].setFocus()

    def _candidate(self, at: int, candidate: Candidate) -> QWidget:
        field = self._conflict.key.field
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN // 2)
        said = value_text(words(), field, candidate.value, self._names)
        column.addWidget(label(said, "value", wrap=True))
        by = written_text(words(), candidate.author, self._now)
        column.addWidget(label(by, "caption", wrap=True))
        row = QHBoxLayout()
        take = button(
            tr("Review", "Take this"),
            lambda: self.taken.emit(candidate.value),
            keys=_KEYS[at] if at < len(_KEYS) else "",
        )
        take.setAccessibleName(f"{take.text()}: {said}")
        self.buttons.append(take)
        row.addWidget(take)
        if candidate.shown:
            row.addWidget(StateBadge(State.RECEIVED, tr("Review", "shown for now")))
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _other(self) -> QHBoxLayout:
        """Another value, typed where the field is plain; else in the record's own form."""
        row = QHBoxLayout()
        household_id = self._conflict.title.household_id
        if self._takes_text:
            self.typed.setPlaceholderText(tr("Review", "Another value"))
            self.typed.setAccessibleName(self.typed.placeholderText())
            self.typed.returnPressed.connect(self._on_typed)
            row.addWidget(self.typed, 1)
            row.addWidget(button(tr("Review", "Take what is typed"), self._on_typed))
        elif household_id:
            row.addStretch(1)
            row.addWidget(
                button(
                    tr("Review", "Correct it in the family's card"),
                    lambda: self.opened.emit(household_id),
                    icon="edit",
                )
            )
        return row

    @property
    def _takes_text(self) -> bool:
        """Whether any words will do: neither a choice among codes, nor a reference, nor a day."""
        return self._conflict.kind is FieldKind.PLAIN and self._conflict.key.field in _WORDS

    def _on_typed(self) -> None:
        value: Value = " ".join(self.typed.text().split())
        if value:
            self.taken.emit(value)
