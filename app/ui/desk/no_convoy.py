"""The desk before a convoy was chosen: what it is for, and the way to one."""

from PySide6.QtWidgets import QWidget

from app.ui.bus import Bus
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.empty_page import EmptyPage


def no_convoy(bus: Bus) -> QWidget:
    """An empty page that teaches."""
    start = button(
        tr("Desk", "Choose today's convoy"),
        lambda: bus.page_wanted.emit("convoys", None),
        kind="primary",
        icon="convoys",
    )
    return EmptyPage(
        "desk",
        tr("Desk", "No convoy is chosen for today"),
        tr("Desk", "The desk serves the families of one convoy on one day."),
        start,
    )
