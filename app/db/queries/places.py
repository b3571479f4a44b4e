"""Names and surroundings of places, official and local."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select
from sqlmodel import Session

from app.db.tables import place

_DEPTH = 4
"""Hamlet, village, district, governorate."""


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
    connection = session.connection()
    rows: dict[str, Row[Any]] = {}
    wanted = set(place_ids)
    while wanted:
        query = select(place).where(place.c.id.in_(sorted(wanted)))
        found = {row.id: row for row in connection.execute(query)}
        rows |= found
        wanted = {row.parent_id for row in found.values()} - rows.keys() - {""}

    def named(place_id: str) -> PlaceName:
        chain: list[PlaceName] = []
        wanted = rows[place_id].parent_id
        while wanted in rows and len(chain) < _DEPTH:
            chain.append(PlaceName(wanted, rows[wanted].name_ar, rows[wanted].name_en))
            wanted = rows[wanted].parent_id
        return PlaceName(place_id, rows[place_id].name_ar, rows[place_id].name_en, tuple(chain))

    return {place_id: named(place_id) for place_id in set(place_ids) & rows.keys()}
