"""The village that a list's words mean, within the governorate and district that it names."""

from dataclasses import dataclass, replace

from app.domain.importing.list_row import PlaceWords
from app.domain.importing.remarks import Code, Remark
from app.domain.places import Gazetteer, Level, Place, bare_name


@dataclass(frozen=True)
class Resolved:
    """A village's id (empty when unknown), the address to keep, and a remark where needed."""

    village_id: str
    address: str
    remarks: tuple[Remark, ...] = ()


class VillageFinder:
    """Finds villages by their words, each wording once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._found: dict[PlaceWords, Resolved] = {}
        self._names = {
            (place.level, bare_name(place.name_ar))
            for place in gazetteer.places.values()
            if place.level < Level.VILLAGE
        }

    def find(self, words: PlaceWords) -> Resolved:
        """The one village that is meant; its words become part of the address where there is none
        or where several are."""
        anywhere = replace(words, address="")
        if anywhere not in self._found:
            self._found[anywhere] = self._resolve(anywhere)
        found = self._found[anywhere]
        parts = (found.address, words.address)
        return replace(found, address="، ".join(filter(None, parts)))

    def _resolve(self, words: PlaceWords) -> Resolved:
        place = self._gazetteer.places.get(words.code.upper())
        if place is not None and place.level >= Level.VILLAGE:
            return Resolved(place.code, "")
        kept = "، ".join(filter(None, (words.village, words.district, words.governorate)))
        if not words.village:
            return Resolved("", words.district and kept)
        found = [
            place
            for place in self._gazetteer.named(words.village, words.district, words.governorate)
            if self._fits(place, Level.GOVERNORATE, words.governorate)
            and self._fits(place, Level.DISTRICT, words.district)
        ]
        if len(found) == 1:
            return Resolved(found[0].code, "")
        code = Code.VILLAGE_AMBIGUOUS if found else Code.VILLAGE_UNKNOWN
        return Resolved("", kept, (Remark(code, words.village),))

    def _fits(self, place: Place, level: Level, name: str) -> bool:
        """Whether a place lies where the list says; words that name no such place say nothing."""
        wanted = bare_name(name)
        if (level, wanted) not in self._names:
            return True
        within = self._gazetteer.ancestor(place.code, level)
        return within is not None and bare_name(within.name_ar) == wanted
