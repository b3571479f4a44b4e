"""Correct what is known of a person, or add somebody to a household."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QCheckBox

from app import errors
from app.domain.people import DocumentType
from app.services.edit_people import FamilyMember, PersonForm, add_person, edit_person
from app.ui.context import UiContext
from app.ui.desk.member_edit import NATIONAL_ID, MemberDraft, MemberEdit
from app.ui.people.editor import Editor
from app.ui.tr import tr
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field


class PersonEditor(Editor):
    """The form of one person; without a `member`, of somebody new in the household."""

    def __init__(
        self, context: UiContext, household_id: str, member: FamilyMember | None, today: date
    ) -> None:
        title = tr("People", "Edit the person") if member else tr("People", "Another person")
        super().__init__(context, title)
        self._household_id = household_id
        self._member = member
        form = member.form if member else PersonForm()
        self.person = MemberEdit(today, form.relationship)
        self.person.remove_button.hide()
        self.person.restore(_draft(form))
        self.phone = DigitsLineEdit(longest=20, also="+")
        self.phone.setText(form.phone)
        self.notes.setPlainText(form.notes)
        self.active = QCheckBox(tr("People", "Belongs to the household"))
        self.active.setChecked(form.active)
        who = Field(tr("People", "Name, document, birth"), self.person)
        self.above.addWidget(who)
        self.wrong_at[errors.NameMissing] = who
        self.form.add(tr("Field", "Phone"), self.phone)
        self.form.add(tr("People", "Priority"), self.categories)
        self.form.add(tr("Field", "Notes"), self.notes)
        if member:
            self.form.add_row(self.active)
        # What differs from this was typed: a field that cannot show what is on file (a code of a
        # newer app) does not count as changed.
        self._shown = self._typed()

    def focus_first(self) -> None:
        """A name is what is corrected most."""
        self.person.focus_name()

    def chosen_categories(self) -> frozenset[str]:
        """Those on file."""
        return self._member.form.categories if self._member else frozenset()

    def ready(self) -> None:
        """The categories are shown only now."""
        self._shown = replace(self._shown, categories=frozenset(self.categories.values))

    def work(self) -> Callable[[], object]:
        """Write what differs from what was shown."""
        store, shown, typed = self._context.store, self._shown, self._typed()
        member, household_id = self._member, self._household_id
        if member is None:
            return lambda: add_person(store, household_id, typed)
        return lambda: edit_person(store, member.id, shown, typed)

    def _typed(self) -> PersonForm:
        typed = self.person.member()
        return PersonForm(
            name=typed.name,
            relationship=typed.relationship,
            sex=typed.sex,
            birth=self.person.birth.value,
            document_type=typed.document_type,
            document_no=typed.document_no,
            phone=self.phone.text(),
            categories=frozenset(self.categories.values),
            notes=self.notes.toPlainText(),
            active=self.active.isChecked(),
        )


def _draft(form: PersonForm) -> MemberDraft:
    has_none = form.document_type == DocumentType.NONE
    return MemberDraft(
        name=form.name,
        document_type=form.document_type or NATIONAL_ID,
        document_no="" if has_none else form.document_no,
        no_document=form.document_no if has_none else "",
        birth=form.birth.day.isoformat() if form.birth else "",
        birth_precision=form.birth.precision.value if form.birth else "",
        sex=form.sex,
        relationship=form.relationship,
    )
