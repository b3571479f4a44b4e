"""The desk: find a family, see what it may receive, hand it over, print; then the next."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.catalogue import CategoryLine, categories
from app.services.day import ConvoyDay
from app.services.desk_counter import Counter, desk_counter
from app.services.find import Found, find
from app.services.hand_over import HandedOver, HandOver
from app.services.household_card import HouseholdCard, household_card
from app.services.parked import park_case
from app.ui.context import UiContext
from app.ui.desk.closing_view import DeskClosingView
from app.ui.desk.desk_draft import DeskDraft
from app.ui.desk.handing_over import MANY_FAMILIES, HandingOver
from app.ui.desk.household_view import HouseholdView
from app.ui.desk.neighbours import Neighbours
from app.ui.desk.no_convoy import no_convoy
from app.ui.desk.nobody import nobody_text
from app.ui.desk.parked_list import ParkedList
from app.ui.desk.registration_form import RegistrationForm
from app.ui.desk.results_list import ResultsList
from app.ui.desk.search_field import SearchField
from app.ui.desk.serving_view import ServingView, drop_beyond, show_last
from app.ui.messages import text_of
from app.ui.page import Page
from app.ui.people.new_card import NewCard, old_card_text
from app.ui.tr import tr
from app.ui.widgets.buttons import shortcut
from app.ui.widgets.side_sheet import SideSheet
from app.words.numbers import in_digits, ltr

_UNREAD, _NO_CONVOY, _SERVING = range(3)
_COUNTED = frozenset({"aid_record", "stock_movement", "parked_case", "convoy", "desk", "setting"})


class DeskPage(Page):
    """The page that a volunteer has in front of her all day."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context)
        self.serving = ServingView()
        self.form: RegistrationForm | None = None
        self._today: ConvoyDay | None = None
        self._sheet = SideSheet(self, tr("Desk", "Parked cases"))
        self._handing = HandingOver(context, self)
        self._draft = DeskDraft(context, self)
        self._neighbours = Neighbours(context, self, self.message)
        self._new_card = NewCard(context, self, self.message)
        self._newer_card = 0
        self._states = QStackedWidget()
        for state in (QWidget(), no_convoy(context.bus), self.serving):
            self._states.addWidget(state)
        self.body.addWidget(self._states)
        self._wire()
        self._count()

    @property
    def search(self) -> SearchField:
        """The one field."""
        return self.serving.search

    @property
    def results(self) -> ResultsList:
        """Who was found."""
        return self.serving.results

    @property
    def view(self) -> HouseholdView | None:
        """The household that is served now."""
        return self.serving.household

    def opened(self, argument: object) -> None:
        """Ready for the next family; `argument` may be a household to show."""
        if isinstance(argument, str):
            self._open_household(argument)
        self.search.setFocus()

    # --- what the page is made of ------------------------------------------------------------

    def _wire(self) -> None:
        self.serving.search.asked.connect(self._on_asked)
        self.serving.search.entered.connect(self._on_entered)
        self.serving.results.chosen.connect(self._open_household)
        self.serving.register_wanted.connect(self._register)
        self.serving.parked_wanted.connect(self._show_parked)
        self.serving.park_wanted.connect(self._park_case)
        self.serving.hand_over_wanted.connect(self._hand_over)
        self.serving.exchange_wanted.connect(self._neighbours.exchange)
        self.serving.closing_wanted.connect(self._close_desk)
        self._neighbours.failed.connect(self.show_error)
        self.context.bus.changed.connect(self._on_changed)
        self._handing.handed_over.connect(self._on_handed_over)
        self._handing.refused.connect(self._on_refused)
        self._handing.printed.connect(self._on_printed)
        self._handing.not_printed.connect(self._on_not_printed)
        self._handing.undone.connect(self._on_undone)
        self._handing.minute_over.connect(self.message.clear)
        self._draft.restored.connect(self._on_restored)
        self._draft.failed.connect(self.show_error)
        self.add_shortcut("F2", tr("Desk", "Search"), self._focus_search)
        # Of the desk alone: forms and sheets on the page have an Escape of their own.
        leave = tr("Desk", "Leave this household")
        shortcut(self.serving, "Escape", leave, self._next_family)
        self.add_shortcut("F11", tr("Cards", "New card"), self._ask_card)
        self.add_shortcut("Ctrl+Z", tr("Desk", "Undo the last hand-over"), self._handing.undo)

    # --- finding -----------------------------------------------------------------------------

    def _on_asked(self, text: str) -> None:
        self._keep()
        if not text.strip():
            self.results.clear()
            return
        store, convoy = self.context.store, self._today.convoy_id if self._today else None
        self.context.tasks.run(
            lambda: (text, find(store, text, convoy_id=convoy)), self._on_found, self.show_error
        )

    def _on_found(self, answer: tuple[str, Found]) -> None:
        text, found = answer
        if text != self.search.text() or self._states.currentIndex() != _SERVING:
            return
        self.serving.show_results()
        self.results.show_found(found)
        if found.is_exact and len(found.matches) == 1:
            self._newer_card = found.newer_card
            self.results.choose_current()
        elif found.matches:
            self.message.clear()
        else:
            self.message.say(
                "info",
                nobody_text(text),
                tr("Desk", "Register a new household"),
                self._register,
            )

    def _on_entered(self) -> None:
        if not self.results.choose_current():
            self.search.ask()

    def _open_household(self, household_id: str) -> None:
        store = self.context.store
        self.context.tasks.run(
            lambda: (household_card(store, household_id), categories(store, unused=True)),
            self._on_card,
            self.show_error,
        )

    def _on_card(self, loaded: tuple[HouseholdCard, tuple[CategoryLine, ...]]) -> None:
        card, known = loaded
        language = self.context.words.language
        self.message.clear()
        if self._newer_card:
            self.message.say("warning", old_card_text(self._newer_card))
            self._newer_card = 0
        self.serving.show_household(card, {one.id: one.name(language) for one in known})
        self._keep()

    def _ask_card(self) -> None:
        if self.view is not None:
            self._new_card.ask(self.view.card.id)

    # --- handing over ------------------------------------------------------------------------

    def _hand_over(self, printed: bool) -> None:  # noqa: FBT001 - a signal's argument
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
            self.message.say("warning", tr("Desk", "Write the name of the proxy."))
            return
        self.serving.wait()
        self._handing.record(
            HandOver(
                view.card.id,
                view.lines,
                person_id=view.collector.person_id,
                new_proxy=view.collector.proxy,
                paper=self.context.settings.receipt_size if printed else "",
            )
        )

    def _on_refused(self, error: Exception) -> None:
        self.show_error(error)
        self.serving.resume()

    def _on_handed_over(self, done: HandedOver) -> None:
        self._next_family()
        said = tr("Desk", "Handed over. Receipt {number}", number=self._shown(done.short_number))
        if done.proxy_families > MANY_FAMILIES:
            said = tr(
                "Desk",
                "{said}. This proxy has now collected for %n families: tell the supervisor.",
                n=done.proxy_families,
                said=said,
            )
            self.message.say("warning", said, tr("Desk", "Undo (Ctrl+Z)"), self._handing.undo)
        else:
            self.message.say("done", said, tr("Desk", "Undo (Ctrl+Z)"), self._handing.undo)

    def _on_printed(self, number: str) -> None:
        said = tr("Desk", "Receipt {number} printed", number=self._shown(number))
        self.context.bus.said.emit(said)

    def _on_not_printed(self, error: Exception) -> None:
        if self._handing.can_undo:
            undo = tr("Desk", "Undo (Ctrl+Z)")
            self.message.say("warning", text_of(error), undo, self._handing.undo)
        else:
            self.message.say("warning", text_of(error))

    def _on_undone(self, waits: bool) -> None:  # noqa: FBT001
        if waits:
            text = tr("Desk", "Somebody else handed this over: undoing it waits for a supervisor.")
        else:
            text = tr("Desk", "The hand-over was undone; nothing was received.")
        self.message.say("info", text)

    def _shown(self, number: str) -> str:
        return ltr(in_digits(number, self.context.words.digits))

    # --- hard cases and new families ---------------------------------------------------------

    def _park_case(self) -> None:
        store, typed = self.context.store, self.search.text()
        household = self.view.card.id if self.view else None
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
        if self._today is None or self._states.currentIndex() != _SERVING:
            return
        form = RegistrationForm(self.context, self.search.text(), self._today)
        form.registered.connect(self._on_registered)
        form.opened_instead.connect(self._on_registered)
        form.left.connect(self._leave_form)
        self.form = form
        self.message.clear()
        show_last(self._states, form)
        form.begin()

    def _close_desk(self) -> None:
        if self._today is None or self._states.currentIndex() != _SERVING:
            return
        closing = DeskClosingView(self.context)
        closing.left.connect(self._leave_form)
        self.message.clear()
        show_last(self._states, closing)
        closing.begin()

    def _on_registered(self, household_id: str) -> None:
        self._leave_form()
        self._open_household(household_id)

    def _leave_form(self) -> None:
        self.form = None
        drop_beyond(self._states, _SERVING)
        self.search.setFocus()

    # --- the state of the page ---------------------------------------------------------------

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _next_family(self) -> None:
        """Empty the card; the field is ready before the printer stops."""
        self.serving.empty()
        self.search.clear()
        self.results.clear()
        self.message.clear()
        self._keep()
        self.search.setFocus()

    def _on_changed(self, record_types: frozenset[str]) -> None:
        if record_types & _COUNTED:
            self._count()
        if "served_elsewhere" in record_types and self.view is not None:
            self._open_household(self.view.card.id)

    def _count(self) -> None:
        store = self.context.store
        self.context.tasks.run(lambda: desk_counter(store), self._on_counted, self.show_error)

    def _on_counted(self, counter: Counter | None) -> None:
        state = self._states.currentIndex()
        self._today = counter.today if counter else None
        if counter is None:
            self._states.setCurrentIndex(_NO_CONVOY)
            return
        self.serving.show_counter(counter)
        if state < _SERVING:
            self._states.setCurrentIndex(_SERVING)
            self.search.setFocus()
        if state == _UNREAD:
            self._draft.restore()

    def _keep(self) -> None:
        self._draft.keep(self.search.text(), self.view.card.id if self.view else "")

    def _on_restored(self, typed: str, household_id: str) -> None:
        if self.search.text() or self.view is not None:
            return
        self.search.setText(typed)
        if household_id:
            self._open_household(household_id)
