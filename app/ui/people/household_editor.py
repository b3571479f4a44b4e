"""Correct what is known of a household."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app import errors
from app.domain.entitlement import Listing
from app.services.edit_people import Family, HouseholdForm, edit_household
from app.services.listings import HouseholdListing, household_lists, set_listing
from app.ui.context import UiContext
from app.ui.people.editor import Editor
from app.ui.tr import tr
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit, run_left_to_right
from app.ui.widgets.village_picker import VillagePicker
from app.words.numbers import isolated


class HouseholdEditor(Editor):
    """The form of one household; its people have forms of their own."""

    def __init__(self, context: UiContext, family: Family) -> None:
        super().__init__(context, tr("People", "Edit the household"))
        self._family = family
        self.lists: list[tuple[HouseholdListing, Choice[Listing | None]]] = []
        form = family.form
        self.number = QLineEdit(form.number)
        run_left_to_right(self.number)
        self.village = VillagePicker(context)
        self.village.set_value(form.village_id)
        self.phone = DigitsLineEdit(longest=20, also="+")
        self.phone.setText(form.phone)
        self.address = QLineEdit(form.address)
        self.declared_size = DigitsLineEdit(longest=2)
        self.declared_size.setText(
            str(form.declared_size) if form.declared_size is not None else ""
        )
        self.notes.setPlainText(form.notes)
        add = self.form.add
        self.wrong_at[errors.VillageMissing] = add(tr("Field", "Village"), self.village)
        add(tr("Field", "Number"), self.number)
        add(tr("Field", "Phone"), self.phone)
        add(tr("People", "Address or landmark"), self.address)
        add(
            tr("People", "People in the household"),
            self.declared_size,
            tr("People", "Where not all of them are registered."),
        )
        add(tr("People", "Priority"), self.categories)
        add(tr("Field", "Notes"), self.notes)

    def ready(self) -> None:
        """The campaigns that go by lists, below everything else."""
        store, household_id = self._context.store, self._family.household_id
        self._context.tasks.run(
            lambda: household_lists(store, household_id), self._on_lists, self.show_error
        )

    def focus_first(self) -> None:
        """The village is what is corrected most."""
        self.village.setFocus()

    def chosen_categories(self) -> frozenset[str]:
        """Those on file."""
        return self._family.form.categories

    def work(self) -> Callable[[], object]:
        """Write what differs from what was shown."""
        store, family, typed = self._context.store, self._family, self._typed()
        moved = [
            (one.campaign_id, choice.value)
            for one, choice in self.lists
            if choice.value is not one.listing
        ]

        def write() -> None:
            edit_household(store, family.household_id, family.form, typed)
            for campaign_id, listing in moved:
                set_listing(store, campaign_id, family.household_id, listing)

        return write

    def _on_lists(self, found: tuple[HouseholdListing, ...]) -> None:
        for one in found:
            choice: Choice[Listing | None] = Choice(
                [
                    (None, tr("People", "on neither list")),
                    (Listing.APPROVED, tr("People", "approved")),
                    (Listing.RESERVE, tr("People", "in reserve")),
                ],
                one.listing,
            )
            self.form.add(
                tr("People", "List of {campaign}", campaign=isolated(one.campaign)), choice
            )
            self.lists.append((one, choice))

    def _typed(self) -> HouseholdForm:
        size = self.declared_size.text()
        return HouseholdForm(
            number=self.number.text(),
            village_id=self.village.value or "",
            address=self.address.text(),
            phone=self.phone.text(),
            declared_size=int(size) if size else None,
            categories=frozenset(self.categories.values),
            notes=self.notes.toPlainText(),
        )
