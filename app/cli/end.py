"""`qafila end`: what a laptop or a person may do comes to its end."""

import argparse
import os
from typing import TYPE_CHECKING

from app.cli.command import Call, Command
from app.cli.terminal import RECOVERY_VARIABLE
from app.words.catalog import Words, marked

if TYPE_CHECKING:  # imported when the command runs
    from app.db.store import Store


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    whom = parser.add_mutually_exclusive_group(required=True)
    whom.add_argument(
        "--laptop",
        metavar="NAME",
        help=words.translate(
            "Commands",
            "the laptop to end; a coordinator's needs the recovery key in {variable}",
            variable=RECOVERY_VARIABLE,
        ),
    )
    whom.add_argument(
        "--person",
        metavar="NAME",
        help=words.translate("Commands", "the person to end, on every laptop"),
    )


def _run(call: Call) -> int:
    from app.services.exchange.end_access import end_laptop, end_person
    from app.services.team.workspace_signing import certify_with

    words, options = call.words, call.options
    key = os.environ.get(RECOVERY_VARIABLE, "")
    with call.open_store() as store:
        certify = certify_with(store, key) if key else None
        if options.laptop:
            end_laptop(store, options.laptop, certify)
        else:
            end_person(store, _person(store, options.person), certify)
    name = options.laptop or options.person
    call.answer(
        {"ended": name},
        (
            words.translate(
                "Commands",
                "{name} was ended. What is known here stays; what comes later waits for a "
                "decision.",
                name=name,
            ),
        ),
    )
    return 0


def _person(store: "Store", name: str) -> str:
    """The id of the person of that name who may still work. Raises UserNotFound."""
    from app.domain.names import normalise
    from app.errors import UserNotFound
    from app.services.users import users

    for line in users(store):
        if line.role is not None and normalise(line.name) == normalise(name):
            return line.id
    raise UserNotFound(name=name)


COMMAND = Command(
    "end", marked("Commands", "end what a laptop or a person may do"), _add_options, _run
)
