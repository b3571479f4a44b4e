"""Which rows of a list make one family.

A family's number groups its rows, wherever they stand in the sheet. Without numbers a row that
names a head begins a family, and the relatives under it belong to it. Else each row is a family.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.importing.list_row import ListRow
from app.domain.importing.remarks import Code, Remark
from app.domain.people import Relationship


@dataclass(frozen=True, slots=True)
class Family:
    """Rows of one family, its head first; refused rows are not among them."""

    rows: tuple[ListRow, ...]

    @property
    def head(self) -> ListRow:
        """The head, or whoever stands first where the list names none."""
        return self.rows[0]


def group_families(rows: Iterable[ListRow], *, numbered: bool, related: bool) -> tuple[Family, ...]:
    """The families of a list, in the order in which they begin.

    `numbered` and `related` say whether the list has columns for the family's number and for the
    relationship. Where numbers are written once a family (merged cells), the rows below it without
    a number belong to it: relatives as a matter of course, others with a remark.
    """
    families: dict[str, list[ListRow]] = {}
    last: str | None = None
    sheet = ""
    for place, row in enumerate(rows):
        if row.refusal is not None:
            continue
        if row.where.sheet != sheet:
            sheet, last = row.where.sheet, None
        key = _key(row, place)
        if _joins(row, last, numbered=numbered, related=related) and last is not None:
            key = last
            if not row.relationship:
                row = _assumed(row)
        families.setdefault(key, []).append(row)
        last = key
    return tuple(Family(_head_first(members)) for members in families.values())


def _key(row: ListRow, place: int) -> str:
    number = row.household_no
    return f"{row.where.sheet}\n{number}" if number else f"row {place}"


def _joins(row: ListRow, last: str | None, *, numbered: bool, related: bool) -> bool:
    """Whether a row without a number belongs to the family above it."""
    if row.household_no or last is None:
        return False
    if related and row.relationship:
        return row.relationship != Relationship.HEAD
    return numbered and not related and "\n" in last


def _assumed(row: ListRow) -> ListRow:
    return replace(row, remarks=(*row.remarks, Remark(Code.FAMILY_ASSUMED)))


def _head_first(rows: list[ListRow]) -> tuple[ListRow, ...]:
    return tuple(sorted(rows, key=lambda row: row.relationship != Relationship.HEAD))
