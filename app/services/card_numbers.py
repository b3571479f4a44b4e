"""Which card of a household is its latest; each later one takes the place of those before."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import func, select
from sqlmodel import Session, col

from app.db.tables import Card

_CHUNK: Final = 500


def newer_card(session: Session, household_id: str, card_no: int) -> int:
    """The number of the household's latest card if it came after `card_no`, else 0."""
    latest = latest_cards(session, (household_id,)).get(household_id, 0)
    return latest if latest > card_no else 0


def latest_cards(session: Session, household_ids: Iterable[str]) -> Mapping[str, int]:
    """The numbers of the latest cards of those among these households that have one."""
    wanted = sorted(household_ids)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = (
            select(col(Card.household_id), func.max(col(Card.serial)))
            .where(col(Card.household_id).in_(wanted[start : start + _CHUNK]))
            .group_by(col(Card.household_id))
        )
        found.update((row[0], row[1]) for row in session.connection().execute(query))
    return found
