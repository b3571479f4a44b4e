"""Take in files of other laptops: choose them, see what would come of them, merge.

Nothing is taken in before it has been seen; a bad file never stands in the way of the others.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.services.exchange.results import Merged
from app.services.progress import Report
from app.services.review.merges import merges, undo_merge
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.merging.file_rows import FileRow, file_rows, files_model, from_text, remarks, who_text
from app.ui.merging.looking import Looked, look_at, take_in
from app.ui.merging.what_comes_up import WhatComesUp
from app.ui.messages import text_of
from app.ui.parts import Part
from app.ui.review.comparing import Comparing
from app.ui.tasks import Task
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.table import table_view
from app.words.joined import joined
from app.words.merge import conservation_text
from app.words.numbers import isolated

if TYPE_CHECKING:
    from app.db.store import Store

_NOTHING, _FILES = range(2)
_DETAIL_HEIGHT: Final = 112


class TakeView(Part):
    """The whole course from a stick to what came of its files."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._looked = Looked(())
        self._task: Task | None = None
        self._folder = ""
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.comparing = Comparing(context)
        self.model = files_model()
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Merge", "Files"))
        self.comes_up = WhatComesUp()
        self._about = label(role="strong", wrap=True)
        self._remarks = label(wrap=True)
        self._make_buttons()
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing())
        self._states.addWidget(self._files())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        for part in (self.message, self.progress, self.comparing):
            column.addWidget(part)
        column.addWidget(self._states, 1)
        self.setAcceptDrops(True)
        self.comparing.failed.connect(self._on_error)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._on_current())
        shortcut(self, "Escape", tr("Merge", "Leave these files"), self.leave)

    @property
    def store(self) -> "Store":
        """The store that files are taken into."""
        return self._context.store

    def begin(self) -> None:
        """Put the focus on the one thing to do."""
        if self._states.currentIndex() == _NOTHING:
            self.choose_button.setFocus()
        elif self.merge_button.isEnabled() and not self.merge_button.isHidden():
            self.merge_button.setFocus()
        else:
            self.table.setFocus()

    def open_paths(self, chosen: Sequence[Path]) -> None:
        """Look at files, folders or a whole stick: what they hold and what would come of them."""
        self._stop()
        self.message.clear()
        store = self.store

        def work(report: Report) -> Looked:
            return look_at(store, chosen, report)

        self._begin(tr("Merge", "Copying and checking the files…"))
        self._task = self._context.tasks.run_long(
            work, self._on_looked, self.progress.advance_bytes, self._on_error
        )

    def leave(self) -> None:
        """Put these files aside; nothing of them is taken in that was not merged."""
        self._stop()
        self.message.clear()
        self._looked = Looked(())
        self._states.setCurrentIndex(_NOTHING)
        self.begin()

    # --- what it is made of ----------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self.choose_button = button(
            tr("Merge", "Choose files"),
            self._choose_files,
            kind="primary",
            icon="import",
            keys="Ctrl+O",
        )
        self.folder_button = button(
            tr("Merge", "A folder or a whole stick"),
            self._choose_folder,
            icon="folder",
            keys="Ctrl+Shift+O",
        )
        self.other_button = button(
            tr("Merge", "Other files"), self._choose_files, icon="import", keys="Ctrl+O"
        )
        self.merge_button = button(
            tr("Merge", "Merge"), self._on_merge, kind="primary", icon="merge", keys="Ctrl+Return"
        )

        self.review_button = button(
            tr("Merge", "To the review"),
            lambda: self._context.bus.page_wanted.emit("review", None),
            kind="primary",
            icon="review",
            keys="Ctrl+Return",
        )

    def _nothing(self) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN)
        row.addWidget(self.choose_button)
        row.addWidget(self.folder_button)
        return EmptyPage(
            "merge",
            tr("Merge", "Bring the laptops' work together"),
            tr(
                "Merge",
                "Put in the stick and choose its files, or drop them here. They are copied off and "
                "checked first, and you see what would come of them before anything changes.",
            ),
            both,
        )

    def _files(self) -> QWidget:
        detail = QFrame()
        detail.setProperty("surface", "card")
        detail.setMinimumHeight(_DETAIL_HEIGHT)
        inside = QVBoxLayout(detail)
        inside.setSpacing(tokens.WITHIN // 2)
        inside.addWidget(self._about)
        inside.addWidget(self._remarks)
        inside.addStretch(1)
        actions = QHBoxLayout()
        actions.setSpacing(tokens.WITHIN)
        actions.addWidget(self.other_button)
        actions.addStretch(1)
        actions.addWidget(self.review_button)
        actions.addWidget(self.merge_button)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.table, 1)
        column.addWidget(detail)
        column.addWidget(self.comes_up)
        column.addLayout(actions)
        return part

    # --- choosing --------------------------------------------------------------------------------

    def _choose_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Merge", "Choose files"),
            self._folder,
            tr("Merge", "Files of Qafila") + " (*.qafila)",
        )
        if names:
            self._folder = str(Path(names[0]).parent)
            self.open_paths([Path(name) for name in names])

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(
            self, tr("Merge", "A folder or a whole stick"), self._folder
        )
        if name:
            self._folder = name
            self.open_paths([Path(name)])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders of this machine may be dropped."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As if they had been chosen."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_paths(paths)

    # --- what comes back -------------------------------------------------------------------------

    def _on_looked(self, looked: Looked) -> None:
        self._finish()
        if looked.merged is None:
            self.message.say(
                "warning", tr("Merge", "There is no file of Qafila (.qafila) in what was chosen.")
            )
            return
        self._show(looked, looked.merged)
        self.merge_button.setText(
            tr("Merge", "Merge %n changes", n=sum(file.new for file in looked.merged.files))
        )
        self.begin()

    def _on_merge(self) -> None:
        store, paths = self.store, self._looked.paths

        def work(report: Report) -> Looked:
            return take_in(store, paths, report)

        self.message.clear()
        self._begin(tr("Merge", "Merging…"))
        self._task = self._context.tasks.run_long(
            work, self._on_merged, self.progress.advance_bytes, self._on_error
        )

    def _on_merged(self, looked: Looked) -> None:
        self._finish()
        if looked.merged is None:
            return
        self._show(looked, looked.merged)
        new = sum(file.new for file in looked.merged.files)
        text = tr("Merge", "%n changes were merged.", n=new)
        holds = looked.merged.totals.conservation.holds
        said = conservation_text(words(), holds=holds)
        self.message.say(
            "done" if holds else "error",
            f"{text} {said}",
            tr("Merge", "Undo this merge"),
            self._on_undo if new else None,
        )
        self._context.bus.said.emit(text)
        self.comparing.keep_up()
        next_one = self.other_button if self.review_button.isHidden() else self.review_button
        next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_undo(self) -> None:
        store = self.store

        def undo() -> None:
            (last,) = merges(store, count=1)
            undo_merge(store, last.merge_no)

        self._context.tasks.run(undo, self._on_undone, self._on_error, kind="write")

    def _on_undone(self, _: None) -> None:
        self.message.say(
            "info", tr("Merge", "The merge is undone: nothing that came with it counts.")
        )

    def _show(self, looked: Looked, merged: Merged) -> None:
        """A preview, or what a merge did."""
        self._looked = looked
        rows = file_rows(merged, looked.origins or {})
        self.model.set_rows(rows)
        self.table.setCurrentIndex(self.model.index(_first_to_look_at(rows), 0))
        self._on_current()
        self.comes_up.show_merged(merged)
        self.merge_button.setVisible(merged.preview)
        self.review_button.setVisible(not merged.preview and bool(self.comes_up.texts))
        self.merge_button.setEnabled(any(file.new for file in merged.files))
        self._states.setCurrentIndex(_FILES)

    def _on_current(self) -> None:
        row = self.model.row_at(self.table.currentIndex().row())
        if row is None:
            return
        name = isolated(row.file.path.name)
        self._about.setText(joined(words(), (name, from_text(row), who_text(row))))
        self._remarks.setText("\n".join(remarks(row)) or _all_well(row))

    def _on_error(self, error: Exception) -> None:
        self._finish()
        self.message.say("error", text_of(error))

    # --- work that is running --------------------------------------------------------------------

    def _begin(self, text: str) -> None:
        self.merge_button.setEnabled(False)
        self.progress.start(text, self._on_cancelled)

    def _on_cancelled(self) -> None:
        self._stop()
        self.merge_button.setEnabled(True)
        self.message.say("info", tr("Merge", "Stopped. Nothing was changed."))
        self.begin()

    def _stop(self) -> None:
        """Give up what is running; a half-done merge undoes itself."""
        if self._task is not None:
            self._task.cancel()
        self._finish()

    def _finish(self) -> None:
        self._task = None
        self.progress.finish()


def _first_to_look_at(rows: Sequence[FileRow]) -> int:
    """A bad file first; else one of which there is something to say; else the first."""
    for holds in (lambda row: row.file.error is not None, remarks):
        for at, row in enumerate(rows):
            if holds(row):
                return at
    return 0


def _all_well(row: FileRow) -> str:
    if row.preview:
        return tr("Merge", "The file is whole and comes from a laptop of this workspace.")
    return tr("Merge", "All of it was taken in.")
