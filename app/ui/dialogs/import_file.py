"""The window in which a list or a hand-over sheet is taken in."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.importing.columns import Kind
from app.ui.context import UiContext
from app.ui.importing.import_view import ImportView

_SIZE = QSize(1180, 680)
_MARGIN = 48


class ImportDialog(QDialog):
    """`ImportView` over the page it was opened from, a little smaller than the window."""

    def __init__(self, context: UiContext, parent: QWidget, kind: Kind) -> None:
        super().__init__(parent)
        self.view = ImportView(context, kind)
        self.setWindowTitle(self.view.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.left.connect(self.accept)
        window = parent.window().size()
        self.resize(_SIZE.boundedTo(window - QSize(_MARGIN, _MARGIN)))

    def reject(self) -> None:
        """Escape and the window's cross stop what is running."""
        self.view.leave()


def open_import(context: UiContext, parent: QWidget, kind: Kind) -> ImportDialog:
    """Open the window for lists (`Kind.LIST`) or hand-over sheets (`Kind.AID`) over `parent`.

    What was taken in is told by the store's own signal, as for any commit.
    """
    dialog = ImportDialog(context, parent, kind)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.view.begin()
    return dialog
