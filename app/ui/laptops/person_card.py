"""One person beside the list: new, or on file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from app import errors
from app.db.store import Store
from app.domain.permissions import Role
from app.services.team.unlocking import may_give_pin
from app.services.team.workspace_signing import certify_with
from app.services.users import UserForm, UserLine, add_user, change_user, set_passphrase
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.laptops.ending import Ending
from app.ui.laptops.pin_row import PinRow
from app.ui.messages import text_of
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.passphrase_fields import reveal_box
from app.ui.widgets.scrolled import scrolled
from app.words.roles import MAY, ROLES


class PersonCard(QFrame):
    """Name, role, phone and a passphrase of their own; the role of somebody on file stands."""

    saved = Signal(str)
    end_wanted = Signal(str, str)
    """The person's id and the recovery key, for a coordinator."""

    def __init__(self, context: UiContext, one: UserLine | None, mine: Role | None) -> None:
        """`mine` is the role of whoever is at work: a coordinator's form, others look."""
        super().__init__()
        may = mine is Role.COORDINATOR
        self.setProperty("surface", "card")
        self._context = context
        self._one = one
        self.message = InlineMessage()
        self.name = QLineEdit(one.name if one is not None else "")
        self.phone = DigitsLineEdit(longest=20, also="+")
        self.phone.setText(one.phone if one is not None else "")
        self.passphrase = QLineEdit()
        self.key = DigitsLineEdit(longest=40)
        self.role: Choice[Role] = Choice([(role, of(name)) for role, name in ROLES.items()])
        self.role.currentIndexChanged.connect(lambda _: self._on_role())
        self.form = self._make_form()
        self.save_button = button(
            tr("Laptops", "Save"), self.save, kind="primary", keys="Ctrl+Return"
        )
        column = QVBoxLayout(self)
        edge = tokens.BETWEEN
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(tokens.BETWEEN)
        title = one.name if one is not None else tr("Laptops", "New person")
        column.addWidget(label(title, "value", wrap=True))
        column.addWidget(self.message)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.save_button)
        self.pin = PinRow(context, one)
        column.addWidget(self.pin)
        self.pin.setVisible(_may_give_pin(one, mine))
        self.ending = self._make_ending()
        column.addWidget(self.ending)
        self.form.setEnabled(may)
        self.save_button.setVisible(may)
        at_end = one is None or one.role is None or one.at_work
        self.ending.setVisible(may and not at_end)
        self._on_role()

    def begin(self) -> None:
        """Put the cursor where typing starts."""
        self.name.setFocus()

    def save(self) -> None:
        """Save, or say in its place what is wrong."""
        self.form.clear_wrong()
        self.message.clear()
        self.save_button.setEnabled(False)
        store, one, typed, key = self._context.store, self._one, self._typed(), self.key.text()

        def work() -> str:
            return _save(store, one, typed, key)

        self._context.tasks.run(work, self._on_saved, self._on_error, kind="write")

    def _typed(self) -> UserForm:
        return UserForm(
            self.name.text(), self.role.value, self.phone.text(), self.passphrase.text()
        )

    def _make_form(self) -> Form:
        form, one = Form(), self._one
        name = form.add(tr("Laptops", "Name"), self.name)
        self._role = form.add(tr("Laptops", "Role"), self.role, "…")
        self._key = form.add(
            tr("Laptops", "Recovery key of the workspace"),
            self.key,
            tr("Laptops", "Only the forty digits on paper make another coordinator."),
        )
        form.add(tr("Laptops", "Phone"), self.phone)
        hint = tr("Laptops", "Optional: a PIN is given with each laptop.")
        if one is not None and one.has_passphrase:
            hint = tr("Laptops", "There is one. What is typed takes its place.")
        passphrase = form.add(tr("Laptops", "Passphrase of their own"), self.passphrase, hint)
        form.add_row(reveal_box(self.passphrase))
        self._fields: dict[type[Exception], Field] = {
            errors.LabelMissing: name,
            errors.LabelTaken: name,
            errors.PassphraseTooWeak: passphrase,
            errors.RecoveryKeyNeeded: self._key,
            errors.WrongRecoveryKey: self._key,
        }
        if one is not None:
            self.role.setEnabled(False)
            if one.role is not None:
                self.role.choose(one.role)
            else:
                self.role.hide()
        return form

    def _make_ending(self) -> Ending:
        one = self._one
        ending = Ending(
            tr("Laptops", "End this person's right"),
            tr(
                "Laptops",
                "What they did, as far as it came here, stays. What comes later waits in "
                "quarantine until somebody releases it. Laptops hear of it with their next "
                "update. To let them in again, add them anew.",
            ),
            needs_key=one is not None and one.role is Role.COORDINATOR,
        )
        ending.confirmed.connect(
            lambda key: self.end_wanted.emit(one.id if one is not None else "", key)
        )
        return ending

    def _on_role(self) -> None:
        ended = self._one is not None and self._one.role is None
        said = tr("Laptops", "The right was ended.") if ended else of(MAY[self.role.value])
        self._role.show_hint(said)
        self._key.setVisible(self._one is None and self.role.value is Role.COORDINATOR)

    def _on_saved(self, user_id: str) -> None:
        self.save_button.setEnabled(True)
        self.saved.emit(user_id)

    def _on_error(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        field = self._fields.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))


def _may_give_pin(one: UserLine | None, mine: Role | None) -> bool:
    """One's own is set in the settings."""
    if one is None or one.role is None or one.at_work:
        return False
    return may_give_pin(mine, one.role)


def _save(store: Store, one: UserLine | None, typed: UserForm, key: str) -> str:
    """The id of who was saved."""
    if one is None:
        certify = certify_with(store, key) if typed.role is Role.COORDINATOR else None
        return add_user(store, typed, certify)
    if typed.passphrase:
        set_passphrase(store, one.id, typed.passphrase)
    change_user(store, one.id, typed.name, typed.phone)
    return one.id
