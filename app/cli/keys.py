"""`qafila keys`: the public keys that verify receipts without a store."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--out",
        required=True,
        type=Path,
        metavar="K",
        help=words.translate("Commands", "file to write"),
    )


def _run(call: Call) -> int:
    from app.services.verifying.signers import write_keys

    with call.open_store() as store:
        keys = write_keys(store, call.options.out)
    count = len(keys.signers)
    call.answer(
        {"out": str(call.options.out), "devices": count},
        (
            call.words.translate(
                "Commands",
                "The public keys of %n laptops were written to {path}",
                n=count,
                path=str(call.options.out),
            ),
        ),
    )
    return 0


COMMAND = Command(
    "keys",
    marked("Commands", "write the public keys that verify receipts without a workspace"),
    _add_options,
    _run,
)
