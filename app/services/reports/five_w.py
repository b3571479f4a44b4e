"""Who does what, where, when and for whom (5W), with HXL hashtags: for coordination, in sums only.

Hashtags after HXL 1.1 (hxlstandard.org); places by the P-codes of Egypt's common dataset.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from sqlalchemy import func, select

from app.db.tables import AidItem, Convoy, aid_line, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.services.reports.asking import Ask
from app.services.reports.reach import initiatives_of
from app.services.reports.reached import Groups, Reached
from app.services.reports.scope import Scope, given
from app.services.reports.walk import Given, walk
from app.services.reports.where import parents
from app.words.aid import unit_text
from app.words.catalog import Marked, marked
from app.words.catalogue import item_kind_text

_ITEM: Final = table_of(AidItem)
_CONVOY: Final = table_of(Convoy)


def _text(key: str, title: Marked, meaning: Marked, tag: str, share: float = 1.4) -> Column:
    return Column(key, title, meaning, share=share, tag=tag)


def _place(key: str, title: Marked, meaning: Marked, tag: str, *paper: str) -> Column:
    return Column(key, title, meaning, share=1.6, tag=tag, paper=paper)


def _count(key: str, title: Marked, meaning: Marked, tag: str) -> Column:
    return Column(key, title, meaning, Kind.NUMBER, 0.9, tag)


ROWS: Final = TableKind(
    "rows",
    marked("Reports", "5W"),
    (
        _text(
            "org",
            marked("Reports", "Organisation"),
            marked("Reports", "Who: whose aid it is; empty for several together."),
            "#org",
            2,
        ),
        _text(
            "sector",
            marked("Reports", "Sector"),
            marked("Reports", "What kind of aid: the item's kind."),
            "#sector",
        ),
        _text(
            "activity",
            marked("Reports", "Activity"),
            marked("Reports", "The initiative; empty where a campaign has none."),
            "#activity",
            1.6,
        ),
        _text(
            "item", marked("Reports", "Item"), marked("Reports", "What was handed over."), "#item"
        ),
        _text(
            "unit",
            marked("Reports", "Unit"),
            marked("Reports", "The unit in which the item is counted."),
            "#item+unit",
            0.9,
        ),
        _place(
            "adm1_code",
            marked("Reports", "Governorate code"),
            marked("Reports", "P-code of the governorate."),
            "#adm1+code",
        ),
        _place(
            "adm1_ar",
            marked("Reports", "Governorate (Arabic)"),
            marked("Reports", "Where: the governorate's Arabic name."),
            "#adm1+name+i_ar",
            "ar",
        ),
        _place(
            "adm1_en",
            marked("Reports", "Governorate (English)"),
            marked("Reports", "Where: the governorate's English name."),
            "#adm1+name+i_en",
            "en",
        ),
        _place(
            "adm2_code",
            marked("Reports", "District code"),
            marked("Reports", "P-code of the markaz or qism."),
            "#adm2+code",
        ),
        _place(
            "adm2_ar",
            marked("Reports", "District (Arabic)"),
            marked("Reports", "The district's Arabic name."),
            "#adm2+name+i_ar",
            "ar",
        ),
        _place(
            "adm2_en",
            marked("Reports", "District (English)"),
            marked("Reports", "The district's English name."),
            "#adm2+name+i_en",
            "en",
        ),
        Column(
            "start",
            marked("Reports", "First day"),
            marked(
                "Reports", "When: the first convoy day of the month on which it was handed over."
            ),
            Kind.DATE,
            1.3,
            "#date+start",
        ),
        Column(
            "end",
            marked("Reports", "Last day"),
            marked("Reports", "The last convoy day of the month on which it was handed over."),
            Kind.DATE,
            1.3,
            "#date+end",
        ),
        Column(
            "quantity",
            marked("Reports", "Quantity"),
            marked("Reports", "What was handed over, in the item's unit."),
            Kind.QUANTITY,
            tag="#output+quantity",
        ),
        _count(
            "hh",
            marked("Reports", "Families"),
            marked("Reports", "For whom: different families, each once in the row."),
            "#reached+hh",
        ),
        _count(
            "ind",
            marked("Reports", "People"),
            marked("Reports", "Everybody in those families, as in the other reports."),
            "#reached+ind",
        ),
        _count(
            "f_children",
            marked("Reports", "Girls"),
            marked("Reports", "Registered members under 18 on the report's last day, female."),
            "#reached+f+children",
        ),
        _count(
            "m_children",
            marked("Reports", "Boys"),
            marked("Reports", "Registered members under 18 on the report's last day, male."),
            "#reached+m+children",
        ),
        _count(
            "f_adults",
            marked("Reports", "Women"),
            marked("Reports", "Other registered members, female."),
            "#reached+f+adults",
        ),
        _count(
            "m_adults",
            marked("Reports", "Men"),
            marked("Reports", "Other registered members, male."),
            "#reached+m+adults",
        ),
    ),
)
REPORT: Final = ReportKind(
    "5w",
    marked("Reports", "5W with HXL hashtags"),
    marked(
        "Reports",
        "Who did what, where, when and for whom, for coordination between organisations: one row "
        "an organisation, initiative, item, district and month. Sums only; it names nobody.",
    ),
    (ROWS,),
    landscape=True,
)


class _What(NamedTuple):
    """A row but for its district."""

    organisation: str
    initiative: str | None
    item: str
    month: str


def five_w(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The one table."""
    inside, initiative = parents(ask), initiatives_of(ask)
    told = ("organisation", "campaign", "item", "day", "quantity")

    def what(given: Given) -> _What:
        programme = initiative.get(given.campaign)
        return _What(given.organisation, programme, given.item, given.day[:7])

    def reached(on: str) -> Mapping[tuple[_What, str], Reached]:
        groups = Groups(told, by_pair={"row": what}, area=lambda village: inside.get(village, ""))
        day = date.fromisoformat(on)
        return groups.fill(walk(ask, scope, told, apart=False, on=day))["row"]

    on = scope.last or _likely_last_day(ask, scope)
    found = reached(on)
    last = max((one.last for one in found.values()), default=on)
    if last > on and scope.last is None:
        found = reached(last)
    yield Table(ROWS, _rows(ask, found))


