"""A combo box whose entries carry a value."""

from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

_T = TypeVar("_T")


class Choice(QComboBox, Generic[_T]):
    """Pick one of a few values by their words."""

    chosen = Signal(object)

    def __init__(self, options: list[tuple[_T, str]], current: _T | None = None) -> None:
        super().__init__()
        self._values: list[_T] = []
        self.set_options(options, current)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))

    @property
    def value(self) -> _T:
        """What is chosen. Raises IndexError when there is nothing to choose from."""
        return self._values[self.currentIndex()]

    def set_options(self, options: list[tuple[_T, str]], current: _T | None = None) -> None:
        """Offer these instead, with `current` chosen if it is among them, else the first."""
        self._values = [value for value, _ in options]
        self.clear()
        self.addItems([text for _, text in options])
        if current in self._values:
            self.setCurrentIndex(self._values.index(current))

    def may_shrink(self) -> None:
        """Take the room there is rather than that of the longest words; the list shows them."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def choose(self, value: _T) -> None:
        """Choose a value as if from the list; one that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a form must not change what is chosen."""
        event.ignore()
