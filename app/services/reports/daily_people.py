"""Who was reached: by age and sex, and by category.

Ages are whole years on the report's last day. Of a birth date of which only a part is known, the
last day that it may be counts, which is what the app shows as the age everywhere.
"""

from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, case, func, select

from app.db.queries.elements import elements_of
from app.db.tables import (
    Household,
    Person,
    aid_line,
    same_household,
    same_person,
    table_of,
)
from app.documents.figures import Column, Kind, Row, TableKind
from app.domain.dates import years_before
from app.services.reports import columns as shared
from app.services.reports.ages import born_by
from app.services.reports.asking import Ask
from app.services.reports.scope import Scope, given
from app.words.catalog import Words, marked

_PERSON: Final = table_of(Person)
_HOUSEHOLD: Final = table_of(Household)

BOUNDS: Final = (5, 12, 18, 60)
"""The ages at which the bands of the report end; the last band has no end."""

PEOPLE: Final = TableKind(
    "people",
    marked("Reports", "People by age and sex"),
    (
        Column(
            "age",
            marked("Reports", "Age"),
            marked("Reports", "Whole years on the report's last day."),
            share=2,
        ),
        Column(
            "female", marked("Reports", "Female"), marked("Reports", "As registered."), Kind.NUMBER
        ),
        Column("male", marked("Reports", "Male"), marked("Reports", "As registered."), Kind.NUMBER),
        Column(
            "unknown",
            marked("Reports", "Not known"),
            marked("Reports", "People whose sex is not on file."),
            Kind.NUMBER,
        ),
        shared.PEOPLE,
    ),
    chart="people",
)
CATEGORIES: Final = TableKind(
    "categories",
    marked("Reports", "Families and people by category"),
    (
        Column(
            "category",
            marked("Reports", "Category"),
            marked("Reports", "A reason for priority; a family may have several."),
            share=2.5,
        ),
        Column(
            "families",
            marked("Reports", "Families"),
            marked("Reports", "Families reached that have it, or one of whose members does."),
            Kind.NUMBER,
        ),
        Column(
            "people",
            marked("Reports", "People"),
            marked("Reports", "Members of families reached who are marked with it themselves."),
            Kind.NUMBER,
        ),
    ),
    chart="families",
)


def band_on(day: date) -> ColumnElement[Any]:
    """The number of a person's band on a day; None without a birth date."""
    return case(
        (_PERSON.c.birth_date.is_(None), None),
        *(
            (born_by() > years_before(day, bound).isoformat(), number)
            for number, bound in enumerate(BOUNDS)
        ),
        else_=len(BOUNDS),
    )


def people_rows(ask: Ask, scope: Scope, day: date, total: int) -> tuple[list[Row], Row]:
    """The rows and their sum; `total` people were reached, and those that no file names one by one
    stand in a row of their own."""
    band = band_on(day)
    query = (
        select(band.label("band"), _PERSON.c.sex, func.count().label("people"))
        .where(_members(scope), _PERSON.c.id.not_in(_twice(ask, scope)))
        .group_by(band, _PERSON.c.sex)
    )
    counts: dict[int | None, dict[str, int]] = {}
    for row in ask.rows(query):
        sexes = counts.setdefault(row.band, {"f": 0, "m": 0, "": 0})
        sexes[row.sex if row.sex in sexes else ""] += row.people
    rows: list[Row] = []
    sums = [0, 0, 0]
    for number in (*range(len(BOUNDS) + 1), None):
        if number not in counts:
            continue
        text, found = _band_text(ask.words, number), counts[number]
        cells = [found["f"], found["m"], found[""]]
        sums = [before + cell for before, cell in zip(sums, cells, strict=True)]
        rows.append((text, *cells, sum(cells)))
    nameless = total - sum(sums)
    if nameless > 0:
        text = ask.words.translate("Reports", "not registered one by one")
        rows.append((text, 0, 0, nameless, nameless))
        sums[2] += nameless
    return rows, (ask.words.translate("Reports", "Total"), *sums, sum(sums))


def _band_text(words: Words, number: int | None) -> str:
    if number is None:
        return words.translate("Reports", "age not known")
    if number == 0:
        return words.translate("Reports", "under {years}", years=BOUNDS[0])
    if number == len(BOUNDS):
        return words.translate("Reports", "{years} and over", years=BOUNDS[-1])
    return words.translate(
        "Reports", "{years} to {last}", years=BOUNDS[number - 1], last=BOUNDS[number] - 1
    )


def category_rows(ask: Ask, scope: Scope) -> list[Row]:
    """The categories that families reached have, the most frequent first."""
    families: dict[str, set[str]] = {}
    people: dict[str, int] = {}
    for row in ask.rows(_of_families(scope)):
        families.setdefault(row.value, set()).add(row.family)
    for row in ask.rows(_of_people(ask, scope)):
        families.setdefault(row.value, set()).add(row.family)
        people[row.value] = people.get(row.value, 0) + row.people
    ordered = sorted(families, key=lambda category: (-len(families[category]), category))
    return [
        (
            ask.categories.get(category, category),
            len(families[category]),
            people.get(category, 0),
        )
        for category in ordered
    ]


def _served(scope: Scope) -> Select[Any]:
    return select(aid_line.c.household_id).where(given(scope))


def _members(scope: Scope) -> ColumnElement[bool]:
    return _PERSON.c.active & _PERSON.c.household_id.in_(_served(scope))


def _of_families(scope: Scope) -> Select[Any]:
    element = elements_of(_HOUSEHOLD.c.categories)
    one = func.coalesce(same_household.c.canonical_id, _HOUSEHOLD.c.id)
    return (
        select(element.c.value, one.label("family"))
        .select_from(_HOUSEHOLD)
        .join(element, element.c.value != "")
        .outerjoin(same_household, same_household.c.household_id == _HOUSEHOLD.c.id)
        .where(_HOUSEHOLD.c.id.in_(_served(scope)))
    )


def _of_people(ask: Ask, scope: Scope) -> Select[Any]:
    element = elements_of(_PERSON.c.categories)
    one = func.coalesce(same_household.c.canonical_id, _PERSON.c.household_id)
    return (
        select(element.c.value, one.label("family"), func.count().label("people"))
        .select_from(_PERSON)
        .join(element, element.c.value != "")
        .outerjoin(same_household, same_household.c.household_id == _PERSON.c.household_id)
        .where(_members(scope), _PERSON.c.id.not_in(_twice(ask, scope)))
        .group_by(element.c.value, one)
    )


def _twice(ask: Ask, scope: Scope) -> list[str]:
    """People reached who were judged to be somebody else who was reached as well."""
    own = _PERSON.c.id
    one = func.coalesce(same_person.c.canonical_id, own)
    judged = select(same_person.c.person_id).union(select(same_person.c.canonical_id))
    query = (
        select(own, one)
        .select_from(_PERSON.outerjoin(same_person, same_person.c.person_id == own))
        .where(own.in_(judged), _members(scope))
        .order_by(one, own)
    )
    found: list[str] = []
    before = ""
    for person_id, canonical in ask.rows(query):
        if canonical == before:
            found.append(person_id)
        before = canonical
    return found
