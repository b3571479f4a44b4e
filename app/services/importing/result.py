"""What an import did, or would do."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.importing.plan_list import Outcome, State
from app.domain.importing.remarks import is_warning
from app.services.importing.source import Source, SourceSheet

if TYPE_CHECKING:
    from app.services.importing.running import Plan


@dataclass(frozen=True)
class ReportedRow:
    """A row with something to say about it, and its cells as the file has them."""

    outcome: Outcome
    cells: tuple[object, ...]


@dataclass(frozen=True)
class SheetReport:
    """The rows of one sheet that were not taken, or have to be looked at."""

    sheet: SourceSheet
    rows: tuple[ReportedRow, ...]


@dataclass(frozen=True)
class ImportResult:
    """`rows` (of data) = `taken` + `known` + `refused`; `warnings` counts what to look at.

    `rejects` is the file with every row that was not taken and every one to look at; None where
    there was nothing new to report, and for a dry run. `seen_before` says that these very bytes
    were taken in before; `left_out` names sheets without a header; `convoy` the convoy that
    hand-overs belong to.
    """

    rows: int
    taken: int
    known: int
    refused: int
    warnings: int
    reports: tuple[SheetReport, ...]
    left_out: tuple[str, ...] = ()
    seen_before: bool = False
    convoy: str = ""
    rejects: Path | None = None

    @property
    def worth_a_report(self) -> bool:
        """Whether a report says anything new: that all of a list is on file is nothing to do."""
        return bool(self.refused or (self.taken and (self.known or self.warnings)))


def result_of(source: Source, plan: "Plan", *, seen_before: bool) -> ImportResult:
    """The counts of a plan and the rows to report."""
    states = Counter(outcome.state for outcome in plan.outcomes)
    return ImportResult(
        rows=source.row_count,
        taken=states[State.TAKEN],
        known=states[State.KNOWN],
        refused=states[State.REFUSED],
        warnings=sum(is_warning(remark) for outcome in plan.outcomes for remark in outcome.remarks),
        reports=tuple(_reports(source, plan.outcomes)),
        left_out=source.left_out,
        seen_before=seen_before,
        convoy=plan.convoy,
    )


def _reports(source: Source, outcomes: Sequence[Outcome]) -> Iterator[SheetReport]:
    by_row = {(outcome.where.sheet, outcome.where.row): outcome for outcome in outcomes}
    for sheet in source.sheets:
        rows = tuple(
            ReportedRow(outcome, row.cells)
            for row in sheet.rows
            if (outcome := by_row[sheet.name, row.number])
            and (outcome.state is not State.TAKEN or any(map(is_warning, outcome.remarks)))
        )
        if rows:
            yield SheetReport(sheet, rows)
