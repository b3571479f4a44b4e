"""A million rows by their numbers, as the texts that a table model asks for."""

from array import array
from collections.abc import Sequence
from typing import overload


class RowIds(Sequence[str]):
    """Eight bytes a row; the texts are made when they are asked for."""

    def __init__(self, rows: "array[int]") -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [str(row) for row in self._rows[place]]
        return str(self._rows[place])

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Where a row stands. Raises ValueError for one that is not among them."""
        if start == 0 and stop is None:
            return self._rows.index(int(value))
        return super().index(value, start, len(self) if stop is None else stop)
