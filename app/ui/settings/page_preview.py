"""The page as it will come out: for a roll, the very dots that the head burns."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.ui.printing import head_dots, paper_for, takes_dots
from app.ui.settings_file import Settings
from app.ui.tr import tr
from app.ui.widgets.labels import label

if TYPE_CHECKING:
    from app.documents.receipt_pages import Paper

_SCREEN_DPI = 96
_SHOWN = 330
"""Pixels: as wide as a side sheet has room for."""


@dataclass(frozen=True)
class SamplePage:
    """A receipt of nobody's for the paper of the settings."""

    pdf: bytes
    paper: "Paper"


def sample_page(settings: Settings, now: int, day: str) -> SamplePage:
    """Draws the page; slow enough to be done off the main thread."""
    from app.documents.receipt_pages import Paper, receipt_pdf
    from app.documents.sample_receipt import sample_receipt

    said = settings.words()
    paper = paper_for(settings, Paper(settings.receipt_size))
    return SamplePage(receipt_pdf(sample_receipt(said, now, day), paper, said), paper)


def picture_of(page: SamplePage, settings: Settings) -> QImage:
    """The first page: as dots for a printer of rolls, else in grey."""
    if takes_dots(settings) or page.paper.value.startswith("thermal"):
        return _dots(page)
    from app.documents.raster import pages_of

    drawn = next(pages_of(page.pdf, _SCREEN_DPI))
    form = QImage.Format.Format_Grayscale8
    return QImage(drawn.grey, drawn.width, drawn.height, drawn.stride, form).copy()


def _dots(page: SamplePage) -> QImage:
    from app.documents.escpos import burnt_pages

    burnt = next(burnt_pages(page.pdf, head_dots(page.paper)))
    packed = QImage(
        b"".join(burnt.rows),
        burnt.head_dots,
        len(burnt.rows),
        burnt.head_dots // 8,
        QImage.Format.Format_Mono,
    )
    packed.setColorTable([QColor(Qt.GlobalColor.white).rgb(), QColor(Qt.GlobalColor.black).rgb()])
    return packed.copy()


class PagePreview(QWidget):
    """The picture with a line that says what it is, for a side sheet."""

    def __init__(self, picture: QImage, *, dots: bool) -> None:
        super().__init__()
        shown = QLabel()
        # A sheet is narrower than the head has dots: those are mixed to grey, not dropped.
        fitting = picture.scaledToWidth(_SHOWN, Qt.TransformationMode.SmoothTransformation)
        shown.setPixmap(QPixmap.fromImage(fitting))
        shown.setAccessibleName(tr("Settings", "The page as it will come out"))
        shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.picture = picture
        column = QVBoxLayout(self)
        if dots:
            text = tr("Settings", "Made smaller from the very dots that the printer's head burns.")
            column.addWidget(label(text, "secondary", wrap=True))
        column.addWidget(shown)
        column.addStretch(1)
