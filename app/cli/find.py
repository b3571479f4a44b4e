"""`qafila find`: the desk's search."""

import argparse
from typing import TYPE_CHECKING, Any

from app.cli.command import Call, Command
from app.words.catalog import Words, marked
from app.words.people import relationship_text
from app.words.places import place_path

if TYPE_CHECKING:
    from app.services.find import Match

_LIMIT = 50


def _add_options(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "text",
        metavar="TEXT",
        help=words.translate("Commands", "a name, number, phone, or scanned code"),
    )


def _run(call: Call) -> int:
    from app.services.day import today
    from app.services.find import find

    words = call.words
    with call.open_store() as store:
        chosen = today(store)
        convoy_id = chosen.convoy_id if chosen else None
        found = find(store, call.options.text, convoy_id=convoy_id, limit=_LIMIT)
    lines = [_line(words, match) for match in found.matches]
    if not lines:
        lines = [words.translate("Commands", "Nobody was found.")]
    if found.more:
        lines.append(words.translate("Commands", "… and others: type more of the name."))
    call.answer(
        {
            "text": found.text,
            "matches": [_document(match) for match in found.matches],
            "more": found.more,
            "is_exact": found.is_exact,
            "aid_record_id": found.aid_record_id,
        },
        lines,
    )
    return 0


def _line(words: Words, match: "Match") -> str:
    """Only what is needed to choose: numbers stay masked, as at the desk."""
    parts = [match.name or match.head_name or match.household_id]
    if match.relationship:
        parts.append(relationship_text(words, match.relationship))
    if match.place:
        parts.append(place_path(words, (match.place, *match.place.within)))
    parts += [match.number, match.masked_id]
    return " · ".join(part for part in parts if part)


def _document(match: "Match") -> dict[str, Any]:
    place = match.place
    return {
        "household_id": match.household_id,
        "person_id": match.person_id,
        "name": match.name,
        "relationship": match.relationship,
        "masked_id": match.masked_id,
        "number": match.number,
        "head_name": match.head_name,
        "size": match.size,
        "places": [near.name_ar for near in (place, *place.within)] if place else [],
        "matched": match.matched.value,
        "of_today": match.of_today,
        "active": match.active,
        "on_file": match.on_file,
    }


COMMAND = Command(
    "find", marked("Commands", "search people and households as the desk does"), _add_options, _run
)
