"""An organisation: its names, what it is, what it belongs to, and the logo on its receipts."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QWidget

from app.errors import LogoTooLarge, LogoUnreadable, ParentLoop
from app.services.catalogue import Shelf
from app.services.organisations import (
    OrganisationForm,
    OrganisationKind,
    OrganisationLine,
    logo_of,
    save_organisation,
)
from app.ui import tokens
from app.ui.catalogue.editor import Editor
from app.ui.catalogue.names import NameFields
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.words.catalogue import ORGANISATION_KINDS

if TYPE_CHECKING:
    from app.db.store import Store

_SIDE: Final = 512
"""Pixels a side that a logo is shrunk to: sharp on paper, small in the journal."""
_SHOWN: Final = 72


class OrganisationEditor(Editor):
    """`known` are the organisations that it may belong to; its logo comes a moment later."""

    def __init__(
        self,
        context: UiContext,
        line: OrganisationLine | None,
        known: Iterable[OrganisationLine] = (),
    ) -> None:
        new = tr("Catalogue", "New organisation")
        super().__init__(
            context,
            Shelf.ORGANISATIONS,
            new if line is None else tr("Catalogue", "Organisation"),
            line.id if line else None,
            active=line.active if line else True,
        )
        self.names = NameFields(self, line)
        self._logo: bytes | None = None
        kinds = [(kind.value, of(ORGANISATION_KINDS[kind.value])) for kind in OrganisationKind]
        self.kind: Choice[str] = Choice(kinds, line.kind if line else OrganisationKind.ASSOCIATION)
        self.form.add(tr("Catalogue", "What it is"), self.kind)
        others = [one for one in known if one.active and one.id != self.record_id]
        above: list[tuple[str | None, str]] = [(None, tr("Catalogue", "nothing"))]
        above += [(one.id, one.name(context.words.language)) for one in others]
        self.parent_choice: Choice[str | None] = Choice(above, line.parent_id if line else None)
        parent = self.form.add(tr("Catalogue", "Belongs to"), self.parent_choice)
        self.phone = DigitsLineEdit(longest=20, also="+")
        self.phone.setText(line.phone if line else "")
        self.form.add(tr("Catalogue", "Phone"), self.phone)
        self.picture = QLabel()
        self.picture.setFixedSize(_SHOWN, _SHOWN)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._logo_field = self.form.add(tr("Catalogue", "Logo on receipts"), self._logo_row())
        self.causes.update(
            {
                ParentLoop: parent,
                LogoUnreadable: self._logo_field,
                LogoTooLarge: self._logo_field,
            }
        )
        self._show_logo(b"")
        self.settle()
        self._load_logo()

    def typed(self) -> OrganisationForm:
        """The organisation as it stands in the fields."""
        name_ar, name_en = self.names.values
        return OrganisationForm(
            name_ar=name_ar,
            name_en=name_en,
            kind=self.kind.value,
            parent_id=self.parent_choice.value,
            phone=self.phone.text(),
            logo=self._logo,
        )

    def saver(self) -> "Callable[[Store], str]":
        """As a new organisation, or as the one it was."""
        form = self.typed()
        return lambda store: save_organisation(store, form, self.record_id)

    def take_logo(self, path: str) -> None:
        """The picture of a file becomes the logo, shrunk to what paper needs."""
        image = QImage(path)
        if image.isNull():
            self._logo_field.show_wrong(text_of(LogoUnreadable()))
            return
        if max(image.width(), image.height()) > _SIDE:
            image = image.scaled(
                QSize(_SIDE, _SIDE),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        self._logo = bytes(buffer.data().data())
        self._show_logo(self._logo)

    def drop_logo(self) -> None:
        """Receipts go without a logo."""
        self._logo = b""
        self._show_logo(b"")

    def _logo_row(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.picture)
        choose = button(tr("Catalogue", "Choose a picture"), self._choose_logo, icon="folder")
        self._drop = button(tr("Catalogue", "No logo"), self.drop_logo, kind="plain")
        row.addWidget(choose)
        row.addWidget(self._drop)
        row.addStretch(1)
        part.setFocusProxy(choose)
        return part

    def _choose_logo(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Catalogue", "Choose a picture"),
            str(Path.home()),
            "PNG, JPEG (*.png *.jpg *.jpeg)",
        )
        if path:
            self.take_logo(path)

    def _load_logo(self) -> None:
        store, own = self.context.store, self.record_id
        if own is not None:
            self.context.tasks.run(lambda: logo_of(store, own), self._on_logo, self._on_error)

    def _on_logo(self, logo: bytes) -> None:
        if self._logo is None:
            self._show_logo(logo)

    def _show_logo(self, png: bytes) -> None:
        pixmap = QPixmap()
        if png:
            pixmap.loadFromData(png)
            pixmap = pixmap.scaled(
                self.picture.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self.picture.setPixmap(pixmap)
        for part in (self.picture, self._drop):
            part.setVisible(bool(png))
