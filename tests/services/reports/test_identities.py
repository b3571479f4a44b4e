"""The figures of different reports agree with each other, and with what a dump holds.

Over convoy days that are drawn: families met again, hand-overs voided, overridden, promised, by
proxies; then once more after some families and people were judged to be one.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.db.store import Store
from app.db.tables import Convoy, Person, aid_line, table_of
from app.documents.figures import Figures, Table
from app.services.dump import dump
from app.services.matching.verdicts import Verdict, judge_households, judge_people
from app.services.reports.make import make_figures
from app.services.reports.scope import Scope
from tests.documents.samples import ENGLISH
from tests.support.reported import reported_world

SEEDS = (5, 11)


@dataclass(frozen=True)
class World:
    """A store, its convoys, and the lines of aid in its dump."""

    store: Store
    convoys: tuple[str, ...]
    lines: tuple[dict[str, str], ...]

    def figures(self, name: str, **scope: Any) -> Figures:
        """A report."""
        return make_figures(self.store, name, Scope(**scope), ENGLISH)

    def handed(self, **where: str) -> list[dict[str, str]]:
        """The dump's lines by which something came into somebody's hands."""
        return [
            line
            for line in self.lines
            if line["voided"] == "0"
            and Decimal(line["quantity"]) > 0
            and all(line[name] == value for name, value in where.items())
        ]


@pytest.fixture(scope="module", params=[(seed, judged) for seed in SEEDS for judged in (0, 1)])
def drawn(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    seed, judged = request.param
    folder = tmp_path_factory.mktemp(f"world-{seed}-{judged}")
    store = reported_world(folder / "store", households=45, seed=seed)
    if judged:
        _judge_some(store)
    dump(store, folder / "dump")
    yield World(store, _convoys(store), _lines(folder / "dump"))
    store.close()


def _judge_some(store: Store) -> None:
    """Two families reached are one, with their first members; and two people of a third."""
    with store.read() as session:
        query = select(aid_line.c.household_id).where(
            aid_line.c.voided == 0, aid_line.c.quantity > 0
        )
        one, other, third = sorted(set(session.connection().scalars(query)))[:3]
        person = table_of(Person)

        def members(home: str) -> list[str]:
            query = select(person.c.id).where(person.c.household_id == home, person.c.active)
            return sorted(session.connection().scalars(query))

        pairs = [(members(one)[0], members(other)[0])]
        if len(members(third)) > 1:
            pairs.append((members(third)[0], members(third)[1]))
    judge_households(store, one, other, Verdict.SAME)
    judge_people(store, pairs, Verdict.SAME)


def _convoys(store: Store) -> tuple[str, ...]:
    with store.read() as session:
        return tuple(session.connection().scalars(select(table_of(Convoy).c.id)))


def _lines(folder: Path) -> tuple[dict[str, str], ...]:
    with (folder / "aid_records.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def total(table: Table, key: str) -> int:
    """The sum of a column over the rows."""
    return sum(value for value in table.column(key) if isinstance(value, int))


def by_item(table: Table, key: str) -> dict[str, int]:
    """The sums of a column by item, without those that are nothing."""
    sums: Counter[str] = Counter()
    for item, value in zip(table.column("item"), table.column(key), strict=True):
        sums[str(item)] += int(value or 0)
    return {item: value for item, value in sums.items() if value}


def last(table: Table, key: str) -> int:
    """A cell of the totals."""
    assert table.totals is not None
    value = table.totals[table.kind.at(key)]
    assert isinstance(value, int)
    return value


def test_what_was_handed_over_is_the_same_everywhere(drawn: World) -> None:
    for convoy in drawn.convoys:
        daily = drawn.figures("daily", convoy_id=convoy)
        given = by_item(daily.table("items"), "quantity")
        dumped = sum(Decimal(line["quantity"]) for line in drawn.handed(convoy_id=convoy))
        assert sum(given.values()) == dumped * 1000
        stock = drawn.figures("stock", convoy_id=convoy)
        statement = drawn.figures("statement", convoy_id=convoy)
        five_w = drawn.figures("5w", convoy_id=convoy)
        assert by_item(daily.table("accounts"), "given") == given
        assert by_item(daily.table("rations"), "actual") == given
        assert by_item(stock.table("accounts"), "given") == given
        assert by_item(statement.table("items"), "quantity") == given
        assert by_item(statement.table("stock"), "given") == given
        assert by_item(five_w.table("rows"), "quantity") == given
        handed = [row for row in stock.table("card").rows if row[2] == "Handed over"]
        assert sum(int(row[5] or 0) for row in handed) == sum(given.values())


def test_hand_overs_are_counted_once_everywhere(drawn: World) -> None:
    for convoy in drawn.convoys:
        scope = {"convoy_id": convoy}
        count = len({line["aid_record_id"] for line in drawn.handed(**scope)})
        daily = drawn.figures("daily", **scope)
        assert daily.table("summary").column("hand_overs") == [count]
        assert total(daily.table("hours"), "hand_overs") == count
        assert total(daily.table("villages"), "hand_overs") == count
        reach = drawn.figures("reach", **scope)
        for table in reach.tables:
            assert last(table, "hand_overs") == count
        for name in ("governorates", "districts", "villages", "organisations", "months"):
            assert total(reach.table(name), "hand_overs") == count
        statement = drawn.figures("statement", **scope)
        assert last(statement.table("summary"), "hand_overs") == count
        assert total(statement.table("places"), "hand_overs") == count


def test_families_and_people_are_unique(drawn: World) -> None:
    """Never more than hand-overs, never more than their rows come to, the same in all reports."""
    daily = [drawn.figures("daily", convoy_id=convoy) for convoy in drawn.convoys]
    for convoy, figures in zip(drawn.convoys, daily, strict=True):
        families, people = (
            figures.table("summary").column(key)[0] for key in ("families", "people")
        )
        reach = drawn.figures("reach", convoy_id=convoy)
        statement = drawn.figures("statement", convoy_id=convoy)
        for table in (*reach.tables, statement.table("summary")):
            assert (last(table, "families"), last(table, "people")) == (families, people)
            assert total(table, "families") >= families
            assert total(table, "people") >= people
            for row_families, hand_overs in zip(
                table.column("families"), table.column("hand_overs"), strict=True
            ):
                assert int(row_families or 0) <= int(hand_overs or 0)
        assert last(figures.table("people"), "people") == people
        assert total(figures.table("people"), "people") == people
    whole = last(drawn.figures("reach").table("months"), "families")
    assert whole <= sum(int(one.table("summary").column("families")[0] or 0) for one in daily)


def test_families_of_a_dump_are_those_of_reach_but_for_verdicts(drawn: World) -> None:
    named = len({line["household_id"] for line in drawn.handed()})
    with drawn.store.read() as session:
        from app.db.tables import same_household

        judged = session.connection().execute(select(same_household)).all()
    fewer = len(judged) - len({row.canonical_id for row in judged})
    assert last(drawn.figures("reach").table("villages"), "families") == named - fewer


def test_voided_hand_overs_are_counted_nowhere_else(drawn: World) -> None:
    records = {line["aid_record_id"]: line for line in drawn.lines}
    voided = {one for one, line in records.items() if line["voided"] == "1"}
    handed = {line["aid_record_id"] for line in drawn.handed()}
    promised = set(records) - voided - handed
    assert not voided & handed
    desks = drawn.figures("double-aid").table("desks")
    assert total(desks, "voided") == len(voided)
    assert total(desks, "hand_overs") == len(handed) + len(voided) + len(promised)
    signed, voids = 0, 0
    for convoy in drawn.convoys:
        daily = drawn.figures("daily", convoy_id=convoy)
        voids += total(daily.table("voids"), "hand_overs")
        assert daily.table("summary").column("voided") == [
            total(daily.table("voids"), "hand_overs")
        ]
        states = drawn.figures("signed-list", convoy_id=convoy).table("rows").column("state")
        signed += sum(1 for state in states if state)
    assert voids == signed == len(voided)


def test_differences_of_rations_are_explained_to_the_last_thousandth(drawn: World) -> None:
    for convoy in drawn.convoys:
        daily = drawn.figures("daily", convoy_id=convoy)
        assert by_item(daily.table("rations"), "difference") == by_item(
            daily.table("why"), "difference"
        )
        over = [line for line in drawn.handed(convoy_id=convoy) if line["reason"]]
        assert total(daily.table("overrides"), "lines") == len(over)


def test_days_add_up_to_the_convoy(drawn: World) -> None:
    for convoy in drawn.convoys:
        days = sorted({line["day"] for line in drawn.handed(convoy_id=convoy)})
        parts = [drawn.figures("daily", convoy_id=convoy, first=day, last=day) for day in days]
        whole = drawn.figures("daily", convoy_id=convoy)
        for key in ("hand_overs", "voided"):
            sums = [part.table("summary").column(key)[0] for part in parts]
            assert sum(int(one or 0) for one in sums) == whole.table("summary").column(key)[0]


def test_organisations_add_up_to_the_whole(drawn: World) -> None:
    whole = drawn.figures("statement")
    givers = {line["organisation_id"] for line in drawn.handed()}
    parts = [drawn.figures("statement", organisation_id=giver) for giver in sorted(givers)]
    for key in ("hand_overs", "value"):
        sums = sum(total(part.table("summary"), key) for part in parts)
        assert sums == total(whole.table("summary"), key)
    given: Counter[str] = Counter()
    for part in parts:
        given.update(by_item(part.table("items"), "quantity"))
    assert dict(given) == by_item(whole.table("items"), "quantity")


def test_villages_served_are_those_of_reach(drawn: World) -> None:
    villages = drawn.figures("villages")
    reach = drawn.figures("reach").table("villages")
    rows = villages.table("villages")
    served = {row[0]: row[7] for row in rows.rows if row[7]}
    assert served == dict(zip(reach.column("village"), reach.column("families"), strict=True))
    assert total(villages.table("summary"), "villages") == len(rows.rows)
    states = Counter(row[3] for row in rows.rows)
    assert states["not served"] == sum(1 for row in rows.rows if not row[4])
