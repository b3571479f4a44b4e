"""`qafila restore`: a backup in the place of a damaged or lost database."""

import argparse
from pathlib import Path

from app.cli.command import Call, Command
from app.words.catalog import Words, marked


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "--backup",
        required=True,
        type=Path,
        metavar="FILE",
        help=words.translate("Commands", "one of the files in the folder backups"),
    )


def _run(call: Call) -> int:
    from app.bootstrap import restore_store

    words = call.words
    restored = restore_store(
        call.folder, call.options.backup, call.terminal.passphrase(words, twice=False)
    )
    restored.store.close()
    lines = [
        words.translate("Commands", "The backup is in its place: {path}", path=str(call.folder)),
        words.translate(
            "Commands",
            "This laptop goes on under a new number, so that nothing is written twice. "
            "Merge the files that it wrote after the backup, and hand in a new one.",
        ),
    ]
    if restored.replaced is not None:
        kept = str(restored.replaced)
        lines.append(
            words.translate("Commands", "What was there before is kept: {path}", path=kept)
        )
    call.answer(
        {
            "device_id": restored.goes_on.device_id,
            "introduced_by": restored.goes_on.introduced_by,
            "last_seq": restored.goes_on.last_seq,
            "replaced": str(restored.replaced) if restored.replaced else None,
            "store": str(call.folder),
        },
        lines,
    )
    return 0


COMMAND = Command(
    "restore",
    marked("Commands", "put a backup in the place of the database"),
    _add_options,
    _run,
)
