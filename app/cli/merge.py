"""`qafila merge`: files of other laptops taken in, or only looked at."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.command import Call, Command
from app.words.catalog import Words, marked
from app.words.errors import error_text
from app.words.merge import conservation_text, gap_text, laptop_text, status_text

if TYPE_CHECKING:
    from app.services.exchange.results import FileResult, Merged
    from app.services.exchange.totals import Totals


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help=words.translate(
            "Commands", "files of other laptops, or folders and sticks with such files"
        ),
    )
    parser.add_argument(
        "--preview",
        action="store_true",
        help=words.translate("Commands", "only say what would come of it"),
    )


def _run(call: Call) -> int:
    """1 where every file was refused."""
    from app.services.exchange.files_in import files_in
    from app.services.exchange.merge import merge_files

    options = call.options
    with call.open_store() as store:
        merged = merge_files(
            store, files_in(options.files), preview=options.preview, report=call.terminal.report
        )
    call.answer(_document(merged), _lines(call.words, merged))
    for one in merged.files:
        if one.error is not None:
            text = error_text(call.words, one.error)
            call.terminal.print_error(f"{one.path.name}: {text}")
    return 1 if all(one.error is not None for one in merged.files) else 0


def _document(merged: "Merged") -> dict[str, Any]:
    return {
        "preview": merged.preview,
        "files": [_file(one) for one in merged.files],
        "totals": _totals(merged.totals),
    }


def _file(one: "FileResult") -> dict[str, Any]:
    return {
        "file": str(one.path),
        "status": one.status.value,
        "new": one.new,
        "known": one.known,
        "held": one.held,
        "quarantined": one.quarantined,
        "gaps": [
            {"device_id": gap.device_id, "first": gap.first, "last": gap.last} for gap in one.gaps
        ],
        "kind": one.kind,
        "origin": one.origin,
    }


def _totals(found: "Totals") -> dict[str, Any]:
    kept = found.conservation
    return {
        "conflicts": found.conflicts,
        "double_aid": found.double_aid,
        "duplicates": found.duplicates,
        "stock_differences": found.stock_differences,
        "conservation": {
            "holds": kept.holds,
            "devices": [
                {
                    "device_id": one.device_id,
                    "changes": one.changes,
                    "last_seq": one.last_seq,
                    "gaps": one.gaps,
                    "forked": one.forked,
                    "holds": one.holds,
                }
                for one in kept.devices
            ],
            "aid": {
                "records": kept.aid,
                "active": kept.active,
                "voided": kept.voided,
                "held": kept.held,
                "quarantined": kept.quarantined,
            },
        },
    }


def _lines(words: Words, merged: "Merged") -> list[str]:
    lines = [status_text(words, one) for one in merged.files if one.error is None]
    missing = {gap for one in merged.files for gap in one.gaps}
    lines += [
        gap_text(words, laptop_text(gap.device_id), gap.first, gap.last)
        for gap in sorted(missing, key=lambda gap: (gap.device_id, gap.first))
    ]
    found = merged.totals
    lines.append(
        words.translate(
            "Merge",
            "To look at: conflicts {conflicts}, double aid {double_aid}, likely duplicates "
            "{duplicates}",
            conflicts=found.conflicts,
            double_aid=found.double_aid,
            duplicates=found.duplicates,
        )
    )
    lines.append(conservation_text(words, holds=found.conservation.holds))
    if merged.preview:
        lines.append(words.translate("Merge", "This was a preview; nothing was changed."))
    return lines


COMMAND = Command("merge", marked("Commands", "take in files of other laptops"), _add_options, _run)
