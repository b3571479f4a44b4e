"""Erasing people who ask for it: what goes and what stays is said before it cannot be undone."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import errors
from app.services.edit_people import Family
from app.services.erase import (
    ErasurePreview,
    erase_household,
    erase_person,
    preview_household,
    preview_person,
)
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.words.numbers import isolated

_WIDTH: Final = 560
_KEY_DIGITS: Final = 40


class EraseDialog(QDialog):
    """The whole family, or one of its people; the workspace's recovery key does it."""

    erased = Signal()

    def __init__(self, context: UiContext, parent: QWidget, family: Family) -> None:
        super().__init__(parent)
        self._context = context
        self._household_id = family.household_id
        self.setWindowTitle(tr("Erase", "Erase the data of people who ask for it"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = InlineMessage()
        self.who: Choice[str] = Choice(
            [
                ("", tr("Erase", "The whole family")),
                *((one.id, isolated(one.form.name)) for one in family.members),
            ]
        )
        self.goes = label(wrap=True)
        self.stays = label(wrap=True)
        self.key = DigitsLineEdit(longest=_KEY_DIGITS)
        self.reason = QLineEdit()
        self.go = button(tr("Erase", "Erase for good"), self._on_go, kind="danger")
        self.keep = button(tr("Erase", "Leave it as it is"), self.reject)
        self._lay_out()
        self.who.chosen.connect(lambda _: self._preview())
        self.go.setEnabled(False)
        self._preview()
        self.keep.setFocus()

    def _lay_out(self) -> None:
        form = Form()
        form.add(tr("Erase", "Who"), self.who)
        form.add_heading(tr("Erase", "What goes"))
        form.add_row(self.goes)
        form.add_heading(tr("Erase", "What stays"))
        form.add_row(self.stays)
        self.key_field = form.add(tr("Laptops", "Recovery key of the workspace"), self.key)
        self.reason_field = form.add(
            tr("Erase", "Reason"),
            self.reason,
            tr("Erase", "It is kept, and goes to every laptop: name nobody."),
        )
        self._wrong_at: dict[type[Exception], Field] = {
            errors.WrongRecoveryKey: self.key_field,
            errors.ReasonMissing: self.reason_field,
        }
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        edge = tokens.PAGE_EDGE
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(label(self.windowTitle(), "title"))
        column.addWidget(self.message)
        column.addWidget(form)
        column.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def _preview(self) -> None:
        store, household_id, person_id = self._context.store, self._household_id, self.who.value

        def work() -> ErasurePreview:
            if person_id:
                return preview_person(store, person_id)
            return preview_household(store, household_id)

        self._context.tasks.run(work, self._on_preview, self._on_error)

    def _on_preview(self, found: ErasurePreview) -> None:
        self.goes.setText("\n".join(_goes(found)))
        self.stays.setText("\n".join(_stays(found)))
        self.go.setEnabled(True)

    def _on_go(self) -> None:
        store, household_id, person_id = self._context.store, self._household_id, self.who.value
        key, reason = self.key.text(), self.reason.text()

        def work() -> ErasurePreview:
            if person_id:
                return erase_person(store, person_id, key, reason)
            return erase_household(store, household_id, key, reason)

        self.message.clear()
        for field in self._wrong_at.values():
            field.clear_wrong()
        self.go.setEnabled(False)
        self._context.tasks.run(work, self._on_erased, self._on_error, kind="write")

    def _on_erased(self, _: ErasurePreview) -> None:
        self.erased.emit()
        self.accept()

    def _on_error(self, error: Exception) -> None:
        self.go.setEnabled(True)
        field = self._wrong_at.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        elif isinstance(error, errors.ReasonMissing):
            field.show_wrong(tr("Erase", "Write why, without a name."))
        else:
            field.show_wrong(text_of(error))


def open_erasing(
    context: UiContext, page: QWidget, family: Family, message: InlineMessage
) -> EraseDialog:
    """Opens the window over a page; `message` says afterwards that it is done."""
    dialog = EraseDialog(context, page, family)
    text = tr("Erase", "Erased here; other laptops follow with their next file.")
    dialog.erased.connect(lambda: message.say("done", text))
    dialog.open()
    return dialog


def _goes(found: ErasurePreview) -> Iterator[str]:
    people = tr("Erase", "%n people, with everything ever written about them", n=found.people)
    yield f"• {people}"
    if found.proxies:
        yield "• " + tr("Erase", "%n collectors who came for nobody else", n=found.proxies)
    if found.parked_cases:
        yield "• " + tr("Erase", "%n parked cases", n=found.parked_cases)
    yield "• " + tr("Erase", "the backups of this store, which a new one replaces")


def _stays(found: ErasurePreview) -> Iterator[str]:
    if found.hand_overs_that_stay:
        stay = tr(
            "Erase",
            "%n hand-overs stay without a name, so that stock and counts stay right.",
            n=found.hand_overs_that_stay,
        )
        yield f"• {stay}"
    yield "• " + tr(
        "Erase", "Other laptops erase it with the next file they take in, and not before."
    )
    yield "• " + tr("Erase", "Printed papers and saved lists are out of reach.")
