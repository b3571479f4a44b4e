"""Slips typed in later: each once, with the real time, judged by the rules of their day."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from app.db.store import Store
from app.db.tables import AidRecord, Convoy
from app.domain.entitlement import State
from app.domain.quantity import ONE
from app.domain.slip_code import SlipCode, printed_number, write_slip
from app.domain.void_reason import VoidReason
from app.errors import (
    ConvoyClosed,
    DayMissing,
    NothingToHandOver,
    ReasonMissing,
    SlipNumberMistyped,
    SlipOfAnotherConvoy,
    SlipOnFile,
)
from app.services.hand_over import GivenLine
from app.services.household_card import paper_card
from app.services.paper.entry import (
    PaperHandOver,
    count_typed_twice,
    paper_day,
    record_paper,
    slip_typed,
    typed_twice,
)
from app.services.paper.slips import number_slips, slip_count
from app.services.void import void_hand_over
from tests.support.convoys import BLANKET, BLANKET_RULE, BOX, BOX_RULE, small_convoy
from tests.support.laptops import Fleet, merged, register

DAY = date(2025, 11, 22)
BOX_LINE = GivenLine(BOX, ONE, BOX_RULE)


@pytest.fixture
def fleet(store: Store, tmp_path: Path) -> Iterator[Fleet]:
    made = Fleet(tmp_path, store, small_convoy(store))
    yield made
    for laptop in made.laptops:
        laptop.close()


@pytest.fixture
def command(fleet: Fleet) -> Callable[..., PaperHandOver]:
    def made(**changed: object) -> PaperHandOver:
        convoy = fleet.convoy
        given = {
            "convoy_id": convoy.today.convoy_id,
            "slip_no": 42,
            "household_id": convoy.household_id,
            "lines": (BOX_LINE,),
            "day": DAY,
            "time": time(9, 30),
            "person_id": convoy.person_ids[1],
        }
        return PaperHandOver(**{**given, **changed})  # type: ignore[arg-type]

    return made


Command = Callable[..., PaperHandOver]


def record_of(store: Store, record_id: str) -> AidRecord:
    with store.read() as session:
        found = session.get(AidRecord, record_id)
        assert found is not None
        session.expunge(found)
        return found


def test_a_slip_becomes_a_hand_over_of_its_own_time(fleet: Fleet, command: Command) -> None:
    here = fleet.coordinator
    record = record_of(here, record_paper(here, command()))
    assert (record.source, record.paper_no, record.receipt_no) == ("paper", printed_number(42), 0)
    assert (record.day, record.person_id) == ("2025-11-22", fleet.convoy.person_ids[1])
    assert record.handed_at == int(datetime(2025, 11, 22, 9, 30).timestamp()) * 1000  # noqa: DTZ001
    assert record.desk_id == fleet.convoy.today.desk_id
    assert record.lines[0]["rule"] == BOX_RULE
    assert record.lines[0]["answer"].startswith("may_receive")


def test_a_slip_is_found_by_its_code_or_its_number(fleet: Fleet, command: Command) -> None:
    here, convoy = fleet.coordinator, fleet.convoy.today.convoy_id
    by_code = slip_typed(here, write_slip(SlipCode(convoy, 42)), "another")
    by_number = slip_typed(here, printed_number(42), convoy)
    assert by_code == by_number
    assert (by_code.slip_no, by_code.on_file, by_code.day.convoy_id) == (42, (), convoy)
    record_paper(here, command())
    (there,) = slip_typed(here, printed_number(42), convoy).on_file
    assert (there.head, there.number) == ("سعيد أحمد عبدالحميد", printed_number(42))
    with pytest.raises(SlipNumberMistyped):
        slip_typed(here, "0042-8", convoy)
    foreign = write_slip(SlipCode("00000000-0000-7000-8000-000000000000", 1))
    with pytest.raises(SlipOfAnotherConvoy):
        slip_typed(here, foreign, convoy)


def test_the_same_slip_is_not_taken_twice_while_it_stands(fleet: Fleet, command: Command) -> None:
    here = fleet.coordinator
    first = record_paper(here, command())
    with pytest.raises(SlipOnFile):
        record_paper(here, command(household_id=register(here, "أسرة أخرى")))
    void_hand_over(here, first, VoidReason.WRONG_HOUSEHOLD)
    second = record_paper(here, command(household_id=register(here, "أسرة صحيحة")))
    assert second != first
    assert count_typed_twice(here) == 0


def test_going_against_an_answer_asks_why(fleet: Fleet, command: Command) -> None:
    here = fleet.coordinator
    record_paper(here, command())
    with pytest.raises(ReasonMissing):
        record_paper(here, command(slip_no=43))
    line = GivenLine(BOX, ONE, BOX_RULE, reason="supervisor_decided")
    record = record_of(here, record_paper(here, command(slip_no=43, lines=(line,))))
    assert record.lines[0]["reason"] == "supervisor_decided"
    assert record.lines[0]["answer"].startswith("already_received")


def test_stock_does_not_hold_up_what_was_given(fleet: Fleet, command: Command) -> None:
    line = GivenLine(BLANKET, ONE * 2, BLANKET_RULE)
    laptop = fleet.laptop("لابتوب 2")  # whose desk has nothing
    record = record_of(
        laptop,
        record_paper(
            laptop,
            command(lines=(line,), household_id=register(laptop, "سعاد علي"), person_id=None),
        ),
    )
    assert record.lines[0]["quantity"] == 2000


def test_what_cannot_be_saved_says_why(fleet: Fleet, command: Command) -> None:
    here = fleet.coordinator
    with pytest.raises(NothingToHandOver):
        record_paper(here, command(lines=()))
    with pytest.raises(DayMissing):
        record_paper(here, command(day=date(2095, 1, 1)))
    with here.write() as session:
        convoy = session.get(Convoy, fleet.convoy.today.convoy_id)
        assert convoy is not None
        convoy.closed_at = 1
    with pytest.raises(ConvoyClosed):
        record_paper(here, command())


def test_the_card_answers_by_the_day_on_the_paper(fleet: Fleet, command: Command) -> None:
    here = fleet.coordinator
    day = paper_day(here, fleet.convoy.today.convoy_id, DAY)
    card = paper_card(here, fleet.convoy.household_id, day)
    assert {item.answer.state for item in card.items} == {State.MAY_RECEIVE}
    record_paper(here, command())
    card = paper_card(here, fleet.convoy.household_id, day)
    assert [item.answer.state for item in card.items if item.item.id == BOX] == [
        State.ALREADY_RECEIVED
    ]


def test_two_laptops_that_typed_the_same_slip_show_as_a_case(
    fleet: Fleet, command: Command
) -> None:
    here = fleet.coordinator
    laptop = fleet.laptop("لابتوب 2")
    record_paper(here, command())
    there = record_paper(
        laptop, command(household_id=register(laptop, "سعيد أحمد عبدالحميد"), person_id=None)
    )
    merged(here, fleet.export(laptop))
    ((one, other),) = typed_twice(here)
    assert {one.by.laptop, other.by.laptop} >= {"لابتوب 2"}
    assert {one.number, other.number} == {printed_number(42)}
    assert one.items == other.items
    void_hand_over(here, there, VoidReason.RECORDED_TWICE)
    assert count_typed_twice(here) == 0


def test_what_came_in_is_counted(fleet: Fleet, command: Command) -> None:
    here, convoy = fleet.coordinator, fleet.convoy.today.convoy_id
    number_slips(here, convoy, 2)
    record_paper(here, command(slip_no=3))
    count = slip_count(here, convoy)
    assert (count.printed, count.entered) == (8, 1)
    assert printed_number(3) not in count.missing
    assert len(count.missing) == 7
