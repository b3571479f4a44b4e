"""Codes held before the camera: ten frames a second at most are looked at, off the main thread."""

from collections.abc import Callable
from typing import Final

from PIL import Image
from PySide6.QtCore import QElapsedTimer, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.documents.scanning import codes_of
from app.domain.steady_code import SteadyCodes
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.paper.camera import CameraFrames, Frames
from app.ui.tr import tr
from app.ui.widgets.labels import label

_BETWEEN_MS: Final = 100
_SHOWN: Final = 320
"""Pixels that the picture is wide: enough to hold a paper right, and no mirror."""


class CameraPanel(QFrame):
    """Off until it is started; off again when it is hidden."""

    scanned = Signal(str)

    def __init__(
        self, context: UiContext, frames: Callable[[QObject], Frames] = CameraFrames
    ) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._context = context
        self._frames = frames(self)
        self._codes = SteadyCodes()
        self._since = QElapsedTimer()
        self._is_busy = False
        self.is_on = False
        self.text = label(wrap=True)
        self._picture = QLabel()
        self._picture.setAccessibleName(tr("Verify", "What the camera sees"))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.WITHIN)
        column.addWidget(self.text)
        column.addWidget(self._picture)
        self._frames.frame.connect(self._on_frame)
        self._frames.failed.connect(self._on_failed)

    def start(self) -> None:
        """Look through the camera until it is hidden."""
        self._codes = SteadyCodes()
        self._since.invalidate()
        self._is_busy = False
        self.is_on = True
        self.text.setText(tr("Verify", "Hold the code before the camera."))
        self._frames.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is filmed unawares."""
        self.stop()
        super().hideEvent(event)

    def stop(self) -> None:
        """Put the camera out."""
        if self.is_on:
            self.is_on = False
            self._frames.stop()
            self._picture.clear()

    def _on_frame(self, image_of: Callable[[], QImage]) -> None:
        """A frame that comes too soon, or while another is read, is let go unseen."""
        if not self.is_on or self._is_busy:
            return
        if self._since.isValid() and self._since.elapsed() < _BETWEEN_MS:
            return
        self._since.start()
        image = image_of()
        if image.isNull():
            return
        self._picture.setPixmap(
            QPixmap.fromImage(image.scaledToWidth(_SHOWN, Qt.TransformationMode.FastTransformation))
        )
        self._is_busy = True
        self._context.tasks.run(lambda: read_frame(image), self._on_read, self._on_unread)

    def _on_read(self, texts: list[str]) -> None:
        self._is_busy = False
        if self.is_on:
            for text in self._codes.take(texts):
                self.scanned.emit(text)

    def _on_unread(self, _error: Exception) -> None:
        self._is_busy = False

    def _on_failed(self) -> None:
        self.stop()
        self.text.setText(
            tr("Verify", "No camera can be used here. Use a USB scanner, a picture or the number.")
        )


def read_frame(image: QImage) -> list[str]:
    """The codes in a frame."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (grey.width(), grey.height())
    return codes_of(
        Image.frombytes("L", size, bytes(grey.constBits()), "raw", "L", grey.bytesPerLine())
    )
