"""`qafila erase`: forget a family or a person who asks for it."""

import argparse
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.cli.command import Call, Command
from app.cli.terminal import RECOVERY_VARIABLE
from app.words.catalog import Words, marked

if TYPE_CHECKING:
    from app.db.store import Store
    from app.services.erase import ErasurePreview


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "who",
        metavar="WHO",
        help=words.translate(
            "Commands", "number of a family (all of it), or of a person's document"
        ),
    )
    parser.add_argument(
        "--reason",
        default="",
        metavar="WORDS",
        help=words.translate("Commands", "why; it is kept and must name nobody"),
    )
    parser.add_argument(
        "--preview",
        action="store_true",
        help=words.translate("Commands", "only say what would go"),
    )


def _run(call: Call) -> int:
    with call.open_store() as store:
        erased = _erased(call, store)
    document = {
        "preview": call.options.preview,
        "households": erased.households,
        "people": erased.people,
        "proxies": erased.proxies,
        "parked_cases": erased.parked_cases,
        "changes": erased.changes,
        "hand_overs_that_stay": erased.hand_overs_that_stay,
    }
    call.answer(document, _lines(call, erased))
    return 0


def _erased(call: Call, store: "Store") -> "ErasurePreview":
    from app.services.erase import (
        erase_household,
        erase_person,
        preview_household,
        preview_person,
    )
    from app.services.reports.meant import who_is_meant

    household_id, person_id = who_is_meant(store, call.options.who)
    key, reason = os.environ.get(RECOVERY_VARIABLE, ""), call.options.reason
    if person_id is not None:
        if call.options.preview:
            return preview_person(store, person_id)
        return erase_person(store, person_id, key, reason)
    if call.options.preview:
        return preview_household(store, household_id)
    return erase_household(store, household_id, key, reason)


def _lines(call: Call, erased: "ErasurePreview") -> Iterator[str]:
    words = call.words
    if call.options.preview:
        yield words.translate("Commands", "Nothing was erased; this is what would go.")
    else:
        yield words.translate("Commands", "Erased here; other laptops follow with their next file.")
    yield words.translate("Commands", "%n people", n=erased.people)
    yield words.translate(
        "Commands", "%n hand-overs stay, without a name", n=erased.hand_overs_that_stay
    )


COMMAND = Command(
    "erase", marked("Commands", "forget a family or a person who asks for it"), _add_options, _run
)
