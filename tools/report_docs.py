"""`docs/reports.md`: below its introduction, every report with its columns and their definitions,
written from the descriptions that the reports themselves are made by.

`python -m tools.report_docs` writes it, `--check` fails where it is not what would be written.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.documents.figures import ReportKind, TableKind
from app.services.reports.registry import OFFERS

PATH: Final = Path(__file__).resolve().parents[1] / "docs" / "reports.md"
MARK: Final = "## Every report\n"


def written(text: str) -> str:
    """The document with all after `MARK` brought up to date."""
    head = text.split(MARK, maxsplit=1)[0]
    return head + MARK + "\n" + "\n".join(line for offer in OFFERS for line in _report(offer.kind))


def _report(kind: ReportKind) -> Iterator[str]:
    yield f"### {kind.name}\n"
    yield f"**{kind.title.source}.** {kind.about.source}\n"
    if kind.personal:
        yield "It names people.\n"
    for table in kind.tables:
        yield from _table(table)


def _table(table: TableKind) -> Iterator[str]:
    tagged = any(column.tag for column in table.columns)
    yield f"`{table.key}`: {table.title.source}\n"
    yield "| column | title | holds | meaning |" + (" hashtag |" if tagged else "")
    yield "|---|---|---|---|" + ("---|" if tagged else "")
    for column in table.columns:
        row = (
            f"| `{column.key}` | {column.title.source} | {column.kind} | {column.meaning.source} |"
        )
        yield row + (f" `{column.tag}` |" if tagged else "")
    yield ""


def main() -> int:
    """0 when the document is, or now is, up to date."""
    before = PATH.read_text(encoding="utf-8")
    after = written(before)
    if "--check" in sys.argv:
        return int(before != after)
    PATH.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
