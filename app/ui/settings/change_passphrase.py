"""A new passphrase for this laptop."""

from PySide6.QtWidgets import QLineEdit

from app.errors import PassphraseTooWeak, WrongPassphrase
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.passphrase_fields import PassphraseFields, reveal_box


class ChangePassphrase(Form):
    """The old passphrase is asked for, so that nobody changes it on a laptop left open."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.message = InlineMessage()
        self.old_edit = QLineEdit()
        reveal_box(self.old_edit)
        self.add_heading(tr("Settings", "Passphrase of this laptop"))
        self.add_row(self.message)
        self.old = self.add(tr("Settings", "Present passphrase"), self.old_edit)
        self.new = PassphraseFields(self, tr("Settings", "New passphrase"))
        self.go = button(tr("Settings", "Change the passphrase"), self._change, icon="key")
        self.new.last.returnPressed.connect(self.go.click)
        self.add_row(self.go)

    def _change(self) -> None:
        from app.bootstrap import change_passphrase

        self.message.clear()
        self.clear_wrong()
        new = self.new.accepted()
        if new is None:
            return
        store, old = self._context.store, self.old_edit.text()
        self.go.setEnabled(False)
        self._context.tasks.run(
            lambda: change_passphrase(store, old, new),
            self._on_changed,
            self._on_failed,
            kind="write",
        )

    def _on_changed(self, _nothing: None) -> None:
        self.go.setEnabled(True)
        self.old_edit.clear()
        self.new.clear()
        self.message.say("done", tr("Settings", "The new passphrase is in force."))

    def _on_failed(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if isinstance(error, WrongPassphrase):
            self.old.show_wrong(tr("Settings", "This is not the present passphrase."))
        elif isinstance(error, PassphraseTooWeak):
            self.new.first.show_wrong(text_of(error))
        else:
            self.message.say("error", text_of(error))
