"""Initiatives and priority categories: an Arabic and an English name, and what lists call them."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from app.errors import LabelMissing, LabelTaken, SynonymTaken
from app.services.catalogue import CategoryLine, Shelf, save_category, save_initiative
from app.services.named import Named
from app.ui.catalogue.editor import Editor
from app.ui.context import UiContext
from app.ui.tr import tr
from app.ui.widgets.form import Field
from app.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from app.db.store import Store

_SYNONYMS_HEIGHT: Final = 112
_BETWEEN: Final = re.compile(r"[\n,،|]+")


class NameFields:
    """The two names, at the head of every form of the catalogue."""

    def __init__(self, editor: Editor, named: Named | None) -> None:
        self.name_ar = QLineEdit(named.name_ar if named else "")
        self.name_en = QLineEdit(named.name_en if named else "")
        first = editor.form.add(tr("Catalogue", "Arabic name"), self.name_ar)
        editor.form.add(tr("Catalogue", "English name, if there is one"), self.name_en)
        editor.causes.update({LabelMissing: first, LabelTaken: first})

    @property
    def values(self) -> tuple[str, str]:
        """Both names as typed."""
        return self.name_ar.text(), self.name_en.text()


class SynonymsEdit(TextArea):
    """Other words for a thing, each on its own line or between commas."""

    def __init__(self, words: frozenset[str]) -> None:
        super().__init__("\n".join(sorted(words)), height=_SYNONYMS_HEIGHT)

    @property
    def values(self) -> frozenset[str]:
        """The words."""
        parts = (part.strip() for part in _BETWEEN.split(self.toPlainText()))
        return frozenset(part for part in parts if part)

    @staticmethod
    def add_to(editor: Editor, words: frozenset[str]) -> "SynonymsEdit":
        """The field with its label, at the end of a form."""
        made = SynonymsEdit(words)
        field: Field = editor.form.add(
            tr("Catalogue", "What lists call it"),
            made,
            tr("Catalogue", "One word or phrase a line; imports understand them."),
        )
        editor.causes[SynonymTaken] = field
        return made


class InitiativeEditor(Editor):
    """A programme, such as كتف في كتف."""

    def __init__(self, context: UiContext, named: Named | None) -> None:
        title = (
            tr("Catalogue", "New initiative") if named is None else tr("Catalogue", "Initiative")
        )
        super().__init__(
            context,
            Shelf.INITIATIVES,
            title,
            named.id if named else None,
            active=named.active if named else True,
        )
        self.names = NameFields(self, named)
        self.settle()

    def typed(self) -> object:
        """The names."""
        return self.names.values

    def saver(self) -> "Callable[[Store], str]":
        """As a new initiative, or as the one it was."""
        name_ar, name_en = self.names.values
        return lambda store: save_initiative(store, name_ar, name_en, self.record_id)


class CategoryEditor(Editor):
    """A reason for priority, such as أرملة."""

    def __init__(self, context: UiContext, line: CategoryLine | None) -> None:
        title = tr("Catalogue", "New category") if line is None else tr("Catalogue", "Category")
        super().__init__(
            context,
            Shelf.CATEGORIES,
            title,
            line.id if line else None,
            active=line.active if line else True,
        )
        self.names = NameFields(self, line)
        self.synonyms = SynonymsEdit.add_to(self, line.synonyms if line else frozenset())
        self.settle()

    def typed(self) -> object:
        """The names and the synonyms."""
        return self.names.values, self.synonyms.values

    def saver(self) -> "Callable[[Store], str]":
        """As a new category, or as the one it was."""
        name_ar, name_en = self.names.values
        synonyms = self.synonyms.values
        return lambda store: save_category(store, name_ar, name_en, synonyms, self.record_id)
