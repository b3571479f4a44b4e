"""The command line: every command with its options, and the three that all of them share."""

import argparse
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, cast

from app.cli.command import Command
from app.config import default_store_dir
from app.words.catalog import Words


class _Help(argparse.HelpFormatter):
    """argparse's own, whose "usage" is English."""

    def __init__(self, prog: str, *, usage: str) -> None:
        super().__init__(prog)
        self._begins = f"{usage} "

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """The line that shows how the command is called."""
        super().add_usage(usage, actions, groups, self._begins if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Says what was wrong in the reader's language, and leaves with 2."""

    def __init__(self, *, words: Words, **options: Any) -> None:
        usage = words.translate("Commands", "Usage:")
        super().__init__(
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(_Help, usage=usage),
            **options,
        )
        self._words = words
        # argparse's own headings are English.
        self.options = self.add_argument_group(words.translate("Commands", "Options"))
        self.options.add_argument(
            "-h", "--help", action="help", help=words.translate("Commands", "show this help")
        )

    def error(self, message: str) -> NoReturn:
        """Called by argparse on wrong usage; `message` is its English detail."""
        self.print_usage(sys.stderr)
        text = self._words.translate("Commands", "This command is not complete or not known.")
        self.exit(2, f"{text} ({message})\n")


def build_parser(commands: Iterable[Command], words: Words) -> Parser:
    """The whole command line; the command chosen is in `command` of what it parses."""
    parser = Parser(
        words=words,
        prog="qafila",
        description=words.translate(
            "Commands", "Qafila, the app for aid convoys. Without a command its window opens."
        ),
        epilog=words.translate(
            "Commands",
            "The window takes --store S, and --picture F.png to be drawn into a file and closed.",
        ),
    )
    chosen = parser.add_subparsers(
        title=words.translate("Commands", "Commands"),
        metavar="COMMAND",
        required=True,
        parser_class=cast("type[Parser]", partial(Parser, words=words)),
    )
    for command in commands:
        summary = words.of(command.summary)
        own = chosen.add_parser(command.name, help=summary, description=summary)
        command.add_options(own, words)
        _add_shared(own, words)
        own.set_defaults(command=command)
    return parser


def _add_shared(parser: Parser, words: Words) -> None:
    add = parser.options.add_argument
    add(
        "--store",
        type=Path,
        metavar="S",
        default=default_store_dir(),
        help=words.translate("Commands", "folder of the workspace (default: this user's own)"),
    )
    add("--user", metavar="NAME", help=words.translate("Commands", "who is at work"))
    add(
        "--json",
        action="store_true",
        help=words.translate("Commands", "answer with one JSON document"),
    )
