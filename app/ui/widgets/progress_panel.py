"""What takes longer than half a second: a bar with words, a count, and Cancel."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout

from app.ui import tokens
from app.ui.tr import tr, words
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import label

_PATIENCE_MS: Final = 500


class ProgressPanel(QFrame):
    """Hidden until work has lasted for half a second."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._on_cancel: Callable[[], object] | None = None
        self._text = label(role="strong", wrap=True)
        self._count = label(role="secondary")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button(tr("Progress", "Cancel"), self._on_cancelled, icon="close")
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._timer.timeout.connect(self.show)
        head = QHBoxLayout()
        head.addWidget(self._text, 1)
        head.addWidget(self._count)
        head.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addLayout(head)
        column.addWidget(self._bar)
        self.hide()

    def start(self, text: str, on_cancel: Callable[[], object] | None = None) -> None:
        """Work begins; without `on_cancel` it cannot be stopped."""
        self._on_cancel = on_cancel
        self._text.setText(text)
        self._count.clear()
        self._bar.setRange(0, 0)
        self._cancel.setVisible(on_cancel is not None)
        self._timer.start()

    def advance(self, done: int, total: int) -> None:
        """`done` of `total`; fits `on_progress` of a task. Of a total that is not known (0), the
        bar only moves."""
        if not total:
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        said = words()
        self._count.setText(
            tr("Progress", "{done} of {total}", done=said.number(done), total=said.number(total))
        )

    def advance_bytes(self, done: int, total: int) -> None:
        """As `advance`, of bytes; the bar itself counts no further than two thousand million."""
        self.advance(done >> 10, total >> 10)
        said = words()
        part, whole = (said.number(-(-size // 1_000_000)) for size in (done, total))
        self._count.setText(tr("Progress", "{done} of {total} MB", done=part, total=whole))

    def finish(self) -> None:
        """The work is over, however it ended."""
        self._timer.stop()
        self.hide()

    def _on_cancelled(self) -> None:
        if self._on_cancel is not None:
            self._on_cancel()
        self.finish()
