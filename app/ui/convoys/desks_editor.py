"""The desks of a convoy: whom each serves, with how many households that comes to, and its team."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app.domain.desk_assignment import Duty, Shares
from app.errors import LabelMissing, LabelTaken
from app.services.desks.plan import DeskPlan, change_desks, desk_plan
from app.services.places import places
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.convoys.desk_form import DeskForm
from app.ui.messages import text_of
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words.joined import joined
from app.words.numbers import in_digits, isolated
from app.words.places import place_name

_LIST_WIDTH: Final = 360
_PAUSE_MS: Final = 300
"""The counts follow once nobody has typed for this long."""
_NEW: Final = "new-"


@dataclass(frozen=True)
class _Loaded:
    plan: DeskPlan
    villages: tuple[tuple[str, str], ...]


class DesksEditor(QWidget):
    """The desks at the leading side, the chosen one's form beside them."""

    saved = Signal()
    left = Signal()

    def __init__(self, context: UiContext, convoy_id: str) -> None:
        super().__init__()
        self._context = context
        self._convoy_id = convoy_id
        self._plan: DeskPlan | None = None
        self._laptops: dict[str, str] = {}
        self._at = -1
        self.duties: list[Duty] = []
        self.teams: list[frozenset[str]] = []
        self.message = InlineMessage()
        self.title = label("", "title")
        self.list = QListWidget()
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setAccessibleName(tr("Desks", "Desks"))
        self.form = DeskForm()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.count)
        self._lay_out()
        self.list.currentRowChanged.connect(self._on_row)
        self.form.changed.connect(self._on_changed)
        store, language = context.store, context.words

        def load() -> _Loaded:
            plan = desk_plan(store, convoy_id)
            gazetteer = places(store).gazetteer
            named = (
                (code, place_name(language, gazetteer.places[code]))
                for code in plan.villages
                if code in gazetteer.places
            )
            return _Loaded(plan, tuple(sorted(named, key=lambda pair: pair[1])))

        context.tasks.run(load, self._on_loaded, self._on_error)

    def begin(self) -> None:
        """Put the focus on the desks."""
        self.list.setFocus()

    def count(self) -> None:
        """How many households each desk serves as typed."""
        plan, duties = self._plan, tuple(self.duties)
        if plan is not None:
            self._context.tasks.run(
                lambda: plan.shares_of(duties), self._on_counted, self._on_error
            )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.title)
        column.addWidget(
            label(
                tr(
                    "Desks",
                    "A desk serves the households for which all that is set here fits; with "
                    "nothing set it serves everybody. At another desk they need a supervisor.",
                ),
                "secondary",
                wrap=True,
            )
        )
        column.addWidget(self.message)
        beside = QVBoxLayout()
        beside.setSpacing(tokens.WITHIN)
        beside.addWidget(self.list, 1)
        beside.addWidget(button(tr("Desks", "Add a desk"), self._on_add, icon="add", keys="Ctrl+N"))
        row = QHBoxLayout()
        row.setSpacing(tokens.PAGE_EDGE)
        row.addLayout(beside)
        row.addWidget(scrolled(self.form), 1)
        column.addLayout(row, 1)
        actions = QHBoxLayout()
        actions.addWidget(button(tr("Convoys", "Back"), self.left.emit))
        self._save_button = button(
            tr("Desks", "Save the desks"), self._on_save, kind="primary", keys="Ctrl+Return"
        )
        actions.addWidget(self._save_button)
        actions.addStretch(1)
        column.addLayout(actions)
        shortcut(self, "Escape", tr("Convoys", "Back to the convoys"), self.left.emit)

    def _on_loaded(self, loaded: _Loaded) -> None:
        self._plan = loaded.plan
        self.title.setText(tr("Desks", "Desks: {convoy}", convoy=isolated(loaded.plan.convoy_name)))
        self.form.set_villages(loaded.villages)
        self._laptops = {desk.duty.desk_id: desk.laptop for desk in loaded.plan.desks}
        self.form.set_people((one, isolated(name)) for one, name in loaded.plan.people)
        self.duties = [desk.duty for desk in loaded.plan.desks]
        self.teams = [desk.team for desk in loaded.plan.desks]
        for _ in self.duties:
            self.list.addItem("")
        self.form.setEnabled(bool(self.duties))
        self.list.setCurrentRow(0)
        self.count()

    def _on_row(self, row: int) -> None:
        self._at = row
        if 0 <= row < len(self.duties):
            self.form.show_desk(self.duties[row], self.teams[row])

    def _on_changed(self) -> None:
        if 0 <= self._at < len(self.duties):
            self.duties[self._at] = self.form.duty
            self.teams[self._at] = self.form.team.values
            self._pause.start()

    def _on_add(self) -> None:
        number = str(len(self.duties) + 1)
        self.duties.append(Duty(f"{_NEW}{number}", number))
        self.teams.append(frozenset())
        self.list.addItem("")
        self.form.setEnabled(True)
        self.list.setCurrentRow(len(self.duties) - 1)
        self.form.name.setFocus()
        self.form.name.selectAll()
        self.count()

    def _on_counted(self, found: Shares) -> None:
        for row, duty in enumerate(self.duties):
            item = self.list.item(row)
            if item is not None:
                item.setText(self._line(duty, found.by_desk.get(duty.desk_id, 0)))
        if found.of_none:
            self.message.say(
                "warning",
                tr(
                    "Desks",
                    "%n households are of no desk, and no desk takes walk-ins: any desk serves "
                    "them.",
                    n=found.of_none,
                ),
            )
        else:
            self.message.clear()

    def _line(self, duty: Duty, households: int) -> str:
        parts = [
            in_digits(duty.name.strip(), words().digits) or tr("Desks", "without a name"),
            tr("Desks", "%n households", n=households),
            tr("Desks", "walk-ins") if duty.walk_ins else "",
            self._laptops.get(duty.desk_id, ""),
        ]
        return joined(words(), [isolated(part) for part in parts])

    def _on_save(self) -> None:
        store, convoy_id = self._context.store, self._convoy_id
        duties = [
            replace(duty, desk_id="") if duty.desk_id.startswith(_NEW) else duty
            for duty in self.duties
        ]
        teams = list(self.teams)
        self._save_button.setEnabled(False)
        self._context.tasks.run(
            lambda: change_desks(store, convoy_id, duties, teams),
            self._on_saved,
            self._on_error,
            kind="write",
        )

    def _on_saved(self, _: None) -> None:
        self._context.bus.said.emit(tr("Desks", "The desks are saved"))
        self.saved.emit()

    def _on_error(self, error: Exception) -> None:
        self._save_button.setEnabled(True)
        if isinstance(error, LabelMissing | LabelTaken):
            self.form.name_field.show_wrong(text_of(error))
        else:
            self.message.say("error", text_of(error))
