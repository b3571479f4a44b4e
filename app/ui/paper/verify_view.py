"""Verify receipts: scan or type one, or read a pile of pictures and scanned PDFs.

Verifying records nothing. Of a pile, what is genuine and has not arrived can be written down again,
for a laptop that will not come back.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.receipt_check import ReceiptState
from app.services.verifying.recover import Recovered, recover_receipts
from app.services.verifying.verify import Verified, verify_files, verify_text
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.paper.camera_panel import CameraPanel
from app.ui.paper.scan_field import ScanField
from app.ui.paper.verdict_card import VerdictCard
from app.ui.paper.verdict_table import LOOK, columns
from app.ui.parts import Part
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.empty_page import EmptyPage
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.table import table_view
from app.words.recovering import LISTS, list_text

if TYPE_CHECKING:
    from app.db.store import Store

_NOTHING, _ONE, _PILE = range(3)
_KINDS: Final = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.webp"


class VerifyView(Part):
    """One field, the answer below it."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._paths: Sequence[Path] = ()
        self._folder = ""
        self.field = ScanField(tr("Verify", "Scan a receipt, or type the number under its code"))
        self.files = button(
            tr("Verify", "Pictures or PDF…"), self._on_files, icon="folder", keys="Ctrl+O"
        )
        self.camera_button = button(
            tr("Verify", "Camera"), self._on_camera, icon="camera", keys="F3"
        )
        self.camera_button.setCheckable(True)
        self.camera = CameraPanel(context)
        self.camera.hide()
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.card = VerdictCard()
        self.model = ListTableModel(columns(), LOOK)
        self.table = table_view(self.model)
        self.table.setAccessibleName(tr("Verify", "Receipts in the pile"))
        self.recover = button("", self._on_recover, kind="primary", keys="Ctrl+Return")
        self._states = QStackedWidget()
        for state in (self._nothing(), self._one(), self._pile()):
            self._states.addWidget(state)
        top = QHBoxLayout()
        top.setSpacing(tokens.WITHIN)
        top.addWidget(self.field, 1)
        top.addWidget(self.camera_button)
        top.addWidget(self.files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addLayout(top)
        column.addWidget(self.camera)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addWidget(self._states, 1)
        self.field.scanned.connect(self._on_scanned)
        self.camera.scanned.connect(self._on_scanned)
        shortcut(self, "F2", self.field.placeholderText(), self.field.setFocus)

    @property
    def store(self) -> "Store":
        """The store that is asked."""
        return self._context.store

    def begin(self) -> None:
        """Ready for the scanner."""
        self.field.setFocus()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Read a pile and say what is in it."""
        store = self._context.store
        self.message.clear()
        self._paths = paths
        task = self._context.tasks.run_long(
            lambda report: verify_files(store, paths, report),
            self._on_pile,
            self.progress.advance,
            self._on_failed,
            kind="document",
        )
        self.progress.start(tr("Verify", "Reading the codes"), task.cancel)

    def _nothing(self) -> QWidget:
        return EmptyPage(
            "scan",
            tr("Verify", "Is this receipt genuine?"),
            tr(
                "Verify",
                "Scan its code with a USB scanner, choose a photograph or a scanned PDF, or type "
                "the number under the code. Nothing is recorded.",
            ),
        )

    def _one(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        return part

    def _pile(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.table, 1)
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addWidget(self.recover)
        column.addLayout(actions)
        return part

    def _on_scanned(self, text: str) -> None:
        store = self._context.store
        self.message.clear()
        self._context.tasks.run(lambda: verify_text(store, text), self._on_one, self._on_failed)

    def _on_camera(self) -> None:
        self.camera.setVisible(self.camera_button.isChecked())
        if self.camera_button.isChecked():
            self.camera.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """The camera goes out when the tab is left."""
        self.camera_button.setChecked(False)
        self.camera.hide()
        super().hideEvent(event)

    def _on_files(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            tr("Verify", "Pictures or scanned PDFs of receipts"),
            self._folder,
            f"{tr('Verify', 'Pictures and PDF')} ({_KINDS})",
        )
        if chosen:
            self._folder = str(Path(chosen[0]).parent)
            self.open_paths([Path(name) for name in chosen])

    def _on_one(self, verified: Verified) -> None:
        if len(verified.receipts) > 1:
            self._paths = ()
            self._on_pile(verified)
            return
        self.card.show_receipt(verified.receipts[0])
        self._states.setCurrentIndex(_ONE)

    def _on_pile(self, verified: Verified) -> None:
        self.progress.finish()
        self.model.set_rows(verified.receipts)
        count = sum(one.state is ReceiptState.UNMERGED for one in verified.receipts)
        self.recover.setVisible(bool(self._paths) and count > 0)
        self.recover.setText(tr("Verify", "Make %n hand-overs again from these", n=count))
        self._states.setCurrentIndex(_PILE)
        if verified.unread:
            self.message.say(
                "warning", tr("Commands", "%n codes are not of Qafila", n=verified.unread)
            )
        self.table.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self.progress.finish()
        self._states.setCurrentIndex(_NOTHING)
        self.message.say("error", text_of(error))
        self.field.setFocus()

    def _on_recover(self) -> None:
        store, paths = self._context.store, self._paths
        self.message.clear()
        task = self._context.tasks.run_long(
            lambda report: recover_receipts(store, paths, report=report),
            self._on_recovered,
            self.progress.advance,
            self._on_refused,
            kind="write",
        )
        self.progress.start(tr("Verify", "Writing the hand-overs down again"), task.cancel)

    def _on_recovered(self, recovered: Recovered) -> None:
        self.progress.finish()
        said = [
            list_text(words(), name, len(getattr(recovered, name)))
            for name in LISTS
            if getattr(recovered, name)
        ]
        self.open_paths(self._paths)
        self.message.say("done" if recovered.taken else "warning", tr("Verify", ". ").join(said))

    def _on_refused(self, error: Exception) -> None:
        """The pile stays where it is."""
        self.progress.finish()
        self.message.say("error", text_of(error))
