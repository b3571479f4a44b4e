"""Places: the official ones with the hamlets that people added, ready to be named and searched."""

from dataclasses import dataclass, field
from functools import lru_cache

from sqlmodel import col, select

from app.db.reference import official_places
from app.db.store import Store
from app.db.tables import Village
from app.domain.names import normalise
from app.domain.permissions import Action
from app.domain.places import Gazetteer, Level, Place
from app.domain.village_search import VillageIndex
from app.errors import LabelMissing, LabelTaken, VillageMissing
from app.services.named import cleaned
from app.services.rights import require_right


@dataclass(frozen=True)
class Places:
    """All places of a store as of one moment, and the index that finds its villages."""

    gazetteer: Gazetteer = field(repr=False)
    index: VillageIndex = field(repr=False)


@dataclass(frozen=True)
class HamletForm:
    """A place that the official list lacks: `inside` is its village, or for a new village its
    district."""

    name_ar: str
    inside: str
    name_en: str = ""


def places(store: Store) -> Places:
    """The places of a store. Built once (0.4 s) and again only after a hamlet came or changed."""
    with store.read() as session:
        query = select(Village).order_by(col(Village.id))
        local = tuple(_place(row) for row in session.exec(query))
    return _places(local)


def add_hamlet(store: Store, form: HamletForm) -> str:
    """Adds a hamlet to a village, or a village to a district, and returns its id.

    Raises LabelMissing, VillageMissing (nothing chosen that it could lie in), LabelTaken,
    RightMissing.
    """
    if not normalise(form.name_ar):
        raise LabelMissing
    gazetteer = places(store).gazetteer
    inside = gazetteer.places.get(form.inside)
    if inside is None or inside.level not in {Level.DISTRICT, Level.VILLAGE}:
        raise VillageMissing
    key = normalise(form.name_ar)
    for place in gazetteer.places.values():
        if place.parent == inside.code and normalise(place.name_ar) == key:
            raise LabelTaken(name=place.name_ar)
    district = gazetteer.ancestor(inside.code, Level.DISTRICT)
    hamlet = Village(
        id=store.new_id(),
        name_ar=cleaned(form.name_ar),
        name_en=cleaned(form.name_en),
        district_id=district.code if district else "",
        parent_id=inside.code if inside.level is Level.VILLAGE else None,
    )
    with store.write() as session:
        require_right(store, session, Action.REGISTER)
        session.add(hamlet)
    return hamlet.id


@lru_cache(maxsize=1)
def _places(local: tuple[Place, ...]) -> Places:
    gazetteer = Gazetteer.of((*official_places(), *local))
    return Places(gazetteer, VillageIndex(gazetteer))


def _place(row: Village) -> Place:
    return Place(
        code=row.id,
        level=Level.HAMLET if row.parent_id else Level.VILLAGE,
        parent=row.parent_id or row.district_id,
        name_ar=row.name_ar,
        name_en=row.name_en,
    )
