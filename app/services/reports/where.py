"""Villages with the district and governorate they lie in."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.db.queries.places import PlaceName
from app.db.tables import place
from app.services.reports.asking import Ask
from app.words.named import name_of


@dataclass(frozen=True)
class Where:
    """The ids and names that stand for a village in reports; empty where nobody knows."""

    village_id: str = ""
    district_id: str = ""
    governorate_id: str = ""
    village: str = ""
    district: str = ""
    governorate: str = ""


def parents(ask: Ask) -> dict[str, str]:
    """What each place lies in, by their ids."""
    return {row.id: row.parent_id for row in ask.rows(select(place.c.id, place.c.parent_id))}


def chains_of(ask: Ask, places: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The names of each place and of all that it lies in, and blanks after them; what nobody knows
    here (not merged yet) says so."""
    known = set(places)
    found = ask.places(known - {""})
    unknown = ask.words.translate("Reports", "not known here yet")
    chains = {}
    for place_id in known:
        one = found.get(place_id)
        names = [name_of(ask.words, each) for each in (one, *one.within)] if one else [unknown]
        chains[place_id] = (*names, "", "", "")
    return chains


def whereabouts(ask: Ask, villages: Iterable[str]) -> dict[str, Where]:
    """By the villages' ids. What nobody knows here (not merged yet) says so in its name."""
    known = set(villages)
    names, found = chains_of(ask, known), ask.places(known - {""})
    return {village: _where(village, names[village], found.get(village)) for village in known}


def _where(village: str, names: tuple[str, ...], found: PlaceName | None) -> Where:
    ids = [one.id for one in found.within] if found else []
    ids += [""] * 2
    return Where(village, ids[0], ids[1], names[0], names[1], names[2])
