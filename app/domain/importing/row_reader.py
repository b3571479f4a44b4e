"""Reads the rows of a beneficiary list, as far as they can be understood."""

from app.domain.importing.cells import SourceRow, number_text
from app.domain.importing.columns import Column
from app.domain.importing.dictionary import Dictionary
from app.domain.importing.layout import Layout
from app.domain.importing.list_row import ListRow, PlaceWords, Where
from app.domain.importing.row_cells import Columns, RowCells
from app.domain.importing.titles import Titles


class RowReader:
    """Reads the rows under one header."""

    def __init__(
        self, layout: Layout, dictionary: Dictionary, titles: Titles, sheet: str = ""
    ) -> None:
        self._columns = Columns(layout)
        self._words = dictionary
        self._titles = titles
        self._sheet = sheet

    def read(self, row: SourceRow) -> ListRow:
        """What the row says, with a remark for all that could not be understood."""
        cells = RowCells(self._columns, self._words, row)
        name = cells.name()
        document, national_id = cells.document()
        relationship = cells.relationship()
        birth, sex = cells.birth(), cells.sex(relationship)
        if national_id is not None and national_id.verified:
            birth, sex = cells.agree(national_id, birth, sex)
        return ListRow(
            where=Where(self._sheet, row.number),
            household_no=number_text(cells.cell(Column.HOUSEHOLD_NO)) or "",
            name=name,
            relationship=relationship,
            document=document,
            birth=birth,
            sex=sex,
            phone=cells.phone(),
            place=self._place(cells),
            members=cells.members(),
            categories=cells.categories(),
            notes="\n".join(cells.notes),
            remarks=tuple(cells.remarks),
        )

    def _place(self, cells: RowCells) -> PlaceWords:
        above = self._titles
        has_village = Column.VILLAGE in self._columns.index
        return PlaceWords(
            governorate=cells.text(Column.GOVERNORATE) or above.governorate,
            district=cells.text(Column.DISTRICT) or above.district,
            village=cells.text(Column.VILLAGE) if has_village else above.village,
            code=cells.text(Column.VILLAGE_CODE),
            address=cells.text(Column.ADDRESS),
        )
