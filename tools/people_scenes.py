"""Pictures of the people page: lists of campaigns, a file that is taken in, people erased."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea

from app.domain.entitlement import Listing
from app.domain.importing.columns import Kind
from app.services.campaigns import CampaignForm, save_campaign
from app.services.listings import set_listing
from app.ui.dialogs.erase import EraseDialog
from app.ui.dialogs.import_file import ImportDialog
from app.ui.importing.import_view import ImportView
from app.ui.main_window import MainView
from app.ui.pages.people import PeoplePage
from app.ui.people.household_editor import HouseholdEditor
from tests.services.importing.spreadsheets import FAMILIES
from tools.review_scenes import until


def listed(page: PeoplePage) -> None:
    """The family in front stands on the reserve list of one campaign, and on none of another."""
    assert page.card is not None
    store, household_id = page.context.store, page.card.family.household_id
    winter = save_campaign(
        store, CampaignForm("بطاطين الشتاء", starts_on="2026-11-01", by_list=True)
    )
    save_campaign(store, CampaignForm("أجهزة عرائس", starts_on="2026-10-01", by_list=True))
    set_listing(store, winter, household_id, Listing.RESERVE)
    QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_F4)
    until(lambda: isinstance(page.task, HouseholdEditor) and bool(page.task.lists))
    assert isinstance(page.task, HouseholdEditor)
    _, choice = page.task.lists[-1]
    choice.setFocus()
    bar = page.task.findChild(QScrollArea).verticalScrollBar()
    bar.rangeChanged.connect(lambda _, most: bar.setValue(most))
    bar.setValue(bar.maximum())


def taking_in(view: MainView) -> None:
    """A file whose households are to stand on a list; its window is drawn over the page."""
    dialog = ImportDialog(view.context, view, Kind.LIST)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setGeometry(view.rect())
    _draw_inside(dialog)
    part: ImportView = dialog.view
    part.open_file(FAMILIES)
    until(part.take_button.isVisible)
    part.look.listing.setCurrentIndex(1)
    part.look.listing.activated.emit(1)


def erasing(page: PeoplePage) -> None:
    """What goes and what stays of the family in front; its window is drawn over the page."""
    assert page.card is not None
    dialog = EraseDialog(page.context, page, page.card.family)
    until(dialog.go.isEnabled)
    QTest.keyClicks(dialog.key, "0953024383101057444390520138317099601568")
    dialog.adjustSize()
    _draw_inside(dialog)
    dialog.go.click()
    until(lambda: bool(dialog.key_field.wrong or dialog.reason_field.wrong))
    dialog.keep.setFocus()
    page.destroyed.connect(dialog.deleteLater)


def _draw_inside(dialog: QDialog) -> None:
    """Pictures show one window."""
    dialog.setWindowFlags(Qt.WindowType.Widget)
    dialog.setAutoFillBackground(True)
    dialog.show()
    dialog.raise_()