def _likely_last_day(ask: Ask, scope: Scope) -> str:
    """The last day of the latest convoy that handed something over: that of all of them, unless
    another convoy went on for longer. To look at all would take as long as counting them."""
    convoys = select(_CONVOY.c.id).order_by(_CONVOY.c.starts_on.desc(), _CONVOY.c.id)
    for row in ask.rows(convoys):
        of_one = select(func.max(aid_line.c.day)).where(aid_line.c.convoy_id == row.id)
        found: str | None = ask.one(of_one.where(given(scope)))[0]
        if found:
            return found
    return "2000-01-01"


def _rows(ask: Ask, found: Mapping[tuple[_What, str], Reached]) -> list[Row]:
    places = ask.places({district for _, district in found if district})
    cells_of = {district: _place_cells(places.get(district)) for _, district in found}
    items = _item_cells(ask, {what.item for what, _ in found})
    rows: list[Row] = []
    for (what, district), reached in found.items():
        sector, item, unit = items[what.item]
        rows.append(
            (
                ask.organisations.get(what.organisation, ""),
                sector,
                ask.initiatives.get(what.initiative or "", ""),
                item,
                unit,
                *cells_of[district],
                reached.first,
                reached.last,
                reached.quantity,
                reached.families,
                reached.people,
                *reached.members,
            )
        )
    return sorted(rows, key=lambda row: tuple(map(str, row)))


def _item_cells(ask: Ask, items: set[str]) -> dict[str, tuple[str, str, str]]:
    """The sector, the name and the unit of each item, put into words once."""
    kinds = {row.id: row.kind for row in ask.rows(select(_ITEM.c.id, _ITEM.c.kind))}
    return {
        item: (
            item_kind_text(ask.words, kinds.get(item, "")),
            ask.item_name(item),
            unit_text(ask.words, ask.item(item).unit),
        )
        for item in items
    }


def _place_cells(district: Any) -> tuple[str, ...]:
    """Codes and names of a district and its governorate; blanks for what is not known here."""
    if district is None:
        return ("",) * 6
    around = district.within[0] if district.within else None
    governorate = (around.id, around.name_ar, around.name_en) if around else ("", "", "")
    return (*governorate, district.id, district.name_ar, district.name_en)
