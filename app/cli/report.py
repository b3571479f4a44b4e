"""`qafila report`: figures for those who answer for the aid."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli.command import Call, Command
from app.errors import DayUnreadable
from app.words.catalog import Words, marked

if TYPE_CHECKING:
    from app.db.store import Store
    from app.services.reports.scope import Scope


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "name",
        nargs="?",
        metavar="NAME",
        help=words.translate("Commands", "which report, as --list names it"),
    )
    parser.add_argument(
        "--list", action="store_true", help=words.translate("Commands", "name all reports")
    )
    parser.add_argument(
        "--convoy",
        metavar="C",
        help=words.translate("Commands", "name or id of a convoy (default: all of them)"),
    )
    parser.add_argument(
        "--from",
        dest="first",
        metavar="D",
        help=words.translate("Commands", "first day, like 2026-11-22"),
    )
    parser.add_argument(
        "--to",
        dest="last",
        metavar="D",
        help=words.translate("Commands", "last day, like 2026-11-22"),
    )
    parser.add_argument(
        "--organisation",
        metavar="O",
        help=words.translate("Commands", "name or id of the organisation whose aid it is"),
    )
    parser.add_argument(
        "--who",
        metavar="TEXT",
        help=words.translate("Commands", "number or document of the family or person"),
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="F.pdf|xlsx|csv",
        help=words.translate("Commands", "file to write"),
    )
    parser.set_defaults(check=parser.error)


def _run(call: Call) -> int:
    options = call.options
    if options.list:
        return _list(call)
    if not options.name or not options.out:
        options.check("NAME --out | --list")
    from app.services.reports.make import format_of, write_report
    from app.services.reports.registry import offer_called

    offer_called(options.name)
    format_of(options.out)
    words = call.words
    with call.open_store() as store:
        figures = write_report(
            store, options.name, _scope(call, store), words, options.out, call.terminal.report
        )
    lines = [
        words.translate(
            "Commands",
            "{title}: %n rows were written to {path}",
            n=figures.rows,
            title=words.of(figures.kind.title),
            path=str(options.out),
        )
    ]
    if figures.kind.personal:
        lines.append(
            words.translate(
                "Commands",
                "It names people in plain form: keep it safe, and delete it when it has served.",
            )
        )
    call.answer({"report": figures.kind.name, "rows": figures.rows, "out": str(options.out)}, lines)
    return 0


def _list(call: Call) -> int:
    from app.services.reports.registry import OFFERS

    words = call.words
    kinds = [offer.kind for offer in OFFERS]
    call.answer(
        {
            "reports": [
                {"name": kind.name, "title": words.of(kind.title), "about": words.of(kind.about)}
                for kind in kinds
            ]
        },
        (f"{kind.name:14}{words.of(kind.title)}" for kind in kinds),
    )
    return 0


def _scope(call: Call, store: "Store") -> "Scope":
    from app.services.convoy_lookup import convoy_called
    from app.services.reports.meant import organisation_called, who_is_meant
    from app.services.reports.scope import Scope

    options = call.options
    household_id, person_id = who_is_meant(store, options.who) if options.who else (None, None)
    return Scope(
        convoy_id=convoy_called(store, options.convoy) if options.convoy else None,
        first=_day(options.first),
        last=_day(options.last),
        organisation_id=(
            organisation_called(store, options.organisation) if options.organisation else None
        ),
        household_id=household_id,
        person_id=person_id,
    )


def _day(text: str | None) -> str | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise DayUnreadable(text=text) from error


COMMAND = Command("report", marked("Commands", "write a report"), _add_options, _run)
