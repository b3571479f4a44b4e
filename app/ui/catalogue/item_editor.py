"""An aid item: its names, its number on receipts, its unit, kind and value."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.quantity import UNITS, Quantity, format_quantity, parse_quantity
from app.errors import ItemCodeTaken, ItemInUse, UnitMissing
from app.services.catalogue import Item, ItemForm, Shelf, save_item
from app.ui import tokens
from app.ui.catalogue.editor import Editor
from app.ui.catalogue.names import NameFields, SynonymsEdit
from app.ui.context import UiContext
from app.ui.tr import of, tr, words
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field
from app.words.aid import unit_text
from app.words.catalogue import ITEM_KINDS

if TYPE_CHECKING:
    from app.db.store import Store

_PIASTRE: Final = 10
"""Thousandths of a pound."""


class ItemEditor(Editor):
    """A new item takes the next free number by itself."""

    def __init__(self, context: UiContext, item: Item | None) -> None:
        title = tr("Catalogue", "New item") if item is None else tr("Catalogue", "Item")
        super().__init__(
            context,
            Shelf.ITEMS,
            title,
            item.id if item else None,
            active=item.active if item else True,
        )
        self.names = NameFields(self, item)
        self.code = DigitsLineEdit(longest=4)
        self.code.setText(str(item.code) if item else "")
        self.unit: Choice[str] = Choice(
            [(unit, unit_text(words(), unit)) for unit in UNITS], item.unit if item else UNITS[0]
        )
        self.kind: Choice[str] = Choice(
            [
                ("", tr("Catalogue", "no kind")),
                *((kind, of(text)) for kind, text in ITEM_KINDS.items()),
            ],
            item.kind if item else "",
        )
        self.value = DigitsLineEdit(longest=12, also=".")
        self.value.setText(_pounds(item.value) if item else "")
        code = Field(tr("Catalogue", "Number"), self.code)
        unit = Field(tr("Catalogue", "Unit"), self.unit)
        self.form.add_row(_beside(code, unit))
        self.form.add_row(
            _beside(
                Field(tr("Catalogue", "Kind"), self.kind),
                Field(tr("Catalogue", "Value of a unit, EGP"), self.value),
            )
        )
        self.synonyms = SynonymsEdit.add_to(self, item.synonyms if item else frozenset())
        self.causes.update({ItemCodeTaken: code, ItemInUse: code, UnitMissing: unit})
        self.settle()

    def typed(self) -> ItemForm:
        """The item as it stands in the fields."""
        name_ar, name_en = self.names.values
        return ItemForm(
            name_ar=name_ar,
            unit=self.unit.value,
            name_en=name_en,
            code=int(self.code.text()) if self.code.text() else None,
            kind=self.kind.value,
            value=_piastres(self.value.text()),
            synonyms=self.synonyms.values,
        )

    def saver(self) -> "Callable[[Store], str]":
        """As a new item, or as the one it was."""
        form = self.typed()
        return lambda store: save_item(store, form, self.record_id)


def _beside(*fields: QWidget) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.BETWEEN)
    for field in fields:
        row.addWidget(field, 1)
    return part


def _pounds(piastres: int | None) -> str:
    return "" if piastres is None else format_quantity(Quantity(piastres * _PIASTRE))


def _piastres(pounds: str) -> int | None:
    parsed = parse_quantity(pounds)
    return None if parsed is None else parsed.quantity // _PIASTRE
