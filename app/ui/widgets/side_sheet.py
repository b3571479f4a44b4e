"""A sheet that lies over the trailing side of a page: details on demand, without a new window."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

from app.ui import tokens
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label


class SideSheet(QFrame):
    """Covers the trailing side of `host` from top to bottom; Escape closes it."""

    closed = Signal()

    def __init__(self, host: QWidget, title: str) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self.setProperty("surface", "sheet")
        self._title = label(title, "title")
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        close = button(tr("Sheet", "Close"), self.dismiss, kind="plain", icon="close")
        head.addWidget(close)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.BETWEEN, tokens.BETWEEN, tokens.BETWEEN, tokens.WITHIN)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)
        self._close_button = close
        host.installEventFilter(self)
        self.hide()

    def present(self, content: QWidget, title: str = "") -> None:
        """Show `content` in place of what was shown before."""
        if title:
            self._title.setText(title)
        if self.isHidden():
            self._before = self.window().focusWidget()
        self._scroll.setWidget(content)
        self._place()
        self.show()
        self.raise_()
        self._close_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close, and give the focus back to where it was."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the host's size."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        whole = self._host.rect()
        width = min(tokens.SHEET_WIDTH, whole.width())
        trailing = QRect(whole.width() - width, 0, width, whole.height())
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), whole, trailing))
