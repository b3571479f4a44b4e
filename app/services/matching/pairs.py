"""The likely pairs of a store, all of them or those of some people: keys, scores, kin, bands.

Both ways give the same pairs, whatever the order in which people arrived here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from app.db.interruptible import stoppable
from app.db.reference import matching_points
from app.db.tables import Person, table_of
from app.domain.matching.kin import Match, kin
from app.domain.matching.levels import Kin, Levels
from app.domain.matching.points import Band
from app.services.matching.blocking import groups, pairs_in_groups, pairs_with
from app.services.matching.people import Indexed, everybody, people_at, rows_of
from app.services.matching.scoring import Scored, comparers, levels_of, scored_pairs
from app.services.progress import Report, unheard
from app.services.uncollected import uncollected

_CHUNK = 500
_PERSON = table_of(Person)


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two people who may be one; `person_a` is the smaller id."""

    person_a: str
    person_b: str
    points: int
    band: Band
    levels: Levels
    kin: Kin


def all_pairs(connection: Connection, report: Report = unheard) -> list[LikelyPair]:
    """Of the whole store, most points first. `report` is told the pairs compared and how many there
    are, of none while they are counted, and stops the work by raising."""
    last = (0, 0)

    def told(done: int, total: int) -> None:
        nonlocal last
        last = done, total
        report(done, total)

    with uncollected(), stoppable(connection, lambda: report(*last)):
        total = pairs_in_groups(connection)
        with comparers(total) as who:
            people = everybody(connection)
            scored = scored_pairs(who, people, groups(connection), total, told)
            once = set(scored)
        return _judged(people, once)


def pairs_of(
    connection: Connection, person_ids: Iterable[str], report: Report = unheard
) -> list[LikelyPair]:
    """The pairs of these people, and of others of their households, with anybody."""
    with stoppable(connection, lambda: report(0, 0)):
        chosen = set(rows_of(connection, _with_households(connection, person_ids)))
        found = pairs_with(connection, chosen)
        people = people_at(connection, {row for pair in found for row in pair})
    with comparers(len(found)) as who:
        return _judged(people, scored_pairs(who, people, sorted(found), len(found), report))


def _judged(people: Mapping[int, Indexed], scored: Iterable[Scored]) -> list[LikelyPair]:
    """The pairs with what their kin adds, those below both bands left out."""
    points = matching_points()
    kept = list(scored)
    found: list[LikelyPair] = []
    for pair, kind in zip(kept, _kin_of(people, kept), strict=True):
        total = pair.points + points.of_kin(kind)
        levels = levels_of(pair.degrees)
        band = points.band(total, levels, kind)
        if band is not None:
            one, other = sorted((people[pair.one].person_id, people[pair.other].person_id))
            found.append(LikelyPair(one, other, total, band, levels, kind))
    found.sort(key=lambda pair: (-pair.points, pair.person_a, pair.person_b))
    return found


def _kin_of(people: Mapping[int, Indexed], pairs: Sequence[Scored]) -> list[Kin]:
    homes: dict[tuple[str, str], list[int]] = {}
    for place, pair in enumerate(pairs):
        one, other = people[pair.one].household_id, people[pair.other].household_id
        if one != other:
            homes.setdefault((one, other) if one < other else (other, one), []).append(place)
    kinds = [Kin.NONE] * len(pairs)
    for (first, _), places in homes.items():
        if len(places) > 1:
            matches = [_match(people, pairs[place], first) for place in places]
            for place, kind in zip(places, kin(matches), strict=True):
                kinds[place] = kind
    return kinds


def _match(people: Mapping[int, Indexed], pair: Scored, first: str) -> Match:
    one, other = people[pair.one], people[pair.other]
    if one.household_id != first:
        one, other = other, one
    return Match(one.person_id, other.person_id, pair.points, pair.supports)


def _with_households(connection: Connection, person_ids: Iterable[str]) -> set[str]:
    """These people and all others of their households: what they share speaks for each other."""
    found: set[str] = set()
    chosen = sorted(person_ids)
    for start in range(0, len(chosen), _CHUNK):
        homes = select(_PERSON.c.household_id).where(
            _PERSON.c.id.in_(chosen[start : start + _CHUNK])
        )
        query = select(_PERSON.c.id).where(_PERSON.c.household_id.in_(homes))
        found.update(connection.scalars(query))
    return found
