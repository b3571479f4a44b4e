"""`qafila new`: a workspace with its key, its first coordinator, and its recovery key."""

import argparse
import platform

from app.cli.command import Call, Command
from app.errors import StoreExists
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--workspace",
        required=True,
        metavar="NAME",
        help=words.translate("Commands", "name of the workspace"),
    )
    parser.add_argument(
        "--device",
        metavar="NAME",
        default=platform.node(),
        help=words.translate("Commands", "name of this laptop"),
    )


def _run(call: Call) -> int:
    from app.bootstrap import create_workspace, store_exists

    words, options = call.words, call.options
    if store_exists(call.folder):  # before a passphrase is asked for
        raise StoreExists(path=str(call.folder))
    made = create_workspace(
        call.folder,
        options.workspace,
        options.user or words.translate("Commands", "Coordinator"),
        call.terminal.passphrase(words, twice=True),
        device_name=options.device,
    )
    made.store.close()
    call.answer(
        {
            "recovery_key": made.recovery_key,
            "device_id": made.store.device_id,
            "workspace_id": made.workspace_id,
            "user_id": made.store.actor,
            "store": str(call.folder),
        },
        (
            words.translate("Commands", "The workspace is ready: {path}", path=str(call.folder)),
            words.translate("Commands", "Recovery key: {key}", key=made.recovery_key),
            words.translate(
                "Commands",
                "Print or copy the recovery key now and keep it apart from the laptop: it opens "
                "the workspace if the passphrase is forgotten, and it is shown only this once.",
            ),
        ),
    )
    return 0


COMMAND = Command(
    "new", marked("Commands", "make a new workspace with its recovery key"), _add_options, _run
)
