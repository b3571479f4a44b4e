"""`qafila recover`: aid records back from scanned stubs."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.cli.command import Call, Command
from app.words.catalog import Words, marked
from app.words.recovering import LISTS, list_text
from app.words.verifying import state_text

if TYPE_CHECKING:
    from app.services.verifying.recover import Recovered

_NAMED: Final = ("waiting", "incomplete", "unnamed", "refused")
"""The lists whose receipts somebody has to look at."""


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=words.translate("Commands", "pictures or scanned PDFs of receipts or stubs"),
    )
    parser.add_argument(
        "--accept-ended",
        action="store_true",
        help=words.translate("Commands", "take those of laptops whose access was ended too"),
    )
    parser.add_argument(
        "--preview",
        action="store_true",
        help=words.translate("Commands", "only say what would come of it"),
    )


def _run(call: Call) -> int:
    from app.services.verifying.recover import recover_receipts

    options = call.options
    with call.open_store() as store:
        recovered = recover_receipts(
            store,
            options.files,
            accept_ended=options.accept_ended,
            preview=options.preview,
            report=call.terminal.report,
        )
    call.answer(
        {
            "preview": recovered.preview,
            **{name: [one.number for one in getattr(recovered, name)] for name in LISTS},
            "other_kinds": recovered.other_kinds,
            "unread": recovered.unread,
        },
        _lines(call.words, recovered),
    )
    return 0


def _lines(words: Words, recovered: "Recovered") -> Iterator[str]:
    for name in LISTS:
        listed = getattr(recovered, name)
        if listed:
            yield list_text(words, name, len(listed))
        for one in listed if name in _NAMED else ():
            yield f"  {one.number}: {state_text(words, one.state.value)}"


COMMAND = Command(
    "recover",
    marked("Commands", "make aid records again from scanned stubs of a lost laptop"),
    _add_options,
    _run,
)
