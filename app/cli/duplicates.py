"""`qafila duplicates`: who may stand on file twice."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--out",
        type=Path,
        metavar="F.csv",
        help=words.translate("Commands", "a file to write the pairs to"),
    )
    parser.add_argument(
        "--new",
        action="store_true",
        help=words.translate("Commands", "compare only who came or changed since the last time"),
    )


def _run(call: Call) -> int:
    from app.services.matching.likely_pairs import find_all, find_new
    from app.services.matching.pairs_file import write_pairs

    words, out = call.words, call.options.out
    with call.open_store() as store:
        find = find_new if call.options.new else find_all
        found = find(store, call.terminal.report)
        written = write_pairs(store, out) if out else None
    lines = [
        words.translate("Commands", "%n pairs are almost certainly one person", n=found.sure),
        words.translate("Commands", "%n pairs are to be looked at", n=found.review),
    ]
    if written is not None:
        lines.append(
            words.translate(
                "Commands", "%n pairs were written to {path}", n=written.pairs, path=str(out)
            )
        )
    document = {
        "sure": found.sure,
        "review": found.review,
        "out": str(written.path) if written else None,
        "pairs": written.pairs if written else None,
        "digest": written.digest if written else None,
    }
    call.answer(document, lines)
    return 0


COMMAND = Command(
    "duplicates", marked("Commands", "find people who stand on file twice"), _add_options, _run
)
