"""`qafila served`: a note for the other desks of today's convoy."""

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


def _run(call: Call) -> int:
    from app.services.exchange.served import write_served

    with call.open_store() as store:
        noted = write_served(store, call.options.out)
    call.answer(
        {
            "file": str(noted.file.path),
            "hand_overs": noted.hand_overs,
            "digest": noted.file.digest,
        },
        (
            call.words.translate(
                "Commands",
                "A note of %n hand-overs was written: {path}",
                n=noted.hand_overs,
                path=str(noted.file.path),
            ),
        ),
    )
    return 0


COMMAND = Command(
    "served",
    marked("Commands", "write a note of who was served, for the convoy's other desks"),
    _add_options,
    _run,
)
