"""Whatever a file holds: what was taken from it once is known the second time."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.dates import PartialDate
from app.domain.importing.aid_row import AidRow, Given
from app.domain.importing.families import group_families
from app.domain.importing.known import Identity, KnownPeople
from app.domain.importing.list_row import Document, ListRow, PlaceWords, Where
from app.domain.importing.plan_aid import SHEET, AidPlanner, LinesOnFile, Setting
from app.domain.importing.plan_list import FamilyPlan, State, plan_families
from app.domain.national_id import Sex
from app.domain.quantity import Quantity

DAY = dt.date(2026, 10, 15)
NAMES = ["ام محمد", "سعيد احمد علي", "سعيد احمد علي حسن", "مني علي حسن محمد", "علي سعيد احمد"]


@st.composite
def populations(draw: st.DrawFn) -> list[ListRow]:
    """Some people, namesakes among them, as a careful clerk would list them."""
    people: list[ListRow] = []
    for number in range(draw(st.integers(1, 6))):
        national_id = f"28{number}0314{number}6{number}357{number}"
        document = draw(
            st.sampled_from(
                [
                    Document("national_id", national_id, verified=True),
                    Document("passport", f"A{number}", verified=True),
                    Document("national_id", national_id[:13]),
                    Document("none"),
                    Document(),
                ]
            )
        )
        birth = st.dates(dt.date(1940, 1, 1), dt.date(2020, 1, 1)).map(PartialDate)
        people.append(
            ListRow(
                where=Where("", 0),
                household_no=draw(st.sampled_from(["1", "2", "3"])),
                name=draw(st.sampled_from(NAMES)),
                relationship=draw(st.sampled_from(["head", "son", "wife"])),
                document=document,
                birth=draw(st.none() | birth),
                sex=draw(st.sampled_from([None, *Sex])),
                phone=draw(st.sampled_from(["", f"0101234567{number}"])),
                place=PlaceWords(village=draw(st.sampled_from(["", "أ", "ب"]))),
                members=draw(st.sampled_from([None, 2, 5])),
            )
        )
    return people


@st.composite
def listings(draw: st.DrawFn) -> list[ListRow]:
    """Rows of a population, with repeats, and with numbers, phones and births left out here and
    there."""
    people = draw(populations())
    rows: list[ListRow] = []
    for row in draw(st.lists(st.sampled_from(people), max_size=12)):
        left_out = draw(st.sets(st.sampled_from(["document", "phone", "birth", "sex"])))
        empty = {"document": Document(), "phone": "", "birth": None, "sex": None}
        rows.append(replace(row, **{name: empty[name] for name in left_out}))
    return rows


def identify(row: ListRow) -> Identity:
    return Identity(
        name=row.name,
        document=row.document,
        phones=frozenset({row.phone} - {""}),
        birth=row.birth,
        sex=row.sex,
        place=row.place.village,
        household_no=row.household_no,
        size=row.members,
    )


def numbered(rows: list[ListRow]) -> list[ListRow]:
    return [replace(row, where=Where("", number)) for number, row in enumerate(rows, 1)]


def as_on_file(plans: list[FamilyPlan]) -> list[Identity]:
    """What the store holds of a list afterwards."""
    heads: dict[str, ListRow] = {}
    people: list[Identity] = []
    for plan in plans:
        for row in plan.new:
            home = plan.household or plan.id
            head = heads.setdefault(home, row)
            people.append(
                replace(
                    identify(row),
                    phones=frozenset({row.phone, head.phone} - {""}),
                    place=head.place.village,
                    household_no=head.household_no or f"auto {home}",
                    size=head.members,
                    household=home,
                    person=f"p{len(people)}",
                )
            )
    return people


@given(listings(), st.booleans(), st.booleans())
def test_a_list(rows: list[ListRow], with_numbers: bool, with_relationships: bool) -> None:
    if not with_numbers:
        rows = [replace(row, household_no="") for row in rows]
    if not with_relationships:
        rows = [replace(row, relationship="") for row in rows]
    families = group_families(numbered(rows), numbered=with_numbers, related=with_relationships)
    first = list(plan_families(families, KnownPeople(), identify))
    assert sum(len(plan.outcomes) for plan in first) == len(rows)
    second = plan_families(families, KnownPeople(as_on_file(first)), identify)
    assert {outcome.state for plan in second for outcome in plan.outcomes} <= {State.KNOWN}


GIVEN = st.lists(
    st.builds(Given, st.sampled_from(["box", "meat"]), st.just(Quantity(1000))),
    min_size=1,
    max_size=2,
).map(tuple)


@st.composite
def sheets(draw: st.DrawFn) -> list[AidRow]:
    """Hand-overs to a population."""
    days = st.sampled_from([None, DAY, DAY + dt.timedelta(days=1)])
    return [
        AidRow(row, draw(GIVEN), draw(days), receipt_no=draw(st.sampled_from(["", "7"])))
        for row in numbered(draw(listings()))
    ]


def planner(people: list[Identity], on_file: LinesOnFile) -> AidPlanner:
    setting = Setting(
        convoy="c",
        day=DAY,
        villages=frozenset({"أ"}),
        convoy_named=lambda _: None,
        organisation_named=lambda _: None,
        identify=identify,
        mark=lambda where: f"x/{where.row}",
    )
    return AidPlanner(KnownPeople(people), on_file, setting)


@given(sheets(), populations())
def test_a_sheet(rows: list[AidRow], already: list[ListRow]) -> None:
    on_file = [
        replace(identify(row), household=f"h{number}", person=f"p{number}")
        for number, row in enumerate(already)
    ]
    first = planner(on_file, LinesOnFile())
    first.add(rows)
    states = Counter(outcome.state for outcome in first.plan.outcomes)
    assert states[State.TAKEN] == len(rows)
    recorded = LinesOnFile()
    for key, handed in first.plan.hand_overs.items():
        for one in handed:
            quantity = int(one.given.quantity)
            line = (key.household, one.given.item_id, quantity, key.day.isoformat())
            recorded.lines[line] += 1
            recorded.of_rows.setdefault(one.mark, []).append(line)
    assert recorded.lines.total() == sum(len(row.given) for row in rows)
    registered = [
        replace(
            identify(row),
            household_no=row.household_no or f"auto {home}",
            household=home,
            person=f"of {home}",
            source=SHEET,
        )
        for home, row in first.plan.new.items()
    ]
    second = planner([*on_file, *registered], recorded)
    second.add(rows)
    assert {outcome.state for outcome in second.plan.outcomes} <= {State.KNOWN}
    assert not second.plan.new
