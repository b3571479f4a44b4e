"""The app's icon in the form that Windows wants."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.config import resource_path

_SIZES = (16, 20, 24, 32, 48, 64, 256)


def write_ico(path: Path) -> None:
    """Draws `resources/icons/app.svg` at every size that Windows shows."""
    renderer = QSvgRenderer(str(resource_path("icons/app.svg")))
    drawn = [Image.open(BytesIO(_png(renderer, size))) for size in _SIZES]
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn[-1].save(path, sizes=[(size, size) for size in _SIZES], append_images=drawn[:-1])


def _png(renderer: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return data.data()
