"""The top of *Enter paper*: the slip's number, its convoy, the day and the time on it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.dates import PartialDate
from app.services.convoys import ConvoySummary
from app.services.day import ConvoyDay
from app.ui import tokens
from app.ui.paper.scan_field import ScanField
from app.ui.paper.time_edit import TimeEdit
from app.ui.tr import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_edit import DateEdit
from app.ui.widgets.labels import label


class SlipHead(QWidget):
    """Convoy and day stay from one slip to the next; Enter in the time goes on to the family."""

    typed = Signal(str)
    family_wanted = Signal()
    day_changed = Signal()
    convoy_changed = Signal()

    def __init__(self, today: dt.date) -> None:
        super().__init__()
        self.slip = ScanField(tr("Paper", "Scan the slip, or type its number"))
        self.convoy: Choice[str] = Choice([])
        self.convoy.may_shrink()
        self.day = DateEdit(today)
        self.time = TimeEdit()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN)
        for name, field, share in (
            (tr("Paper", "Slip"), self.slip, 4),
            (tr("Paper", "Convoy"), self.convoy, 4),
            (tr("Paper", "Day"), self.day, 2),
            (tr("Paper", "Time"), self.time, 1),
        ):
            field.setAccessibleName(name)
            row.addWidget(_named(name, field), share)
        self.slip.scanned.connect(self.typed)
        self.day.value_changed.connect(self.day_changed)
        self.day.returnPressed.connect(self.time.setFocus)
        self.time.returnPressed.connect(self.family_wanted)
        self.convoy.chosen.connect(lambda _: self.convoy_changed.emit())

    @property
    def convoy_id(self) -> str:
        """The chosen convoy; empty while there is none to choose."""
        return self.convoy.value if self.convoy.count() else ""

    @property
    def chosen_day(self) -> dt.date | None:
        """The day on the paper, if a whole day is typed."""
        value = self.day.value
        return value.day if value is not None and value.days[0] == value.days[1] else None

    def offer(self, convoys: Sequence[ConvoySummary], today: ConvoyDay | None) -> None:
        """These convoys to choose from, today's first chosen; what is chosen stays."""
        options = [(one.id, one.name) for one in convoys if not one.closed]
        self.convoy.set_options(options, self.convoy_id or (today.convoy_id if today else None))
        if self.chosen_day is None and today is not None:
            self.day.set_value(PartialDate(today.date))

    def show_slip(self, convoy_id: str, day: dt.date) -> None:
        """Choose the convoy of a scanned slip; its first day where none stands there yet."""
        if self.convoy.value != convoy_id:
            self.convoy.choose(convoy_id)
            self.day.set_value(PartialDate(day))
        elif self.chosen_day is None:
            self.day.set_value(PartialDate(day))
        self.time.setFocus()
        self.time.selectAll()


def _named(name: str, field: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label(name, "caption"))
    column.addWidget(field)
    return part
