"""Frames of the laptop's camera, by QtMultimedia; whatever gives frames can stand in for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage


class Frames(QObject):
    """Frames while it runs. `failed` says that there is no camera, or that it cannot be used."""

    frame = Signal(object)
    """A function that gives the frame as a QImage; called only for frames that are looked at."""
    failed = Signal()

    def start(self) -> None:
        """Begin; frames come from now on, or `failed`."""
        raise NotImplementedError

    def stop(self) -> None:
        """No more frames; the camera's light goes out."""
        raise NotImplementedError


class CameraFrames(Frames):
    """The system's camera; the one that is built in where there are several."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: list[QObject] = []

    def start(self) -> None:
        """See `Frames`. QtMultimedia takes a tenth of a second to load, and needs libraries that a
        bare system lacks."""
        try:
            from PySide6.QtMultimedia import (
                QCamera,
                QMediaCaptureSession,
                QMediaDevices,
                QVideoFrame,
                QVideoSink,
            )
        except ImportError:
            self.failed.emit()
            return
        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self.failed.emit()
            return

        def tell(frame: QVideoFrame) -> None:
            def image() -> QImage:
                return frame.toImage()

            self.frame.emit(image)

        camera, session, sink = QCamera(device), QMediaCaptureSession(), QVideoSink()
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(tell)
        camera.errorOccurred.connect(lambda *_: self.failed.emit())
        self._running = [camera, session, sink]
        camera.start()

    def stop(self) -> None:
        """See `Frames`."""
        for part in self._running:
            if hasattr(part, "stop"):
                part.stop()
            part.deleteLater()
        self._running = []
