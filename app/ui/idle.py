"""Knows when nobody has touched the window for some minutes."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE_MS: Final = 60_000


class IdleWatch(QObject):
    """Looks at the windows that have the focus, and at nothing inside them: a filter over the whole
    application would see a hundred times as many events."""

    idle = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        app.focusWindowChanged.connect(self._on_window)

    def start(self, minutes: float) -> None:
        """Count from now."""
        self._timer.start(round(minutes * _MINUTE_MS))

    def stop(self) -> None:
        """Nothing is to be locked."""
        self._timer.stop()

    def watch(self, window: QWindow | None) -> None:
        """Look at this window too."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or the mouse: count anew."""
        if event.type() in _INPUT and self._timer.isActive():
            self._timer.start()
        return False

    def _on_window(self, window: QWindow | None) -> None:
        self.watch(window)
        if window is not None and self._timer.isActive():
            self._timer.start()
