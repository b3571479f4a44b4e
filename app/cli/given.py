"""`qafila share-key`, `given`, `read-given`: telling other organisations whom we served."""

import argparse
from datetime import date
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked
from app.words.sharing import learned_text


def _add_key_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "name", metavar="NAME", help=words.translate("Commands", "what the key is called here")
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument(
        "--digits",
        metavar="DIGITS",
        help=words.translate("Commands", "the forty digits of a key that somebody else made"),
    )
    how.add_argument(
        "--forget",
        action="store_true",
        help=words.translate("Commands", "delete the key and what came under it"),
    )


def _run_key(call: Call) -> int:
    from app.services.sharing.keys import enter_shared_key, forget_shared_key, make_shared_key

    options, words = call.options, call.words
    digits = None
    with call.open_store() as store:
        if options.forget:
            forget_shared_key(store, options.name)
            said = words.translate("Commands", "The key {name} is deleted.", name=options.name)
        elif options.digits:
            enter_shared_key(store, options.name, options.digits)
            said = words.translate("Commands", "The key {name} is kept.", name=options.name)
        else:
            digits = make_shared_key(store, options.name)
            said = words.translate(
                "Commands", "Pass these digits on by telephone or on paper: {digits}", digits=digits
            )
    call.answer({"name": options.name, "digits": digits}, (said,))
    return 0


def _add_given_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        required=True,
        metavar="F.given",
        help=words.translate("Commands", "file to write for those who share the key"),
    )
    parser.add_argument(
        "--key",
        required=True,
        metavar="NAME",
        help=words.translate("Commands", "the shared key to write with"),
    )
    parser.add_argument(
        "--from",
        dest="since",
        type=_day,
        default=date.min,
        metavar="D",
        help=words.translate("Commands", "first day (YYYY-MM-DD)"),
    )
    parser.add_argument(
        "--to",
        dest="until",
        type=_day,
        default=date.max,
        metavar="D",
        help=words.translate("Commands", "last day (YYYY-MM-DD)"),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _run_given(call: Call) -> int:
    from app.services.sharing.files import write_given

    options = call.options
    with call.open_store() as store:
        shared = write_given(store, options.out, options.key, options.since, options.until)
    call.answer(
        {"file": str(shared.path), "people": shared.people, "digests": shared.digests},
        (
            call.words.translate(
                "Commands",
                "Digests of %n people were written to {path}",
                n=shared.people,
                path=str(shared.path),
            ),
        ),
    )
    return 0


def _add_read_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="F.given",
        help=words.translate("Commands", "file of another organisation to take in"),
    )


def _run_read(call: Call) -> int:
    from app.services.sharing.files import read_given

    with call.open_store() as store:
        learned = read_given(store, call.options.file)
    call.answer(
        {
            "organisation": learned.organisation,
            "key": learned.key_name,
            "digests": learned.digests,
            "ours": learned.ours,
            "first_month": learned.first_month,
            "last_month": learned.last_month,
        },
        (learned_text(call.words, learned),),
    )
    return 0


SHARE_KEY = Command(
    "share-key",
    marked("Commands", "make or keep a key that organisations share"),
    _add_key_options,
    _run_key,
)
GIVEN = Command(
    "given",
    marked("Commands", "tell another organisation whom we served, by keyed digests"),
    _add_given_options,
    _run_given,
)
READ_GIVEN = Command(
    "read-given",
    marked("Commands", "take in whom another organisation served"),
    _add_read_options,
    _run_read,
)
