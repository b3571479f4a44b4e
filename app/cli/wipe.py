"""`qafila wipe`: people's data off a laptop that is handed in."""

import argparse

from app.cli.command import Call, Command
from app.errors import QafilaError
from app.words.catalog import Words, marked
from app.words.errors import error_text
from app.words.hand_in import held_lines


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--preview",
        action="store_true",
        help=words.translate("Commands", "only say what would come of it"),
    )


def _run(call: Call) -> int:
    """What is held is said even where it keeps the wipe from being done."""
    from app.services.hand_in import holdings, wipe

    words, refusal = call.words, None
    with call.open_store() as store:
        found = holdings(store)
        if not call.options.preview:
            try:
                wipe(store)
            except QafilaError as error:
                refusal = error
    wiped = refusal is None and not call.options.preview
    lines = held_lines(words, found)
    if wiped:
        lines.append(words.translate("HandIn", "People's data were wiped from this laptop."))
    call.answer(
        {
            "wiped": wiped,
            "households": found.households,
            "people": found.people,
            "alone": dict(found.alone),
            "drafts": found.drafts,
            "unprinted": found.unprinted,
        },
        lines,
    )
    if refusal is not None:
        call.terminal.print_error(error_text(words, refusal))
        return refusal.exit_code
    return 0


COMMAND = Command(
    "wipe",
    marked("Commands", "wipe people's data from this laptop once all of it was handed in"),
    _add_options,
    _run,
)
