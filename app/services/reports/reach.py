"""Reach: unique families and people against hand-overs, by place, giver, programme and month."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from sqlalchemy import select

from app.db.tables import Campaign, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.services.reports import columns as shared
from app.services.reports.asking import Ask
from app.services.reports.reached import Groups, Reached
from app.services.reports.scope import Scope
from app.services.reports.walk import walk
from app.services.reports.where import chains_of, parents
from app.words.catalog import Marked, marked

_CAMPAIGN: Final = table_of(Campaign)
_COUNTS: Final = (
    shared.FAMILIES,
    shared.PEOPLE,
    shared.HAND_OVERS,
    Column(
        "per_family",
        marked("Reports", "Times a family"),
        marked("Reports", "Hand-overs for each family on average: 1 is once each."),
        Kind.QUANTITY,
    ),
)


def _by(key: str, title: Marked, *first: Column) -> TableKind:
    return TableKind(key, title, (*first, *_COUNTS), chart="families")


MONTH: Final = Column(
    "month",
    marked("Reports", "Month"),
    marked("Reports", "The month of the convoy's day, as year and month."),
    Kind.CODE,
)
GOVERNORATES: Final = _by("governorates", marked("Reports", "By governorate"), shared.GOVERNORATE)
DISTRICTS: Final = _by(
    "districts", marked("Reports", "By district"), shared.DISTRICT, shared.GOVERNORATE
)
VILLAGES: Final = _by(
    "villages",
    marked("Reports", "By village"),
    shared.VILLAGE,
    shared.DISTRICT,
    shared.GOVERNORATE,
)
ORGANISATIONS: Final = _by(
    "organisations", marked("Reports", "By organisation"), shared.ORGANISATION
)
INITIATIVES: Final = _by("initiatives", marked("Reports", "By initiative"), shared.INITIATIVE)
CAMPAIGNS: Final = _by("campaigns", marked("Reports", "By campaign"), shared.CAMPAIGN)
MONTHS: Final = _by("months", marked("Reports", "By month"), MONTH)
REPORT: Final = ReportKind(
    "reach",
    marked("Reports", "Reach"),
    marked(
        "Reports",
        "How many different families and people were reached, against how often something was "
        "handed over. Rows can come to more than the last row: a family that two organisations "
        "reached stands in both rows and is counted once below.",
    ),
    (GOVERNORATES, DISTRICTS, VILLAGES, ORGANISATIONS, INITIATIVES, CAMPAIGNS, MONTHS),
)


def reach(ask: Ask, scope: Scope) -> Iterator[Table]:
    """All tables of one walk."""
    initiative = initiatives_of(ask)
    inside = parents(ask)

    def governorate(village: str) -> str:
        return inside.get(inside.get(village, ""), "")

    told = ("organisation", "campaign", "month")
    groups = Groups(
        told,
        by_given={
            "organisation": lambda given: given.organisation,
            "initiative": lambda given: initiative.get(given.campaign),
            "campaign": lambda given: given.campaign,
            "month": lambda given: given.month,
        },
        by_village={
            "district": lambda village: inside.get(village, ""),
            "governorate": governorate,
        },
    ).fill(walk(ask, scope, told))
    all_of = groups.all_of
    for kind, name in (
        (GOVERNORATES, "governorate"),
        (DISTRICTS, "district"),
        (VILLAGES, "village"),
    ):
        yield _table(ask, kind, _placed(ask, groups[name]), all_of)
    for kind, name, names in (
        (ORGANISATIONS, "organisation", ask.organisations),
        (INITIATIVES, "initiative", ask.initiatives),
        (CAMPAIGNS, "campaign", ask.campaigns),
    ):
        nobody = ask.words.translate("Reports", "none in particular")
        found = [
            ((names.get(key or "", nobody),), one) for key, one in _largest(groups[name].items())
        ]
        yield _table(ask, kind, found, all_of)
    months = [((month,), one) for month, one in sorted(groups["month"].items())]
    yield _table(ask, MONTHS, months, all_of)


def initiatives_of(ask: Ask) -> dict[str, str | None]:
    """The initiative of each campaign."""
    query = select(_CAMPAIGN.c.id, _CAMPAIGN.c.initiative_id)
    return {row.id: row.initiative_id for row in ask.rows(query)}


def _placed(ask: Ask, groups: Mapping[str, Reached]) -> Iterable[tuple[tuple[str, ...], Reached]]:
    """Each group with the names of its place and of what that lies in."""
    chains = chains_of(ask, groups)
    return [(chains[key], one) for key, one in _largest(groups.items())]


def _largest(found: Iterable[tuple[Any, Reached]]) -> list[tuple[Any, Reached]]:
    return sorted(found, key=lambda pair: (-pair[1].families, str(pair[0])))


def _table(
    ask: Ask, kind: TableKind, found: Iterable[tuple[tuple[str, ...], Reached]], all_of: Reached
) -> Table:
    width = len(kind.columns) - len(_COUNTS)
    rows = [(*texts[:width], *_counts(one)) for texts, one in found]
    total = ask.words.translate("Reports", "All together")
    return Table(kind, rows, (total, *[""] * (width - 1), *_counts(all_of)))


def _counts(one: Reached) -> Row:
    often = 10 * round(100 * one.hand_overs / one.families) if one.families else None
    return (one.families, one.people, one.hand_overs, often)
