"""One row of a hand-over sheet: who took what, how much of it, when."""

import datetime as dt
from dataclasses import dataclass, replace

from app.domain.dates import Precision, parse_date
from app.domain.importing.cells import SourceRow, number_text, text_of
from app.domain.importing.columns import Column
from app.domain.importing.dictionary import Dictionary, Item
from app.domain.importing.layout import GuessedColumn, Layout
from app.domain.importing.list_row import ListRow
from app.domain.importing.remarks import Code, Remark, refusal_among
from app.domain.importing.row_reader import RowReader
from app.domain.importing.titles import Titles
from app.domain.names import normalise
from app.domain.quantity import ONE, ParsedQuantity, Quantity, in_unit, parse_quantity


@dataclass(frozen=True, slots=True)
class Given:
    """An item and how much of it, in thousandths of its unit."""

    item_id: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class AidRow:
    """A hand-over. `day` is None where neither the row nor the sheet tells it; `convoy` and
    `organisation` are the sheet's words."""

    person: ListRow
    given: tuple[Given, ...] = ()
    day: dt.date | None = None
    convoy: str = ""
    organisation: str = ""
    receipt_no: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def refusal(self) -> Remark | None:
        """Why the row cannot be taken; None when person, item and quantity are understood."""
        return refusal_among(self.remarks)


class AidReader:
    """Reads the rows of a hand-over sheet: an item a row, or a column for each item."""

    def __init__(
        self, layout: Layout, dictionary: Dictionary, titles: Titles, sheet: str = ""
    ) -> None:
        self._words = dictionary
        self._titles = titles
        self._layout = layout
        self._columns = () if layout.has(Column.ITEM) else _item_columns(layout, dictionary)
        kept = tuple(
            replace(one, column=Column.IGNORE) if one.index in dict(self._columns) else one
            for one in layout.columns
        )
        self._people = RowReader(replace(layout, columns=kept), dictionary, titles, sheet)

    def read(self, row: SourceRow) -> AidRow:
        """What the row says, with a remark for all that could not be understood."""
        person = self._people.read(row)
        nameless = person.refusal
        remarks = [remark for remark in person.remarks if remark is not nameless]
        if nameless and not (person.document.number or person.household_no):
            formula = nameless.code is Code.NAME_IS_FORMULA
            remarks.append(nameless if formula else Remark(Code.NO_PERSON))
        given = self._columns_given(row, remarks) if self._columns else self._given(row, remarks)
        return AidRow(
            person=person,
            given=given,
            day=self._day(row, remarks),
            convoy=self._text(row, Column.CONVOY),
            organisation=self._text(row, Column.ORGANISATION),
            receipt_no=number_text(self._cell(row, Column.RECEIPT_NO)) or "",
            remarks=tuple(remarks),
        )

    def _cell(self, row: SourceRow, column: Column) -> object:
        index = self._layout.index_of(column)
        return None if index is None else row.cell(index)

    def _text(self, row: SourceRow, column: Column) -> str:
        return text_of(self._cell(row, column))

    def _day(self, row: SourceRow, remarks: list[Remark]) -> dt.date | None:
        written = self._cell(row, Column.DATE)
        if not text_of(written):
            return self._titles.day
        found = parse_date(written, latest=dt.date(2199, 12, 31))
        if found is not None and found.precision is Precision.DAY:
            return found.day
        remarks.append(Remark(Code.DATE_UNREADABLE, text_of(written)))
        return self._titles.day

    def _given(self, row: SourceRow, remarks: list[Remark]) -> tuple[Given, ...]:
        written = self._text(row, Column.ITEM)
        item, beside = self._words.item(written)
        if item is None:
            code = Code.ITEM_UNKNOWN if written else Code.NO_ITEM
            remarks.append(Remark(code, written))
            return ()
        quantity = self._quantity(self._cell(row, Column.QUANTITY), item, beside, remarks)
        return (Given(item.id, quantity),) if quantity else ()

    def _quantity(
        self, cell: object, item: Item, beside: ParsedQuantity | None, remarks: list[Remark]
    ) -> Quantity | None:
        """The quantity of a cell, or else the one written beside the item."""
        written = text_of(cell)
        parsed = self._parsed(cell) if written else beside
        if parsed is None:
            remarks.append(Remark(Code.QUANTITY_UNCLEAR if written else Code.NO_QUANTITY, written))
            return None
        if parsed.quantity == 0:
            remarks.append(Remark(Code.NO_QUANTITY, written))
            return None
        quantity = in_unit(parsed, item.unit)
        if not quantity:
            remarks.append(Remark(Code.UNIT_DOES_NOT_FIT, written))
            return None
        return quantity

    def _parsed(self, cell: object) -> ParsedQuantity | None:
        text = text_of(cell)
        yes = self._words.phrases.yes
        if not any(character.isdigit() for character in text) and (
            text in yes or normalise(text) in yes
        ):
            return ParsedQuantity(ONE, None)
        return parse_quantity(cell if isinstance(cell, int | float) else text)

    def _columns_given(self, row: SourceRow, remarks: list[Remark]) -> tuple[Given, ...]:
        """The items whose cells hold a quantity or a tick; empty cells and zeros are not given."""
        found: list[Given] = []
        unclear: list[Remark] = []
        empty = self._words.phrases.no
        for index, item in self._columns:
            text = text_of(row.cell(index))
            if not text or text in empty or normalise(text) in empty:
                continue
            quantity = self._quantity(row.cell(index), item, None, unclear)
            if quantity:
                found.append(Given(item.id, quantity))
        if found:
            remarks += [Remark(Code.PART_UNCLEAR, remark.written) for remark in unclear]
        else:
            remarks += unclear or [Remark(Code.NO_QUANTITY)]
        return tuple(found)


def _item_columns(layout: Layout, words: Dictionary) -> tuple[tuple[int, Item], ...]:
    """The columns headed by an item, for sheets without a column for the item's name."""

    def meant(column: GuessedColumn) -> Item | None:
        return words.items.get(normalise(column.header))

    return tuple(
        (one.index, item)
        for one in layout.columns
        if one.column in (Column.OTHER, Column.QUANTITY) and (item := meant(one)) is not None
    )
