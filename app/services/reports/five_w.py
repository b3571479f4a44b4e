"""Who does what, where, when and for whom (5W), with HXL hashtags: for coordination, in sums only.

Hashtags after HXL 1.1 (hxlstandard.org); places by the P-codes of Egypt's common dataset.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from sqlalchemy import func, select

from app.db.tables import AidItem, aid_line, table_of
from app.documents.figures import Column, Kind, ReportKind, Row, Table, TableKind
from app.services.reports.asking import Ask
from app.services.reports.reach import initiatives_of
from app.services.reports.reached import Reached
from app.services.reports.scope import Scope, given
from app.services.reports.walk import Family, Given, walk
from app.services.reports.where import parents
from app.words.aid import unit_text
from app.words.catalog import Marked, marked
from app.words.catalogue import item_kind_text

_ITEM: Final = table_of(AidItem)


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

_Key = tuple[str | None, str | None, str, str, str]
"""Organisation, initiative, item, district, month."""


@dataclass(slots=True)
class _Cell:
    reached: Reached = field(default_factory=Reached)
    members: list[int] = field(default_factory=lambda: [0, 0, 0, 0])
    first: str = "9999"
    last: str = ""

    def take(self, family: Family, given: Given) -> None:
        """Counts something that was handed over to a family."""
        families = self.reached.families
        self.reached.take(family, given)
        if self.reached.families > families:
            self.members = [a + b for a, b in zip(self.members, family.members, strict=True)]
        self.first = min(self.first, given.day)
        self.last = max(self.last, given.day)


def five_w(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The one table."""
    cells: dict[_Key, _Cell] = {}
    inside, initiative = parents(ask), initiatives_of(ask)
    for family in walk(ask, scope, items=True, on=_last_day(ask, scope)):
        district = inside.get(family.village, "")
        for one in family.given:
            programme = initiative.get(one.campaign or "")
            key = (one.organisation, programme, one.item, district, one.day[:7])
            cell = cells.get(key)
            if cell is None:
                cell = cells[key] = _Cell()
            cell.take(family, one)
    yield Table(ROWS, _rows(ask, cells))


def _last_day(ask: Ask, scope: Scope) -> date:
    found = scope.last or ask.one(select(func.max(aid_line.c.day)).where(given(scope)))[0]
    return date.fromisoformat(found or "2000-01-01")


def _rows(ask: Ask, cells: dict[_Key, _Cell]) -> list[Row]:
    places = ask.places({key[3] for key in cells if key[3]})
    kinds = {row.id: row.kind for row in ask.rows(select(_ITEM.c.id, _ITEM.c.kind))}
    rows: list[Row] = []
    for key, cell in cells.items():
        giver, initiative, item_id, district, _ = key
        reached = cell.reached
        rows.append(
            (
                ask.organisations.get(giver or "", ""),
                item_kind_text(ask.words, kinds.get(item_id, "")),
                ask.initiatives.get(initiative or "", ""),
                ask.item_name(item_id),
                unit_text(ask.words, ask.item(item_id).unit),
                *_place_cells(places.get(district)),
                cell.first,
                cell.last,
                reached.quantity,
                reached.families,
                reached.people,
                *cell.members,
            )
        )
    return sorted(rows, key=lambda row: [str(cell) for cell in row])


def _place_cells(district: Any) -> tuple[str, ...]:
    """Codes and names of a district and its governorate; blanks for what is not known here."""
    if district is None:
        return ("",) * 6
    around = district.within[0] if district.within else None
    governorate = (around.id, around.name_ar, around.name_en) if around else ("", "", "")
    return (*governorate, district.id, district.name_ar, district.name_en)
