"""What holds for every report, whatever it tells."""

import csv
import datetime as dt
import re
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from sqlmodel import select

from app.db.store import Store
from app.db.tables import Disclosure
from app.documents.figure_texts import value_text
from app.documents.figures import Figures, Kind
from app.documents.figures_csv import write_csv
from app.documents.figures_pdf import figures_pdf
from app.documents.figures_xlsx import write_xlsx
from app.errors import NoConvoyYet, ReportFormatUnknown, ReportNotFound
from app.services.reports import walk
from app.services.reports.make import make_figures, write_report
from app.services.reports.registry import OFFERS, Offer
from app.services.reports.scope import Scope
from app.words.catalog import Words
from tests.documents.samples import ARABIC, ENGLISH, text_of
from tests.support.reported import figures_of, one_family
from tools.report_docs import PATH, written

_SIGN = re.compile("[\u064b-\u0652]")
_WORD = re.compile(r"[^\W\d_]+(?:[\u064b-\u0652][^\W\d_]*)*")
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069]")

every_report = pytest.mark.parametrize("offer", OFFERS, ids=lambda offer: offer.kind.name)
both_languages = pytest.mark.parametrize("words", [ARABIC, ENGLISH], ids=["ar", "en"])


def words_of(figures: Figures, words: Words) -> list[str]:
    """Every word that stands in the report."""
    texts = [words.of(figures.kind.title), words.of(figures.kind.about), figures.giver]
    for table in figures.tables:
        columns = table.kind.columns
        shown = [at for at, column in enumerate(columns) if words.language in column.paper]
        texts += [words.of(columns[at].title) for at in shown]
        for row in table.rows:
            texts += [value_text(columns[at].kind, row[at], words) for at in shown]
    return [word for text in texts for word in _WORD.findall(_MARKS.sub("", text))]


@every_report
@both_languages
def test_97_of_100_words_of_the_paper_are_found(world: Store, offer: Offer, words: Words) -> None:
    figures = figures_of(world, offer, words)
    wanted = words_of(figures, words)
    found = set(_WORD.findall(_MARKS.sub("", text_of(figures_pdf(figures, words)))))
    lost = [word for word in wanted if word not in found]
    assert len(wanted) > 40
    assert len(lost) <= 0.03 * len(wanted), sorted(set(lost))


@every_report
def test_values_fit_their_columns(world: Store, offer: Offer) -> None:
    figures = figures_of(world, offer, ENGLISH)
    assert [table.kind for table in figures.tables] == list(offer.kind.tables)
    assert figures.rows
    for table in figures.tables:
        keys = [column.key for column in table.kind.columns]
        assert len(set(keys)) == len(keys)
        for row in (*table.rows, *([table.totals] if table.totals else [])):
            for column, value in zip(table.kind.columns, row, strict=True):
                texts = column.kind in {Kind.TEXT, Kind.CODE, Kind.DATE}
                assert isinstance(value, str if texts else int) or value is None, column
                if column.kind is Kind.DATE and value:
                    dt.date.fromisoformat(str(value))


@every_report
@both_languages
def test_a_workbook_opens_with_numbers_dates_and_filters(
    world: Store, offer: Offer, words: Words
) -> None:
    figures = figures_of(world, offer, words)
    out = BytesIO()
    write_xlsx(figures, words, out)
    book = openpyxl.load_workbook(out)
    assert len(book.sheetnames) == len(figures.tables) + 1
    for table, name in zip(figures.tables, book.sheetnames, strict=False):
        sheet = book[name]
        assert bool(sheet.sheet_view.rightToLeft) is (words.language == "ar")
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        if table.kind.facts:
            continue
        head = 2 if any(column.tag for column in table.kind.columns) else 1
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{head}:")
        assert sheet.max_row == head + len(table.rows) + bool(table.totals)
        for number, row in enumerate(table.rows, head + 1):
            for at, (column, value) in enumerate(zip(table.kind.columns, row, strict=True), 1):
                _same(column.kind, value, sheet.cell(number, at).value)


def _same(kind: Kind, value: object, read: object) -> None:
    if value is None or value == "":
        assert read is None
    elif kind is Kind.DATE:
        assert isinstance(read, dt.datetime)
        assert read.date().isoformat() == value
    elif kind is Kind.MOMENT:
        assert isinstance(read, dt.datetime)
    elif isinstance(value, int):
        whole = {Kind.QUANTITY: 1000, Kind.MONEY: 100, Kind.PERCENT: 10_000}.get(kind, 1)
        assert read == pytest.approx(value / whole)
    else:
        assert read == _MARKS.sub("", str(value))


@every_report
def test_csv_has_the_documented_columns(world: Store, offer: Offer) -> None:
    figures = figures_of(world, offer, ENGLISH)
    out = BytesIO()
    write_csv(figures, ENGLISH, out)
    rows = list(csv.reader(StringIO(out.getvalue().decode("utf-8-sig"))))
    for table in figures.tables:
        head = [column.key for column in table.kind.columns]
        assert head in rows
    blocks = sum(1 for row in rows if not row)
    assert blocks == len(figures.tables) - 1


def test_the_documentation_is_what_the_reports_are_made_by() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert text == written(text), "run python -m tools.report_docs"


@pytest.mark.parametrize("ending", ["pdf", "xlsx", "csv"])
def test_that_a_report_was_made_is_journalled(store: Store, tmp_path: Path, ending: str) -> None:
    figures = write_report(store, "stock", Scope(), ENGLISH, tmp_path / f"stock.{ending}")
    with store.read() as session:
        (disclosed,) = session.exec(select(Disclosure)).all()
    assert (disclosed.kind, disclosed.rows) == ("report stock", figures.rows)


def test_an_unknown_report_or_ending_leaves_no_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ReportNotFound):
        write_report(store, "weather", Scope(), ENGLISH, tmp_path / "a.pdf")
    with pytest.raises(ReportFormatUnknown):
        write_report(store, "stock", Scope(), ENGLISH, tmp_path / "a.docx")
    with pytest.raises(NoConvoyYet):
        write_report(store, "daily", Scope(), ENGLISH, tmp_path / "a.pdf")
    assert list(tmp_path.glob("a.*")) == []


def test_a_report_can_be_stopped_while_the_database_works(world: Store) -> None:
    class Stopped(Exception):
        pass

    def report(done: int, total: int) -> None:
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        make_figures(world, "daily", Scope(), ENGLISH, report)


@every_report
def test_progress_only_grows(world: Store, monkeypatch: pytest.MonkeyPatch, offer: Offer) -> None:
    monkeypatch.setattr(walk, "_TOLD_EVERY", 1)
    said: list[int] = []
    who = {"household_id": one_family(world)} if offer.of_who else {}
    scope = Scope(**who)
    make_figures(world, offer.kind.name, scope, ENGLISH, lambda done, _: said.append(done))
    assert said == sorted(said)
    assert said[-1] == 100
    if offer.kind.name in {"reach", "villages", "statement", "5w"}:
        assert len({done for done in said if 0 < done < 90}) > 5


def test_progress_reaches_its_end(world: Store) -> None:
    said: list[tuple[int, int]] = []
    make_figures(world, "daily", Scope(), ENGLISH, lambda *where: said.append(where))
    assert said[0] == (0, said[-1][1])
    assert said[-1][0] == said[-1][1]
