"""A few options to tick, side by side, as many lines as they need."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

_T = TypeVar("_T")
_COLUMNS = 3


class ChoiceChips(QWidget, Generic[_T]):
    """Any number of the options can be chosen; Space toggles the one in focus."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[_T, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)

    @property
    def values(self) -> tuple[_T, ...]:
        """What is chosen."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    def set_options(self, options: list[tuple[_T, str]]) -> None:
        """The options by their words, none chosen."""
        for chip in self._chips.values():
            chip.deleteLater()
        self._chips = {}
        for at, (value, text) in enumerate(options):
            chip = QPushButton(text)
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.toggled.connect(lambda _: self.changed.emit())
            self._chips[value] = chip
            self._grid.addWidget(chip, at // _COLUMNS, at % _COLUMNS)

    def set_values(self, values: list[_T]) -> None:
        """Choose these and no others."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)
