"""Spreadsheets made for tests, and what stands in a store after they were taken in."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from sqlmodel import select

from app.db.store import Store
from app.db.tables import AidRecord, Household, Person

LISTS = Path(__file__).parents[2] / "data" / "lists"
FAMILIES = LISTS / "families_sohag.xlsx"
PERSONS = LISTS / "persons_minya_1256.csv"
HANDOVER = LISTS / "handover_sohag.xlsx"


def xlsx(path: Path, *lines: Sequence[object], title: str = "كشف") -> Path:
    """A workbook of one sheet with these rows."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for line in lines:
        sheet.append(list(line))
    book.save(path)
    return path


def csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """A text file in some encoding."""
    path.write_bytes(text.encode(encoding))
    return path


def report_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """What stands in each sheet of a report."""
    book = load_workbook(path)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def people(store: Store) -> dict[str, Person]:
    """Everybody on file, by name."""
    with store.read() as session:
        return {row.name: row for row in session.exec(select(Person))}


def households(store: Store) -> list[Household]:
    """All households, in the order in which they came."""
    with store.read() as session:
        return list(session.exec(select(Household).order_by(Household.id)))


def hand_overs(store: Store) -> list[AidRecord]:
    """All hand-overs, in the order in which they came."""
    with store.read() as session:
        return list(session.exec(select(AidRecord).order_by(AidRecord.id)))


def given(records: Iterable[AidRecord]) -> list[tuple[str, int]]:
    """Items and thousandths of all lines."""
    return [(line["item"], line["quantity"]) for record in records for line in record.lines]
