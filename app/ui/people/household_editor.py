"""Correct what is known of a household."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from app import errors
from app.services.edit_people import Family, HouseholdForm, edit_household
from app.ui.context import UiContext
from app.ui.people.editor import Editor
from app.ui.tr import tr
from app.ui.widgets.digits_line_edit import DigitsLineEdit, run_left_to_right
from app.ui.widgets.village_picker import VillagePicker


class HouseholdEditor(Editor):
    """The form of one household; its people have forms of their own."""

    def __init__(self, context: UiContext, family: Family) -> None:
        super().__init__(context, tr("People", "Edit the household"))
        self._family = family
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

    def focus_first(self) -> None:
        """The village is what is corrected most."""
        self.village.setFocus()

    def chosen_categories(self) -> frozenset[str]:
        """Those on file."""
        return self._family.form.categories

    def work(self) -> Callable[[], object]:
        """Write what differs from what was shown."""
        store, family, typed = self._context.store, self._family, self._typed()
        return lambda: edit_household(store, family.household_id, family.form, typed)

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
