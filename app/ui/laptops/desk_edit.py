"""The desk of a laptop: one that was planned, or a new one, and whom it serves."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.digits import to_ascii_digits
from app.services.exchange.order import Assignment, DeskOrder
from app.services.team.offered import OfferedConvoy, OfferedDesk
from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Field


class DeskEdit(QWidget):
    """What is chosen stands in `order`."""

    def __init__(self) -> None:
        super().__init__()
        self.desk: Choice[OfferedDesk | None] = Choice([(None, tr("Laptops", "A new desk"))])
        self.desk.currentIndexChanged.connect(lambda _: self._on_desk())
        self.name = QLineEdit()
        self.letters = QLineEdit()
        self.first = QLineEdit()
        self.last = QLineEdit()
        self.walk_ins = QCheckBox(tr("Laptops", "Takes families that are of no desk"))
        self.choice = Field(tr("Laptops", "Desk"), self.desk)
        self._name_field = Field(
            tr("Laptops", "Name of the new desk"),
            self.name,
            tr("Laptops", "Empty: as the laptop is called."),
        )
        letters = Field(
            tr("Laptops", "First letters"), self.letters, tr("Laptops", "For example: أ ب ت")
        )
        numbers = QHBoxLayout()
        numbers.setSpacing(tokens.WITHIN)
        numbers.addWidget(Field(tr("Laptops", "Numbers from"), self.first))
        numbers.addWidget(Field(tr("Laptops", "to"), self.last))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.choice)
        column.addWidget(self._name_field)
        column.addWidget(letters)
        column.addLayout(numbers)
        column.addWidget(self.walk_ins)

    def offer(self, convoy: OfferedConvoy | None) -> None:
        """The free desks of a convoy, a new one first."""
        desks = convoy.desks if convoy is not None else ()
        new = tr("Laptops", "A new desk")
        self.desk.set_options([(None, new), *((one, one.name) for one in desks)])
        self.setVisible(convoy is not None)
        self._on_desk()

    def order(self) -> DeskOrder:
        """The desk as chosen; it serves everybody where nothing is said."""
        chosen = self.desk.value
        villages = chosen.serves.villages if chosen is not None else frozenset()
        serves = Assignment(
            villages,
            frozenset(sign for sign in self.letters.text() if sign.isalpha()),
            to_ascii_digits(self.first.text().strip()),
            to_ascii_digits(self.last.text().strip()),
            self.walk_ins.isChecked(),
        )
        if chosen is not None:
            return DeskOrder(chosen.name, chosen.id, serves)
        return DeskOrder(self.name.text().strip(), serves=serves)

    def _on_desk(self) -> None:
        chosen = self.desk.value
        serves = chosen.serves if chosen is not None else Assignment()
        self._name_field.setVisible(chosen is None)
        self.letters.setText(" ".join(sorted(serves.letters)))
        self.first.setText(serves.number_from)
        self.last.setText(serves.number_to)
        self.walk_ins.setChecked(serves.walk_ins)
