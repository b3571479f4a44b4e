"""A file as it was understood: its columns, its first rows, and what taking it in does."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.entitlement import Listing
from app.domain.importing.columns import Column, Kind
from app.services.importing.result import ImportResult
from app.services.listings import ListTarget
from app.ui import tokens
from app.ui.importing.column_choices import ColumnChoices
from app.ui.importing.findings import CountStrip, findings, findings_model
from app.ui.importing.preview_table import PreviewModel
from app.ui.importing.trial import Trial
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Field
from app.ui.widgets.table import TableView, table_view
from app.words.numbers import isolated

_CHOICE_WIDTH: Final = 360


class LookPanel(QWidget):
    """`changed` when a column or the convoy was chosen otherwise, and a new trial is due."""

    changed = Signal()

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self._kind = kind
        self._trial: Trial | None = None
        self._is_done = False
        self.columns = ColumnChoices(kind)
        self.counts = CountStrip()
        self.preview = PreviewModel()
        self.findings = findings_model()
        self.convoy: Choice[str | None] = Choice([(None, "")])
        self.sheet: Choice[int] = Choice([(0, "")])
        self.look_button = button(tr("Import", "Rows to look at"), self._on_toggled)
        self.look_button.setCheckable(True)
        self.listing: Choice[ListTarget | None] = Choice([(None, "")])
        self._listing_field = Field(tr("Import", "Put the households on"), self.listing)
        self._convoy_field = Field(tr("Import", "Convoy"), self.convoy)
        self._sheet_field = Field(tr("Import", "Sheet"), self.sheet)
        self._tables = QStackedWidget()
        self._preview_view = TableView(self.preview)
        self._lay_out()
        self.columns.changed.connect(self.changed)
        self.convoy.chosen.connect(lambda _: self.changed.emit())
        self.sheet.chosen.connect(lambda _: self._show_sheet())

    @property
    def mapping(self) -> dict[str, Column]:
        """What was chosen over the guess."""
        return self.columns.mapping

    @property
    def convoy_id(self) -> str | None:
        """The chosen convoy; None for the one that the sheet or the day tells."""
        return self.convoy.value

    def forget(self) -> None:
        """Begin anew with another file."""
        self._trial, self._is_done = None, False
        self.columns.forget()
        self.convoy.set_options([(None, "")])
        self.listing.set_options([(None, "")])
        self.look_button.setChecked(False)

    def show_trial(self, trial: Trial) -> None:
        """Show a file, or what became of it with another choice."""
        first, self._trial = self._trial is None, trial
        sheets = trial.source.sheets
        if first:
            self.sheet.set_options([(at, one.name) for at, one in enumerate(sheets)])
        self._sheet_field.setVisible(len(sheets) > 1)
        self._convoy_field.setVisible(self._kind is Kind.AID)
        self._listing_field.setVisible(self._kind is Kind.LIST and bool(trial.campaigns))
        if first:
            self.listing.set_options(_lists(trial))
        if self._kind is Kind.AID:
            self._show_convoys(trial)
        self._show_sheet()
        self._show_result(trial.result)

    def show_done(self, result: ImportResult) -> None:
        """Show what was done: nothing can be chosen any more."""
        self._is_done = True
        self._show_result(result)

    def _lay_out(self) -> None:
        findings_view = table_view(self.findings)
        findings_view.setAccessibleName(tr("Import", "Rows to look at"))
        self._preview_view.setAccessibleName(tr("Import", "First rows"))
        self._tables.addWidget(self._preview_view)
        self._tables.addWidget(findings_view)
        strip = QHBoxLayout()
        strip.setSpacing(tokens.BETWEEN)
        strip.addWidget(self.counts, 1)
        strip.addWidget(self.look_button)
        choices = QHBoxLayout()
        choices.setSpacing(tokens.BETWEEN)
        for field in (self._convoy_field, self._listing_field, self._sheet_field):
            field.setMaximumWidth(_CHOICE_WIDTH)
            choices.addWidget(field, 1)
        choices.addStretch(1)
        trailing = QVBoxLayout()
        trailing.setSpacing(tokens.BETWEEN)
        trailing.addLayout(choices)
        trailing.addLayout(strip)
        trailing.addWidget(self._tables, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.columns)
        row.addLayout(trailing, 1)

    def _show_convoys(self, trial: Trial) -> None:
        chosen = self.convoy.value
        by_itself = tr("Import", "By itself")
        if chosen is None:
            name = isolated(trial.result.convoy)
            by_itself = tr("Import", "By itself: {convoy}", convoy=name)
        open_ones: list[tuple[str | None, str]] = [
            (one.id, one.name) for one in trial.convoys if not one.closed
        ]
        self.convoy.set_options([(None, by_itself), *open_ones], chosen)

    def _show_sheet(self) -> None:
        if self._trial is not None:
            sheet = self._trial.source.sheets[self.sheet.value]
            self.columns.show_layout(sheet.layout)
            self.preview.show_sheet(sheet)
            self._preview_view.resizeColumnsToContents()

    def _show_result(self, result: ImportResult) -> None:
        found = findings(result)
        self.counts.show_result(result)
        self.findings.set_rows(found)
        self.look_button.setVisible(bool(found))
        self.look_button.setChecked(bool(found) and (self.look_button.isChecked() or self._is_done))
        self._on_toggled()

    def _on_toggled(self) -> None:
        """Reasons need the whole width; what the columns are is beside the first rows."""
        looking = self.look_button.isChecked()
        self._tables.setCurrentIndex(int(looking))
        self.columns.setVisible(not looking and not self._is_done)


def _lists(trial: Trial) -> list[tuple[ListTarget | None, str]]:
    """Both lists of every campaign that goes by lists."""
    offered: list[tuple[ListTarget | None, str]] = [(None, tr("Import", "no list"))]
    for one in trial.campaigns:
        name = isolated(one.name)
        offered += [
            (
                ListTarget(one.id, Listing.APPROVED),
                tr("Import", "{campaign}: approved", campaign=name),
            ),
            (
                ListTarget(one.id, Listing.RESERVE),
                tr("Import", "{campaign}: in reserve", campaign=name),
            ),
        ]
    return offered
