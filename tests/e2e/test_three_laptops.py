"""A convoy on three laptops through their windows: what they did is merged, decided, and sent back,
and every store tells the same."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import col, select

from app.bootstrap import DEMO_PASSPHRASE, open_store
from app.db.store import Store
from app.db.tables import AidRecord, Household, Release
from app.services.day import today
from app.services.doctor import examine
from app.services.exchange.totals import conservation
from app.services.review.counts import open_counts
from app.services.review.double_aid import Finding, double_aid_cases
from app.services.review.merges import merges
from app.services.stock import stock_of
from tests.e2e.playing import play
from tests.support.raw import changes
from tools.field_day import PASSPHRASE
from tools.three_laptops import STORY


@dataclass(frozen=True)
class Played:
    """What the day left: its folder, who was who (household ids), and the four open stores."""

    out: Path
    story: dict[str, str]
    coordinator: Store
    laptops: tuple[Store, ...]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The day is played once, in a process of its own."""
    out = tmp_path_factory.mktemp("three-laptops") / "out"
    play("three_laptops", out)
    coordinator = open_store(out / "coordinator", DEMO_PASSPHRASE)
    laptops = tuple(open_store(out / f"laptop-{at}", PASSPHRASE) for at in range(3))
    story = json.loads((out / STORY).read_text(encoding="utf-8"))
    yield Played(out, story, coordinator, laptops)
    for store in (coordinator, *laptops):
        store.close()


def aid(store: Store, household_id: str) -> list[AidRecord]:
    with store.read() as session:
        query = select(AidRecord).where(AidRecord.household_id == household_id)
        return list(session.exec(query.order_by(col(AidRecord.id))))


def phone(store: Store, household_id: str) -> str:
    with store.read() as session:
        household = session.get(Household, household_id)
        assert household is not None
        return household.phone


def test_the_note_kept_a_family_from_being_served_twice(played: Played) -> None:
    (record,) = aid(played.coordinator, played.story["noted"])
    assert record.device_id == played.laptops[0].device_id


def test_without_a_note_both_hand_overs_stand_and_somebody_said_what_it_was(
    played: Played,
) -> None:
    records = aid(played.coordinator, played.story["twice"])
    first, _, third = played.laptops
    assert {one.device_id for one in records} == {first.device_id, third.device_id}
    assert not any(one.voided for one in records)
    (case,) = double_aid_cases(played.coordinator, decided=True).cases
    assert case.decision is not None
    assert (case.decision.finding, bool(case.decision.note)) == (Finding.MISTAKE, True)


def test_a_clock_that_says_2035_wins_nothing(played: Played) -> None:
    _, second, third = played.laptops
    written = [one for one in changes(third) if one.device_id == third.device_id]
    assert datetime.fromtimestamp(written[-1].recorded_at / 1000, UTC).year >= 2034
    household = played.story["phone"]
    assert phone(third, household) == "01198765432"
    for store in (played.coordinator, played.laptops[0], second):
        assert phone(store, household) == "01012345678"


def test_what_was_written_after_the_end_counts_once_it_was_released(played: Played) -> None:
    (record,) = aid(played.coordinator, played.story["late"])
    assert record.device_id == played.laptops[2].device_id
    with played.coordinator.read() as session:
        assert session.exec(select(Release)).all()
    for laptop in played.laptops[:2]:
        assert [one.id for one in aid(laptop, played.story["late"])] == [record.id]


def test_totals_are_right_everywhere_and_nothing_waits(played: Played) -> None:
    store = played.coordinator
    assert open_counts(store).total == 0
    assert examine(store).findings == ()
    with store.read() as session:
        kept = conservation(session.connection())
    assert kept.holds
    assert (kept.held, kept.quarantined, kept.voided) == (0, 0, 0)
    for laptop in played.laptops[:2]:
        assert open_counts(laptop).total == 0
        assert examine(laptop).findings == ()
        with laptop.read() as session:
            assert conservation(session.connection()).active == kept.active
    chosen = today(store)
    assert chosen is not None
    with store.read() as session:
        here = select(AidRecord).where(AidRecord.convoy_id == chosen.convoy_id)
        lines = [line for one in session.exec(here) for line in one.lines]
    given = sum(one.convoy.given for one in stock_of(store, chosen.convoy_id))
    assert given == sum(line["quantity"] for line in lines)


def test_the_ended_laptop_got_no_update(played: Played) -> None:
    names = [path.name for path in (played.out / "stick" / "updates").iterdir()]
    assert len(names) == 2
    assert not any("لابتوب 4" in name for name in names)


def test_every_merge_is_on_record_and_the_pictures_are_there(played: Played) -> None:
    done = merges(played.coordinator)
    assert [len(one.files) for one in done] == [3, 1]
    pictures = sorted((played.out / "screenshots").glob("*.png"))
    assert len(pictures) >= 20
    assert all(picture.stat().st_size > 10_000 for picture in pictures)
    assert len(list((played.out / "receipts").rglob("*.pdf"))) == 5
