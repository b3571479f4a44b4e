"""What a slip still lacks before it can be saved, and where the cursor goes for it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.ui.desk.household_view import HouseholdView
from app.ui.paper.slip_head import SlipHead
from app.ui.tr import tr


@dataclass(frozen=True)
class Lacking:
    """What to say, and how to go there."""

    text: str
    focus: Callable[[], object]


def what_lacks(head: SlipHead, view: HouseholdView) -> Lacking | None:
    """The first thing that lacks; None where all is there."""
    if head.time.is_misread:
        text = tr("Paper", "Write the time as 9:30, or leave it empty.")
        return Lacking(text, head.time.setFocus)
    row = view.first_without_reason()
    if row is not None:
        return Lacking(tr("Desk", "Choose why this goes against the answer."), row.focus_reason)
    if not view.collector.is_complete:
        return Lacking(tr("Desk", "Write the name of the proxy."), view.collector.name.setFocus)
    return None
