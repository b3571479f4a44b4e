"""Names and surroundings of places, official and local."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from app.db.tables import place


@dataclass(frozen=True)
class PlaceName:
    """A place in both languages, with what it lies in, nearest first."""

    id: str
    name_ar: str
    name_en: str
    within: tuple["PlaceName", ...] = ()


def place_named(session: Session, place_id: str) -> PlaceName | None:
    """A place by its id with all that it lies in; None if nobody knows it (not merged yet)."""
    connection = session.connection()
    chain: list[PlaceName] = []
    wanted = place_id
    while wanted and len(chain) < 5:
        row = connection.execute(select(place).where(place.c.id == wanted)).first()
        if row is None:
            break
        chain.append(PlaceName(row.id, row.name_ar, row.name_en))
        wanted = row.parent_id
    if not chain:
        return None
    first, *rest = chain
    return PlaceName(first.id, first.name_ar, first.name_en, tuple(rest))
