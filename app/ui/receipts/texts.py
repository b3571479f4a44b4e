"""What the page of receipts offers and teaches."""

from collections.abc import Sequence

from app.domain.void_reason import VoidReason
from app.ui.tr import of, tr
from app.ui.widgets.empty_page import EmptyPage
from app.words.aid import VOID_REASONS


def void_reasons() -> list[tuple[VoidReason | None, str]]:
    """Why a hand-over is voided, to choose from; nothing is chosen at first."""
    offered: Sequence[tuple[VoidReason, str]] = [
        (reason, of(text))
        for reason, text in VOID_REASONS.items()
        if reason is not VoidReason.UNDONE_AT_DESK
    ]
    return [(None, tr("Receipts", "Why is it voided?")), *offered]


def nothing_yet() -> EmptyPage:
    """The page while nothing was handed over."""
    return EmptyPage(
        "receipts",
        tr("Receipts", "No hand-over yet"),
        tr(
            "Receipts",
            "Everything that is handed over is listed here with its receipt: to find, to print "
            "again, or to void with a reason.",
        ),
    )
