"""`qafila import-list` and `qafila import-aid`: lists as associations keep them."""

import argparse
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.cli.command import Call, Command
from app.domain.importing.columns import Kind
from app.words.catalog import Words, marked

if TYPE_CHECKING:
    from app.db.store import Store
    from app.services.importing.result import ImportResult
    from app.services.listings import ListTarget


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=words.translate("Commands", "spreadsheet to take in: .xlsx or .csv"),
    )
    parser.add_argument(
        "--map",
        type=Path,
        metavar="FILE",
        help=words.translate("Commands", "what its columns mean, where the guess is wrong"),
    )
    parser.add_argument(
        "--rejects",
        type=Path,
        metavar="F.xlsx",
        help=words.translate("Commands", "where to write the rows to look at (default: beside it)"),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=words.translate("Commands", "only say what would be done"),
    )


def _add_list_options(parser: argparse.ArgumentParser, words: Words) -> None:
    _add_options(parser, words)
    lists = parser.add_mutually_exclusive_group()
    lists.add_argument(
        "--approve",
        metavar="CAMPAIGN",
        help=words.translate("Commands", "put its households on the campaign's approved list"),
    )
    lists.add_argument(
        "--reserve",
        metavar="CAMPAIGN",
        help=words.translate("Commands", "put its households on the campaign's reserve list"),
    )


def _add_aid_options(parser: argparse.ArgumentParser, words: Words) -> None:
    _add_options(parser, words)
    parser.add_argument(
        "--convoy",
        metavar="C",
        help=words.translate("Commands", "name or id of the convoy (default: today's)"),
    )


def _run_list(call: Call) -> int:
    from app.services.importing.lists import import_list

    with call.open_store() as store:
        result = import_list(store, **_how(call, Kind.LIST), listing=_listing(call, store))
    _answer(call, result)
    return 0


def _run_aid(call: Call) -> int:
    from app.services.importing.aid import import_aid

    with call.open_store() as store:
        result = import_aid(store, convoy=call.options.convoy, **_how(call, Kind.AID))
    _answer(call, result)
    return 0


def _listing(call: Call, store: "Store") -> "ListTarget | None":
    from app.domain.entitlement import Listing
    from app.services.listings import ListTarget, campaign_called

    for listing, name in (
        (Listing.APPROVED, call.options.approve),
        (Listing.RESERVE, call.options.reserve),
    ):
        if name:
            return ListTarget(campaign_called(store, name), listing)
    return None


def _how(call: Call, kind: Kind) -> dict[str, Any]:
    from app.services.importing.mapping_file import read_mapping

    options = call.options
    return {
        "path": options.file,
        "mapping": read_mapping(options.map, kind) if options.map else None,
        "dry_run": options.dry_run,
        "rejects": options.rejects or _place_for_rejects(options.file),
        "words": call.words,
        "progress": call.terminal.report,
    }


def _place_for_rejects(file: Path) -> Path | None:
    """Beside the list (None), but here where its folder cannot be written to."""
    from app.services.importing.report import rejects_path

    if os.access(file.absolute().parent, os.W_OK):
        return None
    return Path(rejects_path(file).name)


def _answer(call: Call, result: "ImportResult") -> None:
    document = {
        "rows": result.rows,
        "taken": result.taken,
        "known": result.known,
        "refused": result.refused,
        "warnings": result.warnings,
        "rejects": str(result.rejects) if result.rejects else None,
        "seen_before": result.seen_before,
        "left_out": list(result.left_out),
        "dry_run": call.options.dry_run,
    }
    if result.convoy:
        document["convoy"] = result.convoy
    call.answer(document, _lines(call, result))


def _lines(call: Call, result: "ImportResult") -> Iterator[str]:
    words = call.words
    if call.options.dry_run:
        yield words.translate("Commands", "Nothing was written; this is what would be done.")
    if result.convoy:
        yield words.translate("Commands", "Convoy: {name}", name=result.convoy)
    yield words.translate("Commands", "%n rows were read.", n=result.rows)
    yield words.translate("Commands", "Taken: {count}", count=result.taken)
    yield words.translate("Commands", "On file already: {count}", count=result.known)
    yield words.translate("Commands", "Refused: {count}", count=result.refused)
    if result.warnings:
        yield words.translate("Commands", "To look at: {count}", count=result.warnings)
    for sheet in result.left_out:
        yield words.translate("Commands", "Sheet without a header, left out: {name}", name=sheet)
    if result.rejects:
        path = str(result.rejects)
        yield words.translate("Commands", "Rows to look at, with their reasons: {path}", path=path)


LIST = Command(
    "import-list",
    marked("Commands", "take in an association's list of beneficiaries"),
    _add_list_options,
    _run_list,
)
AID = Command(
    "import-aid",
    marked("Commands", "take in a hand-over sheet"),
    _add_aid_options,
    _run_aid,
)
