"""The pages of the navigation, in their order. A page is imported when it is first opened."""

from typing import TYPE_CHECKING, Final

from app.ui.context import UiContext
from app.ui.page import Badge, Page, PageSpec
from app.words.catalog import marked

if TYPE_CHECKING:
    from app.db.store import Store


def _convoys(context: UiContext) -> Page:
    from app.ui.pages.convoys import ConvoysPage

    return ConvoysPage(context)


def _stock(context: UiContext) -> Page:
    from app.ui.pages.stock import StockPage

    return StockPage(context)


def _receipts(context: UiContext) -> Page:
    from app.ui.pages.receipts import ReceiptsPage

    return ReceiptsPage(context)


def _receipts_waiting(store: "Store") -> int:
    from app.services.print_queue import waiting_jobs

    return len(waiting_jobs(store))


def _paper(context: UiContext) -> Page:
    from app.ui.pages.paper import PaperPage

    return PaperPage(context)


def _merge(context: UiContext) -> Page:
    from app.ui.pages.merge import MergePage

    return MergePage(context)


def _review(context: UiContext) -> Page:
    from app.ui.pages.review import ReviewPage

    return ReviewPage(context)


def _to_review(store: "Store") -> int:
    from app.ui.review.tabs import TABS

    return sum(tab.badge.count(store) for tab in TABS if tab.badge)


def _reports(context: UiContext) -> Page:
    from app.ui.pages.reports import ReportsPage

    return ReportsPage(context)


def _catalogue(context: UiContext) -> Page:
    from app.ui.pages.catalogue import CataloguePage

    return CataloguePage(context)


def _settings(context: UiContext) -> Page:
    from app.ui.pages.settings import SettingsPage

    return SettingsPage(context)


def _desk(context: UiContext) -> Page:
    from app.ui.pages.desk import DeskPage

    return DeskPage(context)


def _people(context: UiContext) -> Page:
    from app.ui.pages.people import PeoplePage

    return PeoplePage(context)


def _laptops(context: UiContext) -> Page:
    from app.ui.pages.laptops import LaptopsPage

    return LaptopsPage(context)


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("desk", marked("Navigation", "Desk"), "desk", _desk),
    PageSpec("convoys", marked("Navigation", "Convoys"), "convoys", _convoys),
    PageSpec("people", marked("Navigation", "People"), "people", _people),
    PageSpec("stock", marked("Navigation", "Stock"), "stock", _stock),
    PageSpec(
        "receipts",
        marked("Navigation", "Receipts"),
        "receipts",
        _receipts,
        Badge(_receipts_waiting, frozenset({"print_job"})),
    ),
    PageSpec("paper", marked("Navigation", "Paper"), "scan", _paper),
    PageSpec("merge", marked("Navigation", "Merge"), "merge", _merge),
    PageSpec("review", marked("Navigation", "Review"), "review", _review, Badge(_to_review, None)),
    PageSpec("laptops", marked("Navigation", "Laptops"), "laptop", _laptops),
    PageSpec("reports", marked("Navigation", "Reports"), "reports", _reports),
    PageSpec("catalogue", marked("Navigation", "Catalogue"), "catalogue", _catalogue),
    PageSpec("settings", marked("Navigation", "Settings"), "settings", _settings, at_end=True),
)
