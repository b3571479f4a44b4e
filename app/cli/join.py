"""`qafila join`: a laptop's own workspace folder from its pack."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.errors import StoreExists
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "pack",
        type=Path,
        metavar="P.qafila",
        help=words.translate("Commands", "the pack made for this laptop"),
    )
    parser.add_argument(
        "--code",
        required=True,
        metavar="CODE",
        help=words.translate("Commands", "its one-time code of 25 digits"),
    )


def _run(call: Call) -> int:
    from app.bootstrap import join_workspace, store_exists
    from app.services.day import today

    words, options = call.words, call.options
    if store_exists(call.folder):  # before a passphrase is asked for
        raise StoreExists(path=str(call.folder))
    passphrase = call.terminal.passphrase(words, twice=True)
    store = join_workspace(call.folder, options.pack, options.code, passphrase)
    day = today(store)
    store.close()
    lines = [words.translate("Commands", "This laptop has joined: {path}", path=str(call.folder))]
    if day is not None:
        lines.append(
            words.translate(
                "Commands",
                "It works at desk {desk} of {convoy}.",
                desk=day.desk_name,
                convoy=day.convoy_name,
            )
        )
    call.answer(
        {
            "device_id": store.device_id,
            "user_id": store.actor,
            "store": str(call.folder),
            "convoy_id": day.convoy_id if day else None,
            "desk_id": day.desk_id if day else None,
            "day": day.day if day else None,
        },
        lines,
    )
    return 0


COMMAND = Command(
    "join", marked("Commands", "set this laptop up from its pack"), _add_options, _run
)
