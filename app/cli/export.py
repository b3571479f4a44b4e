"""`qafila export`: a laptop's work, for the coordinators."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="F.qafila",
        help=words.translate("Commands", "the file to write"),
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help=words.translate("Commands", "also what the coordinators have already"),
    )


def _run(call: Call) -> int:
    from app.services.exchange.export import export_changes

    words, options = call.words, call.options
    with call.open_store() as store:
        written = export_changes(store, options.out, full=options.full)
    call.answer(
        {
            "file": str(written.path),
            "changes": written.changes,
            "devices": written.devices,
            "digest": written.digest,
        },
        (
            words.translate(
                "Commands",
                "%n changes were written: {path}",
                n=written.changes,
                path=str(written.path),
            ),
        ),
    )
    return 0


COMMAND = Command(
    "export",
    marked("Commands", "write this laptop's work for the coordinators"),
    _add_options,
    _run,
)
