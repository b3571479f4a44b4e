"""`qafila dump`: everything as plain files."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="DIR",
        help=words.translate("Commands", "folder to write: new, empty, or an earlier dump"),
    )


def _run(call: Call) -> int:
    from app.services.dump import dump

    words = call.words
    with call.open_store() as store:
        made = dump(store, call.options.out, call.terminal.report)
    call.answer(
        {"out": str(made.folder), "rows": made.rows, "digest": made.digest},
        (
            words.translate(
                "Commands", "%n rows were written to {path}", n=made.total, path=str(made.folder)
            ),
            words.translate(
                "Commands",
                "These files hold people's data in plain form: keep them safe, and delete them "
                "when they have served.",
            ),
        ),
    )
    return 0


COMMAND = Command("dump", marked("Commands", "write everything as plain files"), _add_options, _run)
