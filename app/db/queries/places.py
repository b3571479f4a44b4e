"""Names and surroundings of places, official and local."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sqlalchemy import FromClause, bindparam, or_, select
from sqlmodel import Session

from app.db.tables import place
from app.errors import VillageNotFound

_LEVELS = [place, *(place.alias(f"around_{level}") for level in range(1, 4))]
"""A hamlet, its village, its district, its governorate."""

_JOINED: FromClause = _LEVELS[0]
for _inner, _outer in pairwise(_LEVELS):
    _JOINED = _JOINED.outerjoin(_outer, _outer.c.id == _inner.c.parent_id)
_CHAIN = (
    select(
        *(column for level in _LEVELS for column in (level.c.id, level.c.name_ar, level.c.name_en))
    )
    .select_from(_JOINED)
    .where(place.c.id.in_(bindparam("wanted", expanding=True)))
)


@dataclass(frozen=True)
class PlaceName:
    """A place in both languages, with what it lies in, nearest first."""

    id: str
    name_ar: str
    name_en: str
    within: tuple["PlaceName", ...] = ()


def place_named(session: Session, place_id: str) -> PlaceName | None:
    """A place by its id with all that it lies in; None if nobody knows it (not merged yet)."""
    return places_named(session, (place_id,)).get(place_id)


def places_named(session: Session, place_ids: Iterable[str]) -> dict[str, PlaceName]:
    """Several places at once, each with all that it lies in; unknown ones are left out."""
    wanted = sorted(set(place_ids))
    if not wanted:
        return {}
    found = {row[0]: row for row in session.connection().execute(_CHAIN, {"wanted": wanted}).all()}
    return {place_id: _named(row) for place_id, row in found.items()}


def _named(row: Sequence[str | None]) -> PlaceName:
    chain = [
        PlaceName(id_, row[at + 1] or "", row[at + 2] or "")
        for at in range(0, len(row), 3)
        if (id_ := row[at]) is not None
    ]
    return replace(chain[0], within=tuple(chain[1:]))


def village_called(session: Session, text: str) -> str:
    """The id of the village or hamlet with this id, or alone with this name. Raises
    VillageNotFound."""
    fine = place.c.selectable == 1
    query = select(place.c.id).where(fine, place.c.id == text)
    found = session.connection().scalars(query).all()
    if not found:
        named = (place.c.name_ar == text, place.c.name_en == text)
        found = session.connection().scalars(select(place.c.id).where(fine, or_(*named))).all()
    if len(found) != 1:
        raise VillageNotFound(name=text)
    return str(found[0])
