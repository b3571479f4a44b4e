"""Where the demonstration plays: a governorate, a district of it, some of its villages."""

from dataclasses import dataclass
from typing import Final

from app.db.reference import official_places
from app.domain.places import Level, Place
from app.services.demo.clock import Chance

_GOVERNORATES: Final = ("EG18", "EG22", "EG23", "EG24", "EG25", "EG26", "EG27", "EG28")
"""Rural ones, to which such convoys go."""

_RURAL: Final = "مركز "
"""How the official list names a rural district; towns are «قسم»."""

_VILLAGES: Final = 4


@dataclass(frozen=True)
class Setting:
    """The places of one demonstration."""

    governorate: Place
    district: Place
    villages: tuple[Place, ...]

    @property
    def id_code(self) -> str:
        """The governorate's two digits in a national number."""
        return self.governorate.code.removeprefix("EG")

    @property
    def district_name(self) -> str:
        """Without the word for district."""
        return self.district.name_ar.removeprefix(_RURAL)


def setting_of(chance: Chance) -> Setting:
    """Real places, drawn."""
    inside: dict[str, list[Place]] = {}
    for place in official_places():
        if place.selectable:
            inside.setdefault(place.parent, []).append(place)
    governorate_code = chance.choice(_GOVERNORATES)
    governorate = next(place for place in official_places() if place.code == governorate_code)
    districts = [
        place
        for place in inside[governorate_code]
        if place.name_ar.startswith(_RURAL) and len(inside.get(place.code, ())) >= _VILLAGES
    ]
    district = chance.choice(districts)
    villages = [place for place in inside[district.code] if place.level is Level.VILLAGE]
    return Setting(governorate, district, tuple(chance.sample(villages, _VILLAGES)))
