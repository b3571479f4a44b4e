"""The files of a merge as a table shows them, and what there is to say of each in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.services.exchange.origins import Origin
from app.services.exchange.results import FileResult, Gap, Merged, Status
from app.ui.messages import text_of
from app.ui.models.list_table import ListTableModel
from app.ui.models.paged_table import Column
from app.ui.models.row_look import RowLook
from app.ui.tokens import State
from app.ui.tr import of, tr, words
from app.words import dates
from app.words.catalog import marked
from app.words.joined import joined
from app.words.merge import KINDS, STATUSES, gap_text, laptop_text
from app.words.numbers import isolated

_QUIET: Final = frozenset({Status.NEW, Status.KNOWN})
_WAITING: Final = frozenset({Status.UNKNOWN_DEVICE, Status.QUARANTINED})
_NUMBER: Final = 5
_GAPS_SHOWN: Final = 5


@dataclass(frozen=True)
class FileRow:
    """A file, the laptops that are known, and whether this is still a preview of it."""

    file: FileResult
    known: Mapping[str, Origin]
    preview: bool

    @property
    def origin(self) -> Origin:
        """Whose it is."""
        return self.known.get(self.file.origin, Origin(self.file.origin))


def file_rows(merged: Merged, known: Mapping[str, Origin]) -> list[FileRow]:
    """The files in the order they were taken."""
    return [FileRow(file, known, merged.preview) for file in merged.files]


def files_model() -> ListTableModel[FileRow]:
    """The table, still empty."""
    columns = (
        Column[FileRow](
            marked("Merge", "File"), lambda row: isolated(row.file.path.name), width=15
        ),
        Column[FileRow](marked("Merge", "From"), from_text, width=16),
        Column[FileRow](marked("Merge", "Kind"), _kind, width=14),
        Column[FileRow](marked("Merge", "Written"), _when, width=16),
        Column[FileRow](
            marked("Merge", "New"), lambda row: _count(row.file.new), number=True, width=_NUMBER
        ),
        Column[FileRow](
            marked("Merge", "Known"), lambda row: _count(row.file.known), number=True, width=_NUMBER
        ),
        Column[FileRow](
            marked("Merge", "Held"), lambda row: _count(row.file.held), number=True, width=_NUMBER
        ),
        Column[FileRow](
            marked("Merge", "Waiting"),
            lambda row: _count(row.file.quarantined),
            number=True,
            width=_NUMBER,
        ),
        Column[FileRow](marked("Merge", "Result"), result_text),
    )
    return ListTableModel(columns, RowLook(state_of, column=8))


def state_of(row: FileRow) -> State:
    """How a file's row looks."""
    status = row.file.status
    if row.file.error is not None:
        return State.VOIDED
    if status in _WAITING:
        return State.SUPERVISOR
    if status in _QUIET:
        return State.MAY if status is Status.NEW else State.NOT_ELIGIBLE
    return State.RECEIVED


def result_text(row: FileRow) -> str:
    """The result in few words; a preview only says what would come of it."""
    if row.preview and row.file.status is Status.NEW:
        return tr("Merge", "can be taken in")
    return of(STATUSES[row.file.status.value])


def from_text(row: FileRow) -> str:
    """The laptop, its desk and its convoy."""
    origin = row.origin
    if not row.file.origin:
        return ""
    if not origin.name:
        return tr("Merge", "laptop {id}, not known here", id=laptop_text(row.file.origin))
    desk = origin.desk if origin.desk != origin.name else ""
    parts = (origin.name, desk, origin.convoy)
    return joined(words(), [isolated(part) for part in parts])


def who_text(row: FileRow) -> str:
    """Who works at the laptop, as far as it is known here."""
    return tr("Import", ", ").join(isolated(name) for name in row.origin.team)


def remarks(row: FileRow) -> list[str]:
    """What to know or to do about a file, a sentence each; nothing where all went well."""
    file = row.file
    if file.error is not None:
        return [text_of(file.error)]
    said = []
    if file.status is Status.KNOWN:
        said.append(tr("Merge", "Everything in this file is here already; nothing is to be done."))
    if file.status is Status.UNKNOWN_DEVICE:
        said.append(
            tr(
                "Merge",
                "Nobody let this laptop in: what it wrote waits until somebody releases it.",
            )
        )
    elif file.quarantined:
        said.append(tr("Merge", "%n changes wait for a supervisor.", n=file.quarantined))
    if file.held:
        said.append(tr("Merge", "%n changes wait for others that they build on.", n=file.held))
    said += [_gap(row, gap) for gap in file.gaps[:_GAPS_SHOWN]]
    return said


def _gap(row: FileRow, gap: Gap) -> str:
    named = row.known.get(gap.device_id)
    laptop = laptop_text(gap.device_id, named.name if named else "")
    return gap_text(words(), laptop, gap.first, gap.last)


def _kind(row: FileRow) -> str:
    kind = KINDS.get(row.file.kind)
    return of(kind) if kind else ""


def _when(row: FileRow) -> str:
    return dates.moment(words(), row.file.made_at) if row.file.made_at else ""


def _count(number: int) -> str:
    return words().number(number) if number else "–"
