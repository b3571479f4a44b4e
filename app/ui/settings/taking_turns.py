"""When the window asks who is at work, and the PIN of whoever is."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtWidgets import QLineEdit

from app.errors import PinBlocked, PinUnfit, WrongPassphrase, WrongPin
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.settings_file import LockMinutes, Settings
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit, run_left_to_right
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage

_MINUTES: Final[tuple[LockMinutes, ...]] = ("2", "5", "10", "30")


class TakingTurns(Form):
    """What proves it is them is asked for first, so that nobody changes the PIN of who left."""

    def __init__(self, context: UiContext, choose: Callable[[Settings], object]) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        settings = context.settings
        self.minutes: Choice[LockMinutes] = Choice(
            [(each, tr("Settings", "%n minutes", n=int(each))) for each in _MINUTES],
            settings.lock_minutes,
        )
        self.minutes.chosen.connect(lambda each: choose(replace(settings, lock_minutes=each)))
        self.present_edit = QLineEdit()
        self.present_edit.setEchoMode(QLineEdit.EchoMode.Password)
        run_left_to_right(self.present_edit)
        self.new_edit, self.again_edit = (DigitsLineEdit(longest=6) for _ in range(2))
        for edit in (self.new_edit, self.again_edit):
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_heading(tr("Settings", "Taking turns"))
        self.add(tr("Settings", "Ask who is at work after"), self.minutes)
        self.add_row(self.message)
        self.present = self.add(
            tr("Settings", "My PIN or passphrase at present"),
            self.present_edit,
            tr("Settings", "Without a PIN or passphrase of one's own: that of this laptop."),
        )
        self.new = self.add(tr("Settings", "My new PIN, four to six digits"), self.new_edit)
        self.again = self.add(tr("Settings", "The same PIN once more"), self.again_edit)
        self.go = button(tr("Settings", "Set my PIN"), self._set, icon="key")
        self.again_edit.returnPressed.connect(self.go.click)
        self.add_row(self.go)

    def _set(self) -> None:
        from app.services.team.unlocking import set_pin

        self.message.clear()
        self.clear_wrong()
        new, present, store = self.new_edit.text(), self.present_edit.text(), self._context.store
        if new != self.again_edit.text():
            self.again.show_wrong(tr("Settings", "The two PINs differ."))
            return
        self.go.setEnabled(False)
        self._context.tasks.run(
            lambda: set_pin(store, store.actor, new, present),
            self._on_set,
            self._on_failed,
            kind="write",
        )

    def _on_set(self, _nothing: None) -> None:
        self.go.setEnabled(True)
        for edit in (self.present_edit, self.new_edit, self.again_edit):
            edit.clear()
        self.message.say("done", tr("Settings", "The new PIN is in force."))

    def _on_failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        self.present_edit.clear()
        if isinstance(error, PinUnfit):
            self.new.show_wrong(text_of(error))
        elif isinstance(error, WrongPin | PinBlocked | WrongPassphrase):
            self.present.show_wrong(text_of(error))
        else:
            self.message.say("error", text_of(error))
