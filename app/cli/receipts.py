"""`qafila receipts`: a batch of receipts as one PDF."""

import argparse
from pathlib import Path
from typing import Final

from app.cli.command import Call, Command
from app.words.catalog import Words, marked

PAPERS: Final = ("a4", "a4-four", "a5", "thermal80", "thermal58")


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--convoy",
        metavar="C",
        help=words.translate("Commands", "name or id of a convoy (default: all of them)"),
    )
    parser.add_argument(
        "--format", required=True, choices=PAPERS, help=words.translate("Commands", "paper")
    )
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="F.pdf",
        help=words.translate("Commands", "file to write"),
    )


def _run(call: Call) -> int:
    from app.documents.receipt_pages import Paper
    from app.services.convoy_lookup import convoy_called
    from app.services.receipt_file import write_receipt_file

    options, words = call.options, call.words
    with call.open_store() as store:
        convoy_id = convoy_called(store, options.convoy) if options.convoy else None
        count = write_receipt_file(
            store, convoy_id, Paper(options.format), words, options.out, call.terminal.report
        )
    call.answer(
        {"receipts": count, "format": options.format, "out": str(options.out)},
        (
            words.translate(
                "Commands", "%n receipts were written to {path}", n=count, path=str(options.out)
            ),
        ),
    )
    return 0


COMMAND = Command("receipts", marked("Commands", "write receipts as one PDF"), _add_options, _run)
