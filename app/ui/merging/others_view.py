"""Other organisations: the keys shared with them, our file for them, and theirs."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.sharing.files import Learned, Shared, read_given, write_given
from app.services.sharing.keys import SharedKey, enter_shared_key, make_shared_key, shared_keys
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.parts import Part
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.scrolled import scrolled
from app.words.numbers import isolated, ltr
from app.words.sharing import learned_text

_LONGEST: Final = 60
_FILES: Final = "*.given"


class OthersView(Part):
    """A key first; then files go both ways."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._folder = ""
        self.message = InlineMessage()
        self.key: Choice[str | None] = Choice([(None, "")])
        self.write = button(
            tr("Sharing", "Write our file…"),
            self._on_write,
            kind="primary",
            icon="export",
            keys="Ctrl+Return",
        )
        self.read = button(tr("Sharing", "Take in their file…"), self._on_read, icon="import")
        self.name = QLineEdit()
        self.digits = DigitsLineEdit(longest=_LONGEST, also=" -")
        self.keep = button(tr("Sharing", "Make or keep the key"), self._on_keep, icon="key")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(scrolled(self._form()), 1)
        self._load()

    def begin(self) -> None:
        """A first key is named; later there are files to write."""
        (self.key if self.key.value is not None else self.name).setFocus()

    def _form(self) -> QWidget:
        form = Form()
        form.add_row(
            label(
                tr(
                    "Sharing",
                    "Tell another organisation whom we served, and hear whom it served: only "
                    "digests, of households that agreed to sharing. Nobody's name or number is in "
                    "the file; the desk says no more than “perhaps received”.",
                ),
                "secondary",
                wrap=True,
            )
        )
        form.add(tr("Sharing", "Shared key"), self.key)
        form.add_row(_row(self.write, self.read))
        form.add_heading(tr("Sharing", "Another key"))
        form.add(
            tr("Sharing", "What it is called here"),
            self.name,
            tr("Sharing", "The other organisation and the campaign, say."),
        )
        form.add(
            tr("Sharing", "Forty digits"),
            self.digits,
            tr("Sharing", "From whoever made the key; leave it empty to make one here."),
        )
        form.add_row(_row(self.keep))
        return form

    def _load(self, chosen: str | None = None) -> None:
        store = self._context.store

        def show(found: tuple[SharedKey, ...]) -> None:
            self.key.set_options(
                [(one.name, one.name) for one in found]
                or [(None, tr("Sharing", "none yet: make or type in one below"))],
                chosen or (found[0].name if found else None),
            )
            self.write.setEnabled(bool(found))
            self.read.setEnabled(bool(found))

        self._context.tasks.run(lambda: shared_keys(store), show, self._on_error, owner=self)

    def _on_keep(self) -> None:
        store, name, digits = self._context.store, self.name.text(), self.digits.text()
        self.message.clear()

        def work() -> str:
            if digits.strip():
                enter_shared_key(store, name, digits)
                return ""
            return make_shared_key(store, name)

        def done(made: str) -> None:
            self.name.clear()
            self.digits.clear()
            self._load(name.strip())
            if made:
                shown = ltr(made)
                said = tr(
                    "Sharing",
                    "Pass these digits on, by telephone or on paper: {digits}",
                    digits=shown,
                )
                self.message.say("warning", said)
            else:
                self.message.say("done", tr("Sharing", "The key is kept."))

        self._context.tasks.run(work, done, self._on_error, kind="write", owner=self)

    def _on_write(self) -> None:
        key = self.key.value
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Sharing", "Our file"),
            str(Path(self._folder) / "qafila.given"),
            f"{tr('Sharing', 'Files of digests')} ({_FILES})",
        )
        if chosen and key is not None:
            self._folder = str(Path(chosen).parent)
            self.write_to(Path(chosen), key)

    def write_to(self, path: Path, key: str) -> None:
        """Write our file."""
        store = self._context.store
        self._context.tasks.run(
            lambda: write_given(store, path, key), self._on_written, self._on_error, kind="write"
        )

    def _on_written(self, shared: Shared) -> None:
        self.message.say(
            "done",
            tr(
                "Sharing",
                "Digests of %n people are in {file}",
                n=shared.people,
                file=isolated(shared.path.name),
            ),
        )

    def _on_read(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            tr("Sharing", "Their file"),
            self._folder,
            f"{tr('Sharing', 'Files of digests')} ({_FILES})",
        )
        if chosen:
            self._folder = str(Path(chosen).parent)
            self.read_from(Path(chosen))

    def read_from(self, path: Path) -> None:
        """Take in another organisation's file."""
        store = self._context.store
        self._context.tasks.run(
            lambda: read_given(store, path), self._on_learned, self._on_error, kind="write"
        )

    def _on_learned(self, learned: Learned) -> None:
        self.message.say("done", learned_text(words(), learned))

    def _on_error(self, error: Exception) -> None:
        self.message.say("error", text_of(error))


def _row(*parts: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.WITHIN)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder
