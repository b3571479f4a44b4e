"""The terminal: plain text out, a passphrase in, progress while somebody watches."""

import getpass
import json
import os
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import Any, Final, TextIO

from app.errors import PassphraseMissing, PassphrasesDiffer
from app.words.catalog import Words

VARIABLE: Final = "QAFILA_PASSPHRASE"
RECOVERY_VARIABLE: Final = "QAFILA_RECOVERY_KEY"
"""Where the forty digits come from: they are asked of few commands, and never stay in a shell's
history by being an option."""

_DIRECTION_MARKS: Final = dict.fromkeys((*range(8294, 8298), 8206, 8207))


class Terminal:
    """Standard output and error as UTF-8 whatever the console's own encoding is."""

    def __init__(self, out: TextIO | None = None, err: TextIO | None = None) -> None:
        self._out = out or _utf8(sys.stdout)
        self._err = err or _utf8(sys.stderr)
        self._shown = False

    def print_line(self, text: str) -> None:
        """One line of the answer. Marks of direction are for windows and paper: many terminals
        show them as boxes."""
        print(text.translate(_DIRECTION_MARKS), file=self._out)

    def print_json(self, document: Mapping[str, Any]) -> None:
        """One JSON document."""
        print(json.dumps(document, ensure_ascii=False, indent=2), file=self._out)

    def print_error(self, text: str) -> None:
        """A message on standard error."""
        self._clear_progress()
        print(text.translate(_DIRECTION_MARKS), file=self._err)

    def report(self, done: int, total: int) -> None:
        """Progress, shown to people only: never into a file or a pipe."""
        if not total or not self._err.isatty():
            return
        percent = 100 * done // total
        print(f"\r{percent:3} %", end="", file=self._err, flush=True)
        self._shown = True
        if done >= total:
            self._clear_progress()

    def passphrase(self, words: Words, *, twice: bool = False) -> str:
        """From QAFILA_PASSPHRASE, or asked for. Raises PassphraseMissing where nobody can be
        asked, and PassphrasesDiffer."""
        given = os.environ.get(VARIABLE)
        if given:
            return given
        if not sys.stdin or not sys.stdin.isatty():
            raise PassphraseMissing(variable=VARIABLE)
        typed = self._ask(words.translate("Commands", "Passphrase: "))
        if twice and typed != self._ask(words.translate("Commands", "The same passphrase again: ")):
            raise PassphrasesDiffer
        return typed

    @staticmethod
    def _ask(question: str) -> str:
        return getpass.getpass(question.translate(_DIRECTION_MARKS))

    def _clear_progress(self) -> None:
        if self._shown:
            print("\r     \r", end="", file=self._err, flush=True)
            self._shown = False


def debugging() -> bool:
    """Whether details of unexpected errors are wanted; they may hold people's data."""
    return bool(os.environ.get("QAFILA_DEBUG"))


def _utf8(stream: TextIO | None) -> TextIO:
    """A console or pipe set to UTF-8; a window on Windows has none, and what it says is lost."""
    if stream is None:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return stream
