"""Villages served, served several times, and not at all, beside those of the same district."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import case, func, select

from app.db.tables import Household, place, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.reached import Groups
from app.services.reports.scope import Scope
from app.services.reports.walk import walk
from app.services.reports.where import whereabouts
from app.words.catalog import Marked, marked

_HOME: Final = table_of(Household)
_HAMLET: Final = 4
_VILLAGE: Final = 3

_STATES: Final[tuple[Marked, ...]] = (
    marked("Reports", "not served"),
    marked("Reports", "served once"),
    marked("Reports", "served several times"),
)

STATE: Final = Column(
    "state",
    marked("Reports", "State"),
    marked("Reports", "Not served, served by one convoy, or by several."),
    share=1.6,
)
SUMMARY: Final = TableKind(
    "summary",
    marked("Reports", "Villages by state"),
    (
        STATE,
        Column(
            "villages",
            marked("Reports", "Villages"),
            marked("Reports", "Villages of the districts listed below."),
            Kind.NUMBER,
        ),
        shared.FAMILIES,
    ),
    chart="villages",
)
ROWS: Final = TableKind(
    "villages",
    marked("Reports", "Villages"),
    (
        shared.VILLAGE,
        shared.DISTRICT,
        shared.GOVERNORATE,
        STATE,
        Column(
            "convoys",
            marked("Reports", "Convoys"),
            marked("Reports", "Different convoys by which a family of the village was reached."),
            Kind.NUMBER,
        ),
        Column(
            "last_day",
            marked("Reports", "Last day"),
            marked("Reports", "The last convoy day on which something was handed over."),
            Kind.DATE,
            1.2,
        ),
        Column(
            "on_file",
            marked("Reports", "Families on file"),
            marked("Reports", "Families registered in the village, reached or not."),
            Kind.NUMBER,
        ),
        shared.FAMILIES,
        Column(
            "neighbours",
            marked("Reports", "Neighbours served"),
            marked("Reports", "Other villages of the same district that were served."),
            Kind.NUMBER,
        ),
    ),
)
REPORT: Final = ReportKind(
    "villages",
    marked("Reports", "Villages served and not served"),
    marked(
        "Reports",
        "All villages of every district in which a convoy handed something over or families are "
        "on file. Those not served stand first, where most neighbours were served.",
    ),
    (SUMMARY, ROWS),
    landscape=True,
)


@dataclass
class _Served:
    families: int = 0
    convoys: int = 0
    last_day: str = ""


def villages(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The sums, then every village."""
    served = _served(ask, scope)
    on_file = _on_file(ask)
    listed = _listed(ask, set(served) | set(on_file))
    rows = _rows(ask, listed, served, on_file)
    states = [ask.words.of(state) for state in _STATES]
    counts = Counter(row[3] for row in rows)
    families: Counter[object] = Counter()
    for row in rows:
        families[row[3]] += row[7] if isinstance(row[7], int) else 0
    yield Table(SUMMARY, [(state, counts[state], families[state]) for state in states])
    yield Table(ROWS, rows)


def _served(ask: Ask, scope: Scope) -> dict[str, _Served]:
    told = ("convoy", "day")
    groups = Groups(
        told, by_pair={"convoy": lambda given: given.convoy}, area=lambda village: village
    ).fill(walk(ask, scope, told, apart=False))
    served = {village: _Served(one.families) for village, one in groups["village"].items()}
    for (_, village), one in groups["convoy"].items():
        served[village].convoys += 1
        served[village].last_day = max(served[village].last_day, one.last)
    return served


def _rows(
    ask: Ask,
    listed: Mapping[str, str],
    served: Mapping[str, _Served],
    on_file: Mapping[str, int],
) -> list[Row]:
    in_district = Counter(listed[village] for village in served if village in listed)
    where = whereabouts(ask, listed)
    states = [ask.words.of(state) for state in _STATES]
    rows: list[tuple[tuple[int, int, str], Row]] = []
    for village, district in listed.items():
        found = served.get(village)
        convoys = found.convoys if found else 0
        neighbours = in_district[district] - (1 if found else 0)
        names = where[village]
        row: Row = (
            names.village,
            names.district,
            names.governorate,
            states[min(convoys, 2)],
            convoys,
            _day(found.last_day) if found else None,
            on_file.get(village, 0),
            found.families if found else 0,
            neighbours,
        )
        rows.append(((convoys, -neighbours, names.village), row))
    return [row for _, row in sorted(rows)]


def _day(text: str) -> str | None:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _on_file(ask: Ask) -> dict[str, int]:
    village = case((place.c.level == _HAMLET, place.c.parent_id), else_=_HOME.c.village_id)
    query = (
        select(village, func.count())
        .select_from(_HOME.outerjoin(place, place.c.id == _HOME.c.village_id))
        .group_by(village)
    )
    return {row[0]: row[1] for row in ask.rows(query)}


def _listed(ask: Ask, known: set[str]) -> dict[str, str]:
    """The villages of every district that one of `known` lies in, with the district; what is no
    village (a district itself, or not known here) is left as it is."""
    query = select(place.c.id, place.c.parent_id).where(place.c.level == _VILLAGE)
    district_of = {row.id: row.parent_id for row in ask.rows(query)}
    districts = {district_of[village] for village in known if village in district_of}
    listed = {village: one for village, one in district_of.items() if one in districts}
    return listed | {village: "" for village in known if village and village not in listed}
