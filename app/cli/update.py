"""`qafila update`: what a laptop or another coordinator lacks."""

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
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "--device", metavar="NAME", help=words.translate("Commands", "a laptop of the convoy")
    )
    whom.add_argument(
        "--coordinator", metavar="NAME", help=words.translate("Commands", "another coordinator")
    )

    parser.add_argument(
        "--full",
        action="store_true",
        help=words.translate("Commands", "for a coordinator: everything, known or not"),
    )


def _run(call: Call) -> int:
    from app.services.exchange.update import update_coordinator, update_laptop

    words, options = call.words, call.options
    with call.open_store() as store:
        if options.device:
            written = update_laptop(store, options.out, options.device)
        else:
            written = update_coordinator(store, options.out, options.coordinator, full=options.full)
    call.answer(
        {"file": str(written.path), "changes": written.changes, "digest": written.digest},
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
    "update",
    marked("Commands", "write what a laptop or a coordinator lacks"),
    _add_options,
    _run,
)
