"""Our own stroke icons, in any colour; those that point somewhere turn with the direction."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.config import resource_path
from app.ui.style import theme

# Drawn for a left-to-right reader; a right-to-left one sees their mirror image.
MIRRORED: Final = frozenset({"back", "forward", "undo", "convoys"})
# Device pixels: 16 and 20 px icons at 100, 150 and 200 %.
_SIZES: Final = (16, 20, 24, 30, 40)


def icon(name: str, colour: str | None = None) -> QIcon:
    """The icon `resources/icons/{name}.svg`, in the text's colour when none is given."""
    return _icon(name, colour or theme().text, theme().edge, mirrored=_mirrors(name))


def pixmap(name: str, colour: str, size: int, ratio: float = 1.0) -> QPixmap:
    """One icon for painting: `size` logical pixels at the given device pixel ratio."""
    return _pixmap(name, colour, size, ratio, mirrored=_mirrors(name))


def _mirrors(name: str) -> bool:
    right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return name in MIRRORED and right_to_left


@cache
def _icon(name: str, colour: str, disabled: str, *, mirrored: bool) -> QIcon:
    drawn = QIcon()
    for size in _SIZES:
        drawn.addPixmap(_draw(name, colour, size, mirrored=mirrored))
        drawn.addPixmap(_draw(name, disabled, size, mirrored=mirrored), QIcon.Mode.Disabled)
    return drawn


@cache
def _pixmap(name: str, colour: str, size: int, ratio: float, *, mirrored: bool) -> QPixmap:
    drawn = _draw(name, colour, round(size * ratio), mirrored=mirrored)
    drawn.setDevicePixelRatio(ratio)
    return drawn


def _draw(name: str, colour: str, size: int, *, mirrored: bool) -> QPixmap:
    source = resource_path(f"icons/{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))
    drawn = QPixmap(size, size)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return drawn
