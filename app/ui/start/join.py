"""Joining a workspace: the pack on a stick, its one-time code, and a passphrase for this laptop."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from app.errors import (
    FileDamaged,
    FileForOthers,
    FileMissing,
    FileNewer,
    FileOfAnotherKind,
    OriginUntrusted,
    PassphraseTooWeak,
    WrongCode,
)
from app.ui import tokens
from app.ui.context import StartContext
from app.ui.messages import text_of
from app.ui.start import work
from app.ui.start.step import Step
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.digits_line_edit import DigitsLineEdit, run_left_to_right
from app.ui.widgets.passphrase_fields import PassphraseFields

if TYPE_CHECKING:
    from app.db.store import Store

_OF_THE_FILE = (
    FileDamaged,
    FileForOthers,
    FileMissing,
    FileNewer,
    FileOfAnotherKind,
    OriginUntrusted,
)


class JoinStep(Step):
    """Ends with `joined`: the open store, at its convoy and desk."""

    joined = Signal(object)
    back_wanted = Signal()

    def __init__(self, context: StartContext, folder: Path) -> None:
        super().__init__(
            context,
            tr("Start", "Join with a pack"),
            tr("Start", "The coordinator gave a file on a stick, and apart from it a code."),
        )
        self._folder = folder
        self.path = QLineEdit()
        run_left_to_right(self.path)
        self._file = self.form.add(tr("Start", "The pack"), self._with_choice(self.path))
        self.code = DigitsLineEdit(longest=25)
        self._code = self.form.add(
            tr("Start", "One-time code"),
            self.code,
            tr("Start", "25 digits: scan them or type them; blanks do not matter."),
        )
        self.passphrase = PassphraseFields(self.form, tr("Start", "Passphrase of this laptop"))
        self._go = button(tr("Start", "Join"), self._join, kind="primary", keys="Ctrl+Return")
        self.path.returnPressed.connect(self.code.setFocus)
        self.code.returnPressed.connect(self.passphrase.first.field.setFocus)
        self.passphrase.last.returnPressed.connect(self._go.click)
        self.finish_with(
            self._go, button(tr("Start", "Back"), self.back_wanted.emit, icon="back", kind="plain")
        )

    def entered(self) -> None:
        """Begin with the file."""
        self._choose.setFocus()

    def _with_choice(self, path: QLineEdit) -> QWidget:
        self._choose = button(tr("Start", "Choose…"), self._choose_file, icon="folder")
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN)
        row.addWidget(path, 1)
        row.addWidget(self._choose)
        both.setFocusProxy(path)
        path.textEdited.connect(lambda _: self._file.clear_wrong())
        return both

    def _choose_file(self) -> None:
        title, kind = tr("Start", "The pack"), tr("Start", "Packs (*.qafila)")
        chosen, _ = QFileDialog.getOpenFileName(self, title, self.path.text(), kind)
        if chosen:
            self._file.clear_wrong()
            self.path.setText(chosen)
            self.code.setFocus()

    def _join(self) -> None:
        self.form.clear_wrong()
        if not self.path.text().strip():
            self._file.show_wrong(tr("Start", "Choose the file on the stick."))
            return
        if not self.code.text():
            self._code.show_wrong(tr("Start", "The code is needed."))
            return
        passphrase = self.passphrase.accepted()
        if passphrase is None:
            return
        folder, pack, code = self._folder, Path(self.path.text().strip()), self.code.text()
        self.work(tr("Start", "Reading the pack and setting this laptop up"))
        self.context.tasks.run(
            lambda: work.join(folder, pack, code, passphrase),
            self._on_joined,
            self._on_failed,
            kind="write",
        )

    def _on_joined(self, store: "Store") -> None:
        self.passphrase.clear()
        self.code.clear()
        self.joined.emit(store)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        self.show_wrong(error)

    def show_wrong(self, error: Exception) -> None:
        """Say what is wrong beside the field that it concerns."""
        if isinstance(error, WrongCode):
            self._code.show_wrong(text_of(error))
        elif isinstance(error, PassphraseTooWeak):
            self.passphrase.first.show_wrong(text_of(error))
        elif isinstance(error, _OF_THE_FILE):
            self._file.show_wrong(text_of(error))
        else:
            self.show_error(error)
