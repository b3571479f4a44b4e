"""The coordinator's list: laptops and slips ticked off as their files arrive."""

from pathlib import Path

import pytest

from app.db.store import Store
from app.db.tables import Desk
from app.domain.quantity import Quantity
from app.errors import RecordNotFound
from app.services.desks.closing import DeskCount, close_desk
from app.services.desks.desk_file import write_desk_file
from app.services.desks.returns import Back, LaptopReturn, returns
from app.services.exchange.update import update_laptop
from tests.support.convoys import BOX
from tests.support.laptops import Fleet, give_box, merged, register
from tests.support.raw import tampered


def of(fleet: Fleet, name: str) -> LaptopReturn:
    found = returns(fleet.coordinator, fleet.convoy.today.convoy_id)
    return next(one for one in found if one.laptop == name)


def close(laptop: Store, boxes: int) -> None:
    counted = {BOX: Quantity(boxes * 1000)}
    close_desk(laptop, DeskCount(counted, "هدى", "أحمد", {BOX: "not_recorded"}))


@pytest.fixture
def laptop(fleet: Fleet) -> Store:
    made = fleet.laptop("لابتوب ٢")
    give_box(made, fleet.convoy.household_id)
    return made


def test_a_laptop_that_sent_nothing_is_named(fleet: Fleet, laptop: Store) -> None:
    one = of(fleet, "لابتوب ٢")
    assert (one.back, one.heard_at, one.days, one.digest) == (Back.NOTHING, None, (), "")
    backs = {found.back for found in returns(fleet.coordinator, fleet.convoy.today.convoy_id)}
    assert backs == {Back.NOTHING, Back.OWN}
    with pytest.raises(RecordNotFound):
        returns(fleet.coordinator, "nothing")


def test_an_export_without_a_closing_is_only_a_part(fleet: Fleet, laptop: Store) -> None:
    merged(fleet.coordinator, fleet.export(laptop))
    one = of(fleet, "لابتوب ٢")
    assert one.back is Back.PARTLY
    assert [(day.told, day.here, day.is_whole) for day in one.days] == [(None, 1, False)]
    assert one.heard_at is not None


def test_a_closed_desks_file_ticks_it_off(fleet: Fleet, laptop: Store, stick: Path) -> None:
    close(laptop, 5)
    file = write_desk_file(laptop, stick)
    merged(fleet.coordinator, file.path)
    one = of(fleet, "لابتوب ٢")
    assert (one.back, one.missing) == (Back.WHOLE, ())
    assert (one.digest, one.file) == (file.digest, file.path.name)
    (day,) = one.days
    assert (day.told, day.here, day.differences) == (1, 1, 1)
    assert (day.closed_by, day.witness) == ("هدى", "أحمد")


def test_work_after_the_closing_asks_for_another(fleet: Fleet, laptop: Store, stick: Path) -> None:
    close(laptop, 5)
    merged(fleet.coordinator, write_desk_file(laptop, stick).path)
    give_box(laptop, register(laptop, "هدى سعيد"))
    merged(fleet.coordinator, fleet.export(laptop))
    assert of(fleet, "لابتوب ٢").back is Back.PARTLY
    close(laptop, 4)
    merged(fleet.coordinator, write_desk_file(laptop, stick).path)
    assert of(fleet, "لابتوب ٢").back is Back.WHOLE


def test_missing_changes_are_named(fleet: Fleet, laptop: Store) -> None:
    merged(fleet.coordinator, fleet.export(laptop))
    merged(laptop, update_laptop(fleet.coordinator, fleet.path(), "لابتوب ٢").path)
    give_box(laptop, fleet.convoy.household_id)
    merged(fleet.coordinator, fleet.export(laptop))
    tampered(
        fleet.coordinator, "DELETE FROM journal WHERE device_id = ? AND seq = 1", laptop.device_id
    )
    one = of(fleet, "لابتوب ٢")
    assert (one.back, one.missing) == (Back.PARTLY, ((1, 1),))


def test_a_desk_without_a_laptop_is_told_apart(fleet: Fleet) -> None:
    with fleet.coordinator.write() as session:
        session.add(Desk(id="empty", convoy_id=fleet.convoy.today.convoy_id, name="9"))
    found = returns(fleet.coordinator, fleet.convoy.today.convoy_id)
    assert {one.desk: one.back for one in found} == {"1": Back.OWN, "9": Back.NO_LAPTOP}
