"""What a command is, and what it is given when it runs."""

import argparse
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.terminal import Terminal
from app.words.catalog import Marked, Words

if TYPE_CHECKING:  # the import costs half a second, which `--help` need not wait for
    from app.db.store import Store


@dataclass(frozen=True)
class Command:
    """One command. `add_options` declares its own options; `run` returns the exit code."""

    name: str
    summary: Marked
    add_options: Callable[[argparse.ArgumentParser, Words], None]
    run: Callable[["Call"], int]


@dataclass(frozen=True)
class Call:
    """One run of a command: its options, the words to answer in, and where answers go."""

    options: argparse.Namespace
    words: Words
    terminal: Terminal = field(repr=False)

    @property
    def folder(self) -> Path:
        """The store's folder."""
        folder: Path = self.options.store
        return folder

    @contextmanager
    def open_store(self) -> Iterator["Store"]:
        """The store, opened with the passphrase, acting as `--user`; closed at the end.

        Raises PassphraseMissing, UserNotFound, and what `bootstrap.open_store` raises.
        """
        from app.bootstrap import header_of, open_store
        from app.services.users import work_as

        header_of(self.folder)  # no passphrase is asked for a store that is not there
        store = open_store(self.folder, self.terminal.passphrase(self.words))
        try:
            if self.options.user:
                work_as(store, self.options.user)
            yield store
        finally:
            store.close()

    def answer(self, document: Mapping[str, Any], lines: Iterable[str]) -> None:
        """Prints `document` with `--json`, else the lines for people."""
        if self.options.json:
            self.terminal.print_json(document)
        else:
            for line in lines:
                self.terminal.print_line(line)
