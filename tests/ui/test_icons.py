import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.config import resource_path
from app.ui import icons
from app.ui.registry import PAGES
from app.ui.widgets.state_badge import ICONS

FILES = sorted(resource_path("icons").glob("*.svg"))


def coloured(image, colour):
    return sum(
        image.pixelColor(x, y).name() == colour and image.pixelColor(x, y).alpha() == 255
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icons_are_one_family(file):
    root = ET.parse(file).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    if file.stem != "app":
        assert root.get("stroke-width") == "1.75"
        assert root.get("fill") == "none"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_draws_something(file, qapp):
    assert not icons.pixmap(file.stem, "#ff0000", 24).toImage().allGray()


def test_an_icon_takes_any_colour_and_sharpness(qapp):
    drawn = icons.pixmap("check", "#123456", 20, 1.5)
    assert (drawn.width(), drawn.devicePixelRatio()) == (30, 1.5)
    assert coloured(drawn.toImage(), QColor("#123456").name()) > 10


def test_arrows_turn_with_the_direction(qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    ltr = {name: icons.pixmap(name, "#000000", 24).toImage() for name in ("back", "search")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rtl = {name: icons.pixmap(name, "#000000", 24).toImage() for name in ("back", "search")}
    assert rtl["search"] == ltr["search"]
    assert rtl["back"] != ltr["back"]


def test_every_icon_that_is_named_exists():
    names = {spec.icon for spec in PAGES} | set(ICONS.values()) | icons.MIRRORED
    app = resource_path("").parent / "app" / "ui"
    for path in app.rglob("*.py"):
        names |= set(re.findall(r'icon="([a-z-]+)"', path.read_text(encoding="utf-8")))
    assert names <= {file.stem for file in FILES}
