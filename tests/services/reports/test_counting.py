"""Counting families once is the same however the counting is split up, and whoever was judged."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.db.store import Store
from app.db.tables import aid_line
from app.documents.figures import Row
from app.services.matching.verdicts import Verdict, judge_households
from app.services.reports import five_w, reached
from app.services.reports.make import make_figures
from app.services.reports.scope import Scope
from tests.documents.samples import ENGLISH
from tests.support.reported import reported_world


@pytest.fixture
def judged(tmp_path: Path) -> Iterator[Store]:
    """A demonstration that verdicts may be given in."""
    store = reported_world(tmp_path / "store", households=20, seed=3)
    yield store
    store.close()


def rows_of(store: Store, name: str, **scope: Any) -> list[list[Row]]:
    """The rows of every table of a report, and its sums."""
    tables = make_figures(store, name, Scope(**scope), ENGLISH).tables
    return [[*table.rows, table.totals or ()] for table in tables]


def families_reached(store: Store) -> int:
    """As the last row of reach says."""
    totals = make_figures(store, "reach", Scope(), ENGLISH).table("governorates").totals
    assert totals is not None
    return int(totals[1] or 0)


def test_families_judged_to_be_one_count_once_though_nobody_judged_their_people(
    judged: Store,
) -> None:
    given = select(aid_line.c.household_id).where(aid_line.c.voided == 0, aid_line.c.quantity > 0)
    with judged.read() as session:
        one, other, *_ = sorted(set(session.connection().scalars(given)))
    before = families_reached(judged)
    judge_households(judged, one, other, Verdict.SAME)
    assert families_reached(judged) == before - 1


@pytest.mark.parametrize("name", ["daily", "reach", "villages", "statement", "5w"])
def test_how_many_are_counted_at_once_changes_nothing(
    world: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    whole = rows_of(world, name)
    monkeypatch.setattr(reached, "_AT_ONCE", 3)
    assert rows_of(world, name) == whole


def test_ages_are_those_of_the_last_day_whichever_convoy_it_was_of(
    world: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = rows_of(world, "5w")
    monkeypatch.setattr(five_w, "_likely_last_day", lambda *_: "1990-01-01")
    assert rows_of(world, "5w") == right
