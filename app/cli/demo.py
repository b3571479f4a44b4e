"""`qafila demo`: a made-up convoy day."""

import argparse
import os

from app.cli.command import Call, Command
from app.cli.terminal import VARIABLE
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--households",
        type=_count,
        default=200,
        metavar="N",
        help=words.translate("Commands", "how many families (default: 200)"),
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=1,
        metavar="K",
        help=words.translate("Commands", "number that the day comes from (default: 1)"),
    )


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError(text)
    return number


def _run(call: Call) -> int:
    from app.bootstrap import DEMO_PASSPHRASE, create_demo

    options, words = call.options, call.words
    passphrase = os.environ.get(VARIABLE) or DEMO_PASSPHRASE
    made = create_demo(
        call.folder, options.households, options.seed, passphrase, report=call.terminal.report
    )
    lines = [
        words.translate(
            "Commands",
            "A demonstration of %n families is ready: {path}",
            n=made.played.households,
            path=str(call.folder),
        )
    ]
    if passphrase == DEMO_PASSPHRASE:
        lines.append(
            words.translate("Commands", "Its passphrase: {passphrase}", passphrase=passphrase)
        )
    call.answer(
        {
            "store": str(call.folder),
            "households": made.played.households,
            "served": made.played.served,
            "convoy_id": made.played.convoy_id,
            "day": made.played.day.isoformat(),
            "workspace_id": made.workspace.workspace_id,
            "device_id": made.workspace.store.device_id,
            "recovery_key": made.workspace.recovery_key,
        },
        lines,
    )
    return 0


COMMAND = Command(
    "demo",
    marked("Commands", "make a demonstration: a convoy day of people who do not exist"),
    _add_options,
    _run,
)
