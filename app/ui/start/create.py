"""Creating a workspace: its name, its first coordinator, and a passphrase."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from app.errors import PassphraseTooWeak
from app.ui.context import StartContext
from app.ui.messages import text_of
from app.ui.start import work
from app.ui.start.step import Step
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.passphrase_fields import PassphraseFields

if TYPE_CHECKING:
    from app.bootstrap import NewWorkspace


class CreateStep(Step):
    """Ends with `created`: the new workspace with its recovery key, and its name."""

    created = Signal(object, str)
    back_wanted = Signal()

    def __init__(self, context: StartContext, folder: Path) -> None:
        super().__init__(
            context,
            tr("Start", "A new workspace"),
            tr("Start", "It will be kept in {path}.", path=f"\u2066{folder}\u2069"),
        )
        self._folder = folder
        self._workspace = self.form.add(
            tr("Start", "Name of the alliance or association"), QLineEdit()
        )
        self._user = self.form.add(tr("Start", "Your name"), QLineEdit())
        self._passphrase = PassphraseFields(self.form, tr("Start", "Passphrase of this laptop"))
        self._go = button(tr("Start", "Create"), self._create, kind="primary", keys="Ctrl+Return")
        self._passphrase.last.returnPressed.connect(self._go.click)
        self.finish_with(
            self._go, button(tr("Start", "Back"), self.back_wanted.emit, icon="back", kind="plain")
        )

    def entered(self) -> None:
        """Begin with the name."""
        self._workspace.field.setFocus()

    def _create(self) -> None:
        self.form.clear_wrong()
        names = []
        for field in (self._workspace, self._user):
            edit = field.field
            name = edit.text().strip() if isinstance(edit, QLineEdit) else ""
            if not name:
                field.show_wrong(tr("Start", "A name is needed."))
                return
            names.append(name)
        passphrase = self._passphrase.accepted()
        if passphrase is None:
            return
        self.work(tr("Start", "Creating the workspace"))
        folder, (workspace, user) = self._folder, names
        self.context.tasks.run(
            lambda: work.create(folder, workspace, user, passphrase),
            lambda made: self._on_created(made, workspace),
            self._on_failed,
            kind="write",
            owner=self,
        )

    def _on_created(self, made: "NewWorkspace", workspace: str) -> None:
        self._passphrase.clear()
        self.created.emit(made, workspace)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        if isinstance(error, PassphraseTooWeak):
            self._passphrase.first.show_wrong(text_of(error))
        else:
            self.show_error(error)
