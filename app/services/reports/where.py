"""Villages with the district and governorate they lie in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from app.services.reports.asking import Ask
from app.words.named import HasNames, name_of


@dataclass(frozen=True)
class Where:
    """The ids and names that stand for a village in reports; empty where nobody knows."""

    village_id: str = ""
    district_id: str = ""
    governorate_id: str = ""
    village: str = ""
    district: str = ""
    governorate: str = ""


NOWHERE: Final = Where()


def whereabouts(ask: Ask, villages: Iterable[str]) -> dict[str, Where]:
    """By the villages' ids. What nobody knows here (not merged yet) says so in its name."""
    unknown = ask.words.translate("Reports", "not known here yet")
    found = ask.places({village for village in villages if village})
    chains = {village: (place, *place.within) for village, place in found.items()}
    return {
        village: _where(ask, village, chains.get(village, ()), unknown) for village in set(villages)
    }


def _where(ask: Ask, village: str, chain: tuple[HasNames, ...], unknown: str) -> Where:
    ids = [getattr(place, "id", "") for place in chain] + [""] * 3
    names = [name_of(ask.words, place) for place in chain] + [unknown] * 3
    return Where(village, ids[1], ids[2], names[0], names[1], names[2])
