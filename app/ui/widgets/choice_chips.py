"""A few options to tick, side by side, as many lines as they need."""

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.tr import tr
from app.ui.widgets.buttons import button

_T = TypeVar("_T")
_COLUMNS = 3


class ChoiceChips(QWidget, Generic[_T]):
    """Any number of the options can be chosen; Space toggles the one in focus."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: dict[_T, QPushButton] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._more = button(tr("Chips", "More…"), self._show_all, kind="plain")
        self._more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._grid)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    @property
    def values(self) -> tuple[_T, ...]:
        """What is chosen."""
        return tuple(value for value, chip in self._chips.items() if chip.isChecked())

    @property
    def offered(self) -> tuple[_T, ...]:
        """What there is to choose from."""
        return tuple(self._chips)

    def set_options(self, options: list[tuple[_T, str]], first: int | None = None) -> None:
        """The options by their words, none chosen; those after the `first` few wait behind one
        button."""
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
            chip.setHidden(first is not None and at >= first)
        self._more.setVisible(first is not None and first < len(options))

    def set_values(self, values: list[_T]) -> None:
        """Choose these and no others."""
        for value, chip in self._chips.items():
            chip.setChecked(value in values)
            if value in values:
                chip.show()

    def _show_all(self) -> None:
        self._more.hide()
        for chip in self._chips.values():
            chip.show()
