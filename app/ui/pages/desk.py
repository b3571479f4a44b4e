"""The desk: find a family, see what it may receive, hand it over, print; then the next."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.day import ConvoyDay
from app.services.desk_counter import Counter, desk_counter
from app.services.drafts import keep_draft, kept_draft
from app.services.find import Found, find
from app.services.hand_over import UNDO_MS, HandedOver, HandOver, record_hand_over
from app.services.household_card import HouseholdCard, household_card
from app.services.parked import park_case
from app.services.void import undo_hand_over
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.desk.counter_strip import CounterStrip
from app.ui.desk.history_view import HistoryView
from app.ui.desk.household_view import HouseholdView
from app.ui.desk.parked_list import ParkedList
from app.ui.desk.registration_form import RegistrationForm
from app.ui.desk.results_list import ResultsList
from app.ui.desk.search_field import SearchField
from app.ui.page import Page
from app.ui.printing import print_waiting
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.side_sheet import SideSheet
from app.words.numbers import ltr

if TYPE_CHECKING:
    from collections.abc import Callable

DRAFT = "desk"
MANY_FAMILIES = 3
"""A proxy for more households than this is flagged (design, section 3)."""


class DeskPage(Page):
    """The page that a volunteer has in front of her all day."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.search = SearchField()
        self.results = ResultsList(self.search)
        self.strip = CounterStrip(button("", self._show_parked, kind="plain", icon="park"))
        self.view: HouseholdView | None = None
        self._sheet = SideSheet(self, tr("Desk", "Parked cases"))
        self._today: ConvoyDay | None = None
        self._done: HandedOver | None = None
        self._undo_over = QTimer(self)
        self._undo_over.setSingleShot(True)
        self._undo_over.setInterval(UNDO_MS)
        self._undo_over.timeout.connect(self._forget_undo)
        self._states = QStackedWidget()
        self._states.addWidget(QWidget())
        self._states.addWidget(self._no_convoy())
        self._states.addWidget(self._desk())
        self.body.addWidget(self._states)
        self._wire()
        self._count()

    def opened(self, argument: object) -> None:
        """Ready for the next family; `argument` may be a household to show."""
        self._count()
        if isinstance(argument, str):
            self._open_household(argument)
        self.search.setFocus()

    def _wire(self) -> None:
        self.search.asked.connect(self._on_asked)
        self.search.entered.connect(self._on_entered)
        self.results.chosen.connect(self._open_household)
        self.context.bus.changed.connect(self._on_changed)
        self.add_shortcut("F2", tr("Desk", "Search"), self._focus_search)
        self.add_shortcut("Escape", tr("Desk", "Leave this household"), self._next_family)
        self.add_shortcut("Ctrl+Z", tr("Desk", "Undo the last hand-over"), self._undo)

    # --- what the page is made of ------------------------------------------------------------

    def _no_convoy(self) -> QWidget:
        start = button(
            tr("Desk", "Choose today's convoy"),
            lambda: self.context.bus.page_wanted.emit("convoys", None),
            kind="primary",
            icon="convoys",
        )
        return EmptyPage(
            "desk",
            tr("Desk", "No convoy is chosen for today"),
            tr("Desk", "The desk serves the families of one convoy on one day."),
            start,
        )

    def _desk(self) -> QWidget:
        top = QHBoxLayout()
        top.setSpacing(tokens.WITHIN)
        top.addWidget(self.search, 1)
        top.addWidget(
            button(tr("Desk", "New household"), self._register, icon="add", keys="Ctrl+N")
        )
        self._card = QStackedWidget()
        self._card.addWidget(
            EmptyPage(
                "scan",
                tr("Desk", "Ready for the next family"),
                tr("Desk", "Scan a card or type a name, an ID or a phone. Enter opens the first."),
            )
        )
        self._beside = QStackedWidget()
        self._beside.addWidget(self.results)
        middle = QHBoxLayout()
        middle.setSpacing(tokens.BETWEEN)
        middle.addWidget(self._card, 3)
        middle.addWidget(self._beside, 2)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(top)
        column.addWidget(self.strip)
        column.addLayout(middle, 1)
        column.addLayout(self._actions())
        return made

    def _actions(self) -> QHBoxLayout:
        self._park = button(tr("Desk", "Park for the supervisor"), self._park_case, keys="F4")
        self._hand = button(
            tr("Desk", "Hand over"), lambda: self._hand_over(paper=""), keys="Ctrl+Shift+Return"
        )
        self._print = button(
            tr("Desk", "Hand over and print"),
            lambda: self._hand_over(paper=self.context.settings.receipt_size),
            kind="primary",
            icon="print",
            keys="Ctrl+Return",
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self._park)
        row.addStretch(1)
        row.addWidget(self._hand)
        row.addWidget(self._print)
        self._enable()
        return row

    # --- finding -----------------------------------------------------------------------------

    def _on_asked(self, text: str) -> None:
        self._keep(text)
        if not text.strip():
            self.results.clear()
            return
        store, convoy = self.context.store, self._today.convoy_id if self._today else None
        self.context.tasks.run(lambda: (text, find(store, text, convoy_id=convoy)), self._on_found)

    def _on_found(self, answer: tuple[str, Found]) -> None:
        text, found = answer
        if text != self.search.text():
            return
        self._beside.setCurrentWidget(self.results)
        self.results.show_found(found)
        if found.is_exact and len(found.matches) == 1:
            self.results.choose_current()
        elif not found.matches:
            self.message.say(
                "info",
                tr("Desk", "Nobody was found."),
                tr("Desk", "Register a new household"),
                self._register,
            )
        else:
            self.message.clear()

    def _on_entered(self) -> None:
        if not self.results.choose_current():
            self.search.ask()

    def _open_household(self, household_id: str) -> None:
        store = self.context.store
        self.context.tasks.run(
            lambda: (household_card(store, household_id), category_names(store, self._arabic())),
            self._on_card,
            self.show_error,
        )

    def _arabic(self) -> bool:
        return self.context.words.language == "ar"

    def _on_card(self, loaded: tuple[HouseholdCard, dict[str, str]]) -> None:
        card, categories = loaded
        self.message.clear()
        self._drop(self._card, 1)
        self._drop(self._beside, 1)
        self.view = HouseholdView(card, categories)
        self.view.changed.connect(self._enable)
        self._card.addWidget(self.view)
        self._card.setCurrentWidget(self.view)
        history = HistoryView(card)
        self._beside.addWidget(history)
        self._beside.setCurrentWidget(history)
        self._keep(self.search.text())
        self._enable()

    # --- handing over ------------------------------------------------------------------------

    def _hand_over(self, paper: str) -> None:
        view = self.view
        if view is None:
            return
        lacking = view.first_without_reason()
        if lacking is not None:
            lacking.focus_reason()
            self.message.say("warning", tr("Desk", "Choose why this goes against the answer."))
            return
        if not view.collector.is_complete:
            view.collector.name.setFocus()
            return
        command = HandOver(
            view.card.id,
            view.lines,
            person_id=view.collector.person_id,
            new_proxy=view.collector.proxy,
            paper=paper,
        )
        store = self.context.store
        self._print.setEnabled(False)
        self._hand.setEnabled(False)
        self.context.tasks.run(
            lambda: record_hand_over(store, command),
            self._on_handed_over,
            self._on_refused,
            kind="write",
        )

    def _on_refused(self, error: Exception) -> None:
        self.show_error(error)
        self._enable()

    def _on_handed_over(self, done: HandedOver) -> None:
        self._done = done
        self._undo_over.start()
        self._next_family()
        said = tr("Desk", "Handed over. Receipt {number}", number=ltr(done.short_number))
        if done.proxy_families > MANY_FAMILIES:
            said = tr(
                "Desk",
                "{said}. This proxy has now collected for %n families: tell the supervisor.",
                n=done.proxy_families,
                said=said,
            )
        kind = "warning" if done.proxy_families > MANY_FAMILIES else "done"
        self.message.say(kind, said, tr("Desk", "Undo (Ctrl+Z)"), self._undo)
        if done.print_job_id:
            self._print_job(done.print_job_id)

    def _print_job(self, job_id: str) -> None:
        store, settings = self.context.store, self.context.settings
        self.context.tasks.run(
            lambda: print_waiting(store, job_id, settings),
            self._on_printed,
            self._on_not_printed,
            kind="document",
        )

    def _on_printed(self, number: str) -> None:
        self.context.bus.said.emit(tr("Desk", "Receipt {number} printed", number=ltr(number)))

    def _on_not_printed(self, error: Exception) -> None:
        self.show_error(error)
        if self._done is not None:
            self.message.add_action(tr("Desk", "Undo (Ctrl+Z)"), self._undo)

    def _undo(self) -> None:
        if self._done is None:
            return
        store, record_id = self.context.store, self._done.aid_record_id
        self._forget_undo()
        self.context.tasks.run(
            lambda: undo_hand_over(store, record_id), self._on_undone, self.show_error, kind="write"
        )

    def _on_undone(self, _: None) -> None:
        self.message.say("info", tr("Desk", "The hand-over was undone; nothing was received."))

    def _forget_undo(self) -> None:
        self._done = None
        self._undo_over.stop()
        self.message.clear()

    # --- hard cases and new families -------------------------------------------------------------

    def _park_case(self) -> None:
        store, view, typed = self.context.store, self.view, self.search.text()
        household = view.card.id if view else None
        self.context.tasks.run(
            lambda: park_case(store, household_id=household, typed=typed),
            self._on_parked,
            self.show_error,
            kind="write",
        )

    def _on_parked(self, _: str) -> None:
        self._next_family()
        self.context.bus.said.emit(tr("Desk", "Parked for the supervisor"))

    def _show_parked(self) -> None:
        if self._today is not None:
            parked = ParkedList(self.context, self._today.convoy_id)
            parked.chosen.connect(self._open_parked)
            self._sheet.present(parked)

    def _open_parked(self, household_id: str) -> None:
        self._sheet.dismiss()
        self._open_household(household_id)

    def _register(self) -> None:
        form = RegistrationForm(self.context, self.search.text(), self._today)
        form.registered.connect(self._on_registered)
        form.left.connect(self._back_from_form)
        form.opened_instead.connect(self._on_registered)
        self._states.addWidget(form)
        self._states.setCurrentWidget(form)
        form.begin()

    def _on_registered(self, household_id: str) -> None:
        self._back_from_form()
        self._open_household(household_id)

    def _back_from_form(self) -> None:
        self._drop(self._states, 3)
        self._states.setCurrentIndex(2)
        self.search.setFocus()

    # --- the state of the page -------------------------------------------------------------------

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _next_family(self) -> None:
        """Empty the card; the field is ready before the printer stops."""
        self._drop(self._card, 1)
        self._drop(self._beside, 1)
        self.view = None
        self.search.clear()
        self.results.clear()
        self.message.clear()
        self._keep("")
        self._enable()
        self.search.setFocus()

    def _enable(self) -> None:
        ready = self.view is not None and bool(self.view.lines)
        self._print.setEnabled(ready)
        self._hand.setEnabled(ready)
        self._park.setEnabled(self.view is not None or bool(self.search.text().strip()))

    def _on_changed(self, record_types: frozenset[str]) -> None:
        if record_types & {"aid_record", "stock_movement", "parked_case", "convoy", "setting"}:
            self._count()

    def _count(self) -> None:
        store = self.context.store
        self.context.tasks.run(lambda: desk_counter(store), self._on_counted, self.show_error)

    def _on_counted(self, counter: Counter | None) -> None:
        first = self._states.currentIndex() == 0
        self._today = counter.today if counter else None
        if counter is None:
            self._states.setCurrentIndex(1)
            return
        self.strip.show_counter(counter)
        if self._states.currentIndex() < 2:
            self._states.setCurrentIndex(2)
            self.search.setFocus()
        if first:
            self._restore()

    def _keep(self, typed: str) -> None:
        """Keeps what is typed, so that a power cut loses none of it."""
        content = {"typed": typed, "household": self.view.card.id if self.view else ""}
        text = json.dumps(content, ensure_ascii=False) if any(content.values()) else ""
        store = self.context.store
        self.context.tasks.run(
            lambda: keep_draft(store, DRAFT, text), self._on_kept, self.show_error, kind="write"
        )

    def _on_kept(self, _: None) -> None:
        """Nothing to say: it is what people expect."""

    def _restore(self) -> None:
        store = self.context.store
        self.context.tasks.run(lambda: kept_draft(store, DRAFT), self._on_restored, self.show_error)

    def _on_restored(self, text: str) -> None:
        if not text or self.search.text():
            return
        content = json.loads(text)
        self.search.setText(content["typed"])
        if content["household"]:
            self._open_household(content["household"])

    def _drop(self, stack: QStackedWidget, beyond: int) -> None:
        while stack.count() > beyond:
            gone = stack.widget(beyond)
            stack.removeWidget(gone)
            gone.deleteLater()
        stack.setCurrentIndex(0)
