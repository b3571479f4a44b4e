"""What taking a list in does: how many rows are taken, known, refused, and which to look at."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.importing.cells import text_of
from app.domain.importing.columns import Column as ListColumn
from app.domain.importing.plan_list import State as RowState
from app.services.importing.result import ImportResult, ReportedRow
from app.ui import tokens
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tokens import State
from app.ui.tr import tr, words
from app.ui.widgets.state_badge import StateBadge
from app.words.catalog import marked
from app.words.importing import reason_text, state_title
from app.words.numbers import isolated

_STATES = {
    RowState.REFUSED: State.VOIDED,
    RowState.KNOWN: State.NOT_ELIGIBLE,
    RowState.TAKEN: State.RECEIVED,
}
_ORDER = list(_STATES)
_SHOWN = 1_000
"""Rows in the window; the report has them all."""


@dataclass(frozen=True)
class Finding:
    """A row to look at: where it stands, who it is about, what becomes of it and why."""

    place: str
    name: str
    state: RowState
    reason: str


def findings(result: ImportResult) -> list[Finding]:
    """Refused rows first, then known ones, then those that are taken but should be looked at."""
    several = len(result.reports) > 1
    rows = [
        (report, row)
        for state in _ORDER
        for report in result.reports
        for row in report.rows
        if row.outcome.state is state
    ]
    found: list[Finding] = []
    for report, row in rows[:_SHOWN]:
        index = report.sheet.layout.index_of(ListColumn.NAME)
        number = words().number(row.outcome.where.row)
        found.append(
            Finding(
                place=f"{isolated(report.sheet.name)} {number}" if several else number,
                name=isolated(_cell(row, index)),
                state=row.outcome.state,
                reason=" · ".join(reason_text(words(), one) for one in row.outcome.remarks),
            )
        )
    return found


def findings_model() -> ListTableModel[Finding]:
    """The table of findings, still empty."""
    columns = (
        Column[Finding](marked("Import", "Row"), lambda one: one.place, width=8),
        Column[Finding](marked("Import", "Name"), lambda one: one.name, width=24),
        Column[Finding](
            marked("Import", "Result"), lambda one: state_title(words(), one.state), width=18
        ),
        Column[Finding](marked("Import", "Why"), lambda one: one.reason),
    )
    return ListTableModel(columns, RowLook(lambda one: _STATES[one.state], column=2))


class CountStrip(QWidget):
    """The four counts of an import, each with its icon and words."""

    def __init__(self) -> None:
        super().__init__()
        self._badges = [
            StateBadge(state)
            for state in (State.MAY, State.NOT_ELIGIBLE, State.VOIDED, State.RECEIVED)
        ]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.WITHIN)
        for badge in self._badges:
            row.addWidget(badge)
        row.addStretch(1)

    @property
    def texts(self) -> list[str]:
        """What the badges say."""
        return [badge.accessibleName() for badge in self._badges]

    def show_result(self, result: ImportResult) -> None:
        """Show the counts of a trial or of an import."""
        said = (
            (State.MAY, tr("Import", "%n new rows", n=result.taken)),
            (State.NOT_ELIGIBLE, tr("Import", "%n rows on file already", n=result.known)),
            (State.VOIDED, tr("Import", "%n refused rows", n=result.refused)),
            (State.RECEIVED, tr("Import", "%n remarks to look at", n=result.warnings)),
        )
        for badge, (state, text) in zip(self._badges, said, strict=True):
            badge.show_state(state, text)


def _cell(row: ReportedRow, index: int | None) -> str:
    return text_of(row.cells[index]) if index is not None and index < len(row.cells) else ""
