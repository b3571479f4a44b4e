"""Runs one command: what it answers, how it fails, and with which exit code."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final

from app.cli import (
    demo,
    doctor,
    dump,
    duplicates,
    end,
    erase,
    export,
    find,
    given,
    imports,
    join,
    keys,
    merge,
    new,
    pack,
    receipts,
    recover,
    report,
    restore,
    served,
    update,
    verify,
    wipe,
)
from app.cli.command import Call, Command
from app.cli.language import chosen_words
from app.cli.parser import build_parser
from app.cli.terminal import Terminal, debugging
from app.errors import QafilaError
from app.words.catalog import Words
from app.words.errors import error_text

COMMANDS: Final[tuple[Command, ...]] = (
    new.COMMAND,
    pack.COMMAND,
    join.COMMAND,
    export.COMMAND,
    update.COMMAND,
    served.COMMAND,
    merge.COMMAND,
    end.COMMAND,
    erase.COMMAND,
    wipe.COMMAND,
    restore.COMMAND,
    demo.COMMAND,
    find.COMMAND,
    duplicates.COMMAND,
    imports.LIST,
    imports.AID,
    receipts.COMMAND,
    verify.COMMAND,
    keys.COMMAND,
    recover.COMMAND,
    given.SHARE_KEY,
    given.GIVEN,
    given.READ_GIVEN,
    report.COMMAND,
    dump.COMMAND,
    doctor.COMMAND,
)

_REFUSED = 1
_STOPPED = 130
"""What shells report for a program ended by Ctrl+C."""


def run(arguments: Sequence[str]) -> int:
    """Runs the command that `arguments` name and returns the exit code: 0 done, 1 refused (a
    message on standard error, nothing changed), 2 wrong usage. Never raises."""
    words = chosen_words()
    terminal = Terminal()
    try:
        options = build_parser(COMMANDS, words).parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    try:
        code: int = options.command.run(Call(options, words, terminal))
        sys.stdout.flush()
    except QafilaError as error:
        terminal.print_error(error_text(words, error))
        return error.exit_code
    except SystemExit as left:
        return int(left.code or 0)
    except KeyboardInterrupt:
        terminal.print_error(words.translate("Commands", "Stopped; nothing was changed."))
        return _STOPPED
    except BrokenPipeError:
        # Whoever read the answer has seen enough; Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _REFUSED
    except Exception as error:
        _say_unexpected(terminal, words, error)
        return _REFUSED
    return code


def _say_unexpected(terminal: Terminal, words: Words, error: Exception) -> None:
    terminal.print_error(error_text(words, error))
    if debugging():
        terminal.print_error("".join(traceback.format_exception(error)).rstrip())
    else:
        terminal.print_error(
            words.translate(
                "Commands", "Details for developers: set {variable}.", variable="QAFILA_DEBUG=1"
            )
        )
