"""Figures on A4."""

from collections.abc import Iterable

from app.documents.figure_texts import value_text
from app.documents.figures import NUMERIC, Figures, Row, Table
from app.documents.report import Bar, Bars, Column, Facts, Note, Part, Report
from app.documents.report import Table as PaperTable
from app.documents.report_pdf import report_pdf
from app.words import dates
from app.words.catalog import Words


def figures_pdf(figures: Figures, words: Words) -> bytes:
    """The report as a PDF, with its definitions at the end."""
    return report_pdf(paper_report(figures, words), words)


def paper_report(figures: Figures, words: Words) -> Report:
    """The report in its reader's words, as it is drawn."""
    parts: list[Part] = [Note(words.of(figures.kind.about))]
    for table in figures.tables:
        parts += _parts(table, words)
    made = dates.moment(words, figures.made_at)
    return Report(
        title=words.of(figures.kind.title),
        subtitle=figures.subtitle,
        organisation=figures.giver,
        printed=words.translate(
            "Reports", "Made {moment} by {who}", moment=made, who=figures.made_by
        ),
        parts=parts,
        signatures=[words.of(who) for who in figures.kind.signatures],
        logo=figures.logo,
        landscape=figures.kind.landscape,
    )


def _parts(table: Table, words: Words) -> list[Part]:
    kind = table.kind
    title = words.of(kind.title)
    if kind.facts:
        return [Facts(title, _pairs(table, words))]
    shown = [at for at, column in enumerate(kind.columns) if words.language in column.paper]
    columns = [
        Column(
            words.of(kind.columns[at].title),
            kind.columns[at].share,
            "number" if kind.columns[at].kind in NUMERIC else "text",
        )
        for at in shown
    ]
    rows = [_texts(table, row, shown, words) for row in table.rows]
    totals = None if table.totals is None else _texts(table, table.totals, shown, words)
    parts: list[Part] = [PaperTable(title, columns, rows, totals, kind.row_mm)]
    if kind.chart and len(table.rows) > 1:
        parts.append(bars_of(table, words))
    return parts


def bars_of(table: Table, words: Words) -> Bars:
    """The table's chart."""
    at = table.kind.at(table.kind.chart)
    column = table.kind.columns[at]
    first = table.kind.columns[0]
    bars = [
        Bar(
            value_text(first.kind, row[0], words), float(size), value_text(column.kind, size, words)
        )
        for row in table.rows
        if isinstance(size := row[at], int)
    ]
    return Bars(words.of(column.title), bars)


def _pairs(table: Table, words: Words) -> list[tuple[str, str]]:
    return [
        (words.of(column.title), value_text(column.kind, value, words) or "–")
        for row in table.rows
        for column, value in zip(table.kind.columns, row, strict=True)
    ]


def _texts(table: Table, row: Row, shown: Iterable[int], words: Words) -> list[str]:
    return [value_text(table.kind.columns[at].kind, row[at], words) for at in shown]
