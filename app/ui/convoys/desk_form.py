"""Whom one desk serves and who works at it, in one column."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from app.domain.desk_assignment import Duty, letters_in, letters_text
from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.check_list import CheckList
from app.ui.widgets.form import Field, Form


class DeskForm(Form):
    """Says that something changed with every letter, so that the counts follow."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._duty = Duty("", "")
        self.name = QLineEdit()
        self.villages = CheckList(4)
        self.number_from = QLineEdit()
        self.number_to = QLineEdit()
        self.letters = QLineEdit()
        self.walk_ins = QCheckBox(tr("Desks", "Walk-ins: who is new, or of no desk"))
        self.name_field = self.add(tr("Desks", "Name"), self.name)
        self.add(
            tr("Desks", "Villages"), self.villages, tr("Desks", "None ticked: of all villages.")
        )
        numbers = QWidget()
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(Field(tr("Desks", "Household numbers from"), self.number_from))
        row.addWidget(Field(tr("Desks", "to"), self.number_to))
        self.add_row(numbers)
        self.add(
            tr("Desks", "First letters of the head's name"),
            self.letters,
            tr("Desks", "One by one, or from one to another: أ-ح"),
        )
        self.add_row(self.walk_ins)
        self.team = CheckList(4)
        self.add(
            tr("Desks", "Team"),
            self.team,
            tr(
                "Desks",
                "The desk's laptop learns of it with its next update. Whoever is new there enters "
                "with the laptop's passphrase and then chooses a PIN in the settings.",
            ),
        )
        for field in (self.name, self.number_from, self.number_to, self.letters):
            field.textEdited.connect(self.changed)
        self.villages.changed.connect(self.changed)
        self.team.changed.connect(self.changed)
        self.walk_ins.toggled.connect(self.changed)

    @property
    def duty(self) -> Duty:
        """The desk as typed."""
        return replace(
            self._duty,
            name=self.name.text(),
            villages=self.villages.values,
            letters=letters_in(self.letters.text()),
            number_from=self.number_from.text().strip(),
            number_to=self.number_to.text().strip(),
            walk_ins=self.walk_ins.isChecked(),
        )

    def set_villages(self, villages: Iterable[tuple[str, str]]) -> None:
        """The convoy's villages by id and name."""
        self.villages.set_options(villages)

    def set_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Who may be of the team, by id and name."""
        self.team.set_options(people)

    def show_desk(self, duty: Duty, team: frozenset[str]) -> None:
        """Another desk, in place of the one shown."""
        self._duty = duty
        self.team.set_values(team)
        self.clear_wrong()
        self.name.setText(duty.name)
        self.villages.set_values(duty.villages)
        self.number_from.setText(duty.number_from)
        self.number_to.setText(duty.number_to)
        self.letters.setText(letters_text(duty.letters))
        self.walk_ins.blockSignals(True)
        self.walk_ins.setChecked(duty.walk_ins)
        self.walk_ins.blockSignals(False)
