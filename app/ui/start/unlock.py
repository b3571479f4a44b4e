"""Opening a store that is there: by its passphrase, or by the recovery key."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.errors import PassphraseTooWeak, WrongPassphrase, WrongRecoveryKey
from app.ui.context import StartContext
from app.ui.messages import text_of
from app.ui.start import work
from app.ui.start.step import Step
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.passphrase_fields import PassphraseFields, reveal_box
from app.words.numbers import ltr

if TYPE_CHECKING:
    from app.db.store import Store


class UnlockStep(Step):
    """Ends with `unlocked`: the open store."""

    unlocked = Signal(object)
    recovery_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, context: StartContext, folder: Path) -> None:
        super().__init__(context, tr("Start", "Open the workspace"), f"\u2066{folder}\u2069")
        self._folder = folder
        self._edit = QLineEdit()
        self._passphrase = self.form.add(tr("Start", "Passphrase"), self._edit)
        self.form.add_row(reveal_box(self._edit))
        self._go = button(tr("Start", "Open"), self._unlock, kind="primary", keys="Ctrl+Return")
        self._edit.returnPressed.connect(self._go.click)
        self.finish_with(
            self._go,
            button(tr("Start", "Use the recovery key"), self.recovery_wanted.emit, kind="plain"),
            button(tr("Start", "Another workspace"), self.another_wanted.emit, kind="plain"),
        )

    def entered(self) -> None:
        """Type at once."""
        self._edit.setFocus()

    def tell_passphrase(self, passphrase: str) -> None:
        """The demonstration's is no secret."""
        text = tr("Start", "The demonstration's is {passphrase}", passphrase=ltr(passphrase))
        self._passphrase.show_hint(text)

    def _unlock(self) -> None:
        folder, passphrase = self._folder, self._edit.text()
        self.work(tr("Start", "Opening the workspace"))
        self.context.tasks.run(
            lambda: work.unlock(folder, passphrase),
            self._on_unlocked,
            self._on_failed,
            kind="write",
        )

    def _on_unlocked(self, store: "Store") -> None:
        self._edit.clear()
        self.unlocked.emit(store)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        if isinstance(error, WrongPassphrase):
            self._passphrase.show_wrong(text_of(error))
            self._edit.selectAll()
        else:
            self.show_error(error)


class RecoverStep(Step):
    """The forty digits and a new passphrase. Ends with `unlocked`."""

    unlocked = Signal(object)
    back_wanted = Signal()

    def __init__(self, context: StartContext, folder: Path) -> None:
        super().__init__(
            context,
            tr("Start", "Open with the recovery key"),
            tr("Start", "The forty digits on the paper, and a new passphrase for this laptop."),
        )
        self._folder = folder
        self._edit = DigitsLineEdit(longest=40)
        self._key = self.form.add(
            tr("Start", "Recovery key"), self._edit, tr("Start", "Blanks do not matter.")
        )
        self._passphrase = PassphraseFields(self.form, tr("Start", "New passphrase"))
        self._go = button(tr("Start", "Open"), self._recover, kind="primary", keys="Ctrl+Return")
        self._passphrase.last.returnPressed.connect(self._go.click)
        self.finish_with(
            self._go, button(tr("Start", "Back"), self.back_wanted.emit, icon="back", kind="plain")
        )

    def entered(self) -> None:
        """Begin with the digits."""
        self._edit.setFocus()

    def _recover(self) -> None:
        passphrase = self._passphrase.accepted()
        if passphrase is None:
            return
        folder, key = self._folder, self._edit.text()
        self.work(tr("Start", "Opening the workspace"))
        self.context.tasks.run(
            lambda: work.recover(folder, key, passphrase),
            self._on_recovered,
            self._on_failed,
            kind="write",
        )

    def _on_recovered(self, store: "Store") -> None:
        self._edit.clear()
        self._passphrase.clear()
        self.unlocked.emit(store)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        if isinstance(error, WrongRecoveryKey):
            self._key.show_wrong(text_of(error))
        elif isinstance(error, PassphraseTooWeak):
            self._passphrase.first.show_wrong(text_of(error))
        else:
            self.show_error(error)
