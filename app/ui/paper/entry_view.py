"""Enter paper: number, time, family, items, save; the next slip. The keyboard is enough."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import DayMissing
from app.services.catalogue import CategoryLine, categories
from app.services.convoys import ConvoySummary, convoys
from app.services.day import ConvoyDay, calendar_day, today
from app.services.household_card import HouseholdCard, paper_card
from app.services.paper.entry import (
    PaperHandOver,
    SlipOnDesk,
    paper_day,
    record_paper,
    slip_typed,
)
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.desk.household_view import HouseholdView
from app.ui.desk.registration_form import RegistrationForm
from app.ui.desk.serving_view import drop_beyond, show_last
from app.ui.messages import text_of
from app.ui.paper.entered_text import entered_text, number_text
from app.ui.paper.family_finder import FamilyFinder
from app.ui.paper.slip_head import SlipHead
from app.ui.paper.slips_in import SlipsIn
from app.ui.paper.what_lacks import what_lacks
from app.ui.parts import Part
from app.ui.tr import tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label

_COUNTED: Final = frozenset({"aid_record", "slip_range", "convoy", "setting"})


class EntryView(Part):
    """The focus goes from field to field by Enter, and back to the number once a slip is saved."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._slip: SlipOnDesk | None = None
        self.view: HouseholdView | None = None
        self.form: RegistrationForm | None = None
        self.message = InlineMessage()
        self.head = SlipHead(calendar_day(context.store))
        self.number = label(role="value")
        self.finder = FamilyFinder(context)
        self.slips_in = SlipsIn(context, self)
        self._card = QStackedWidget()
        self._states = QStackedWidget()
        self._lay_out()
        self._wire()
        self._enable()

    def begin(self) -> None:
        """Ready for a slip, or for what was being typed."""
        self._load()
        if self._slip is None:
            self.head.slip.setFocus()

    # --- what it is made of ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._card.addWidget(
            EmptyPage(
                "receipts",
                tr("Paper", "Slips that come back from the field"),
                tr(
                    "Paper",
                    "Number, time, family, what was given: Enter goes on, Ctrl+Enter saves, and "
                    "the next slip can be typed. Each counts from the real time on.",
                ),
            )
        )
        beside = QVBoxLayout()
        beside.setSpacing(tokens.WITHIN)
        for part in (self.number, self.finder, self.slips_in):
            beside.addWidget(part)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.BETWEEN)
        middle.addWidget(self._card, 3)
        middle.addLayout(beside, 2)
        self._typing = typing = QWidget()
        inside = QVBoxLayout(typing)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(tokens.WITHIN)
        inside.addWidget(self.head)
        inside.addLayout(middle, 1)
        inside.addLayout(self._actions())
        self._states.addWidget(typing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.message)
        column.addWidget(self._states, 1)

    def _actions(self) -> QHBoxLayout:
        self.register_button = button(
            tr("Desk", "New household"), self._register, icon="add", keys="Ctrl+N"
        )
        self.save_button = button(
            tr("Paper", "Save the slip"),
            self._save,
            kind="primary",
            icon="save",
            keys="Ctrl+Return",
        )
        row = QHBoxLayout()
        row.addWidget(self.register_button)
        row.addStretch(1)
        row.addWidget(self.save_button)
        return row

    def _wire(self) -> None:
        self.head.typed.connect(self._on_typed)
        self.head.family_wanted.connect(self._focus_family)
        self.head.day_changed.connect(self._ask_again)
        self.head.convoy_changed.connect(self._on_convoy)
        self.finder.chosen.connect(self._open_household)
        self.finder.found_some.connect(self._on_found)
        self.finder.failed.connect(self.show_error)
        self._context.bus.changed.connect(self._on_changed)
        shortcut(self._typing, "F2", tr("Paper", "Slip"), self.head.slip.setFocus)
        shortcut(self._typing, "F3", tr("Desk", "Search"), self._focus_family)
        shortcut(self._typing, "Escape", tr("Paper", "Leave this slip"), self._next_slip)

    # --- the slip --------------------------------------------------------------------------------

    def _on_typed(self, text: str) -> None:
        store, convoy = self._context.store, self.head.convoy_id
        self._next_slip()
        self._context.tasks.run(
            lambda: slip_typed(store, text, convoy), self._on_slip, self._on_wrong_slip
        )

    def _on_slip(self, slip: SlipOnDesk) -> None:
        if slip.on_file:
            told = tr("Paper", "Slip {number} is on file:", number=number_text(slip.number))
            self.message.say("warning", "\n".join([told, *map(entered_text, slip.on_file)]))
            self.head.slip.setFocus()
            return
        self._slip = slip
        self.number.setText(tr("Paper", "Slip {number}", number=number_text(slip.number)))
        self.head.show_slip(slip.day.convoy_id, slip.day.date)
        self.finder.look_in(slip.day.convoy_id)
        self.slips_in.ask(slip.day.convoy_id)
        self._enable()

    def _on_wrong_slip(self, error: Exception) -> None:
        self.show_error(error)
        self.head.slip.setFocus()

    def _on_convoy(self) -> None:
        """A typed number is of the convoy that is chosen: it begins again with another."""
        self._next_slip()
        self.slips_in.ask(self.head.convoy_id)

    def _next_slip(self) -> None:
        self._slip = None
        self._drop_family()
        self.number.clear()
        self.head.time.clear()
        self.finder.look_in(None)
        self.message.clear()
        self._enable()
        self.head.slip.setFocus()

    # --- the family ------------------------------------------------------------------------------

    def _focus_family(self) -> None:
        if self._slip is not None:
            self.finder.focus()

    def _on_found(self, some: bool) -> None:  # noqa: FBT001 - a signal's argument
        if some:
            self.message.clear()
        else:
            register = tr("Desk", "Register a new household")
            self.message.say("info", tr("Desk", "Nobody was found."), register, self._register)

    def _open_household(self, household_id: str) -> None:
        store, slip, day = self._context.store, self._slip, self.head.chosen_day
        if slip is None:
            return
        if day is None:
            self._lacks_day()
            return
        convoy = slip.day.convoy_id
        self._context.tasks.run(
            lambda: (
                paper_card(store, household_id, paper_day(store, convoy, day)),
                categories(store, unused=True),
            ),
            self._on_card,
            self.show_error,
        )

    def _on_card(self, loaded: tuple[HouseholdCard, tuple[CategoryLine, ...]]) -> None:
        card, known = loaded
        language = self._context.words.language
        self.message.clear()
        self._drop_family()
        self.view = HouseholdView(card, {one.id: one.name(language) for one in known})
        self.view.changed.connect(self._enable)
        show_last(self._card, self.view)
        self._enable()
        if self.view.rows and not self.head.day.hasFocus():
            self.view.rows[0].tick.setFocus()

    def _ask_again(self) -> None:
        """The rules answer by the day on the paper."""
        if self.view is not None and self.head.chosen_day is not None:
            self._open_household(self.view.card.id)

    def _drop_family(self) -> None:
        self.view = None
        drop_beyond(self._card, 0)

    def _register(self) -> None:
        if self._slip is None or self.form is not None:
            return
        self.form = form = RegistrationForm(
            self._context, self.finder.search.text(), self._slip.day
        )
        form.registered.connect(self._on_registered)
        form.opened_instead.connect(self._on_registered)
        form.left.connect(self._leave_form)
        self.message.clear()
        show_last(self._states, form)
        form.begin()

    def _on_registered(self, household_id: str) -> None:
        self._leave_form()
        self._open_household(household_id)

    def _leave_form(self) -> None:
        self.form = None
        drop_beyond(self._states, 0)
        self.finder.focus()

    # --- saving ----------------------------------------------------------------------------------

    def _save(self) -> None:
        store, command = self._context.store, self._command()
        if command is not None:
            self.save_button.setEnabled(False)
            self._context.tasks.run(
                lambda: record_paper(store, command), self._on_saved, self._on_refused, kind="write"
            )

    def _command(self) -> PaperHandOver | None:
        """What is typed; None, with the cursor where something lacks."""
        slip, view, day = self._slip, self.view, self.head.chosen_day
        if slip is None or view is None:
            return None
        if day is None:
            self._lacks_day()
            return None
        lacking = what_lacks(self.head, view)
        if lacking is not None:
            self.message.say("warning", lacking.text)
            lacking.focus()
            return None
        return PaperHandOver(
            slip.day.convoy_id,
            slip.slip_no,
            view.card.id,
            view.lines,
            day,
            self.head.time.value,
            view.collector.person_id,
            view.collector.proxy,
        )

    def _lacks_day(self) -> None:
        self.show_error(DayMissing())
        self.head.day.setFocus()

    def _on_saved(self, _record_id: str) -> None:
        number = self._slip.number if self._slip else ""
        self._next_slip()
        said = tr("Paper", "Slip {number} is saved", number=number_text(number))
        self._context.bus.said.emit(said)

    def _on_refused(self, error: Exception) -> None:
        self.show_error(error)
        self._enable()

    def show_error(self, error: Exception) -> None:
        """Say in place what went wrong."""
        self.message.say("error", text_of(error))

    def _enable(self) -> None:
        self.register_button.setEnabled(self._slip is not None)
        self.save_button.setEnabled(self.view is not None and bool(self.view.lines))

    # --- what it is asked about ------------------------------------------------------------------

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _COUNTED:
            self._load()

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: (convoys(store), today(store)), self._on_convoys, self.show_error
        )

    def _on_convoys(self, loaded: tuple[tuple[ConvoySummary, ...], ConvoyDay | None]) -> None:
        self.head.offer(*loaded)
        self.slips_in.ask(self.head.convoy_id)
