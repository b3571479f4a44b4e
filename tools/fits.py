"""Find text that does not fit where it stands, and parts that leave their window."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget


def misfits(root: QWidget) -> list[str]:
    """One line for each visible label or button whose text is cut off."""
    return [*_labels(root), *_buttons(root)]


def _labels(root: QWidget) -> Iterator[str]:
    for shown in root.findChildren(QLabel):
        if not shown.isVisible() or not shown.text():
            continue
        if shown.wordWrap():
            missing = shown.heightForWidth(shown.width()) - shown.height()
            if missing > 1:
                yield f"{missing} px too low: {shown.text()!r}"
        elif shown.sizeHint().width() - shown.width() > 1:
            yield f"{shown.sizeHint().width() - shown.width()} px too narrow: {shown.text()!r}"


def _buttons(root: QWidget) -> Iterator[str]:
    found: list[QAbstractButton] = [*root.findChildren(QPushButton)]
    for made in found:
        missing = made.sizeHint().width() - made.width()
        if made.isVisible() and made.text() and missing > 1:
            yield f"{missing} px too narrow: {made.text()!r}"


class StrayWindows(QObject):
    """Notices parts that are shown before they have a parent: they flash up as windows of their
    own and take the keyboard away."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self.found: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at everything that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            plain = watched.windowType() == Qt.WindowType.Window
            if watched.isWindow() and plain and watched is not self._window:
                self.found.append(f"{type(watched).__name__} was a window of its own")
        return False
