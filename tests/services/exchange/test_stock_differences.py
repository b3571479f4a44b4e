"""What a merge says of desks whose count and book disagree."""

from app.db.store import Store
from app.domain.permissions import Role
from app.domain.quantity import ONE, Quantity
from app.domain.stock import MovementKind
from app.services.day import today
from app.services.desks.closing import DeskCount, close_desk
from app.services.exchange.merge import merge_files
from app.services.stock import NewMovement, record_movement
from tests.support.convoys import BOX
from tests.support.laptops import Fleet, give_box, register


def load(laptop: Store, boxes: int) -> None:
    """Boxes for the laptop's desk."""
    now = today(laptop)
    assert now is not None
    command = NewMovement(
        now.convoy_id,
        BOX,
        MovementKind.LOADED,
        Quantity(boxes * ONE),
        now.day,
        now.desk_id,
    )
    record_movement(laptop, command)


def count(laptop: Store, boxes: int) -> None:
    """The desk is closed with so many boxes on it."""
    counted = {BOX: Quantity(boxes * ONE)}
    close_desk(laptop, DeskCount(counted, "هدى سعيد", "أحمد علي", {BOX: "miscounted"}))


def found(fleet: Fleet, laptop: Store) -> int:
    """What a preview tells; the merge then tells the same."""
    file = fleet.export(laptop)
    told = merge_files(fleet.coordinator, [file], preview=True).totals.stock_differences
    assert merge_files(fleet.coordinator, [file]).totals.stock_differences == told
    return told


def test_more_handed_over_than_the_book_had_is_told_until_it_is_explained(fleet: Fleet) -> None:
    laptop = fleet.laptop("أ", Role.SUPERVISOR)
    give_box(laptop, register(laptop, "سعاد حسن"))
    assert found(fleet, laptop) == 1
    load(laptop, 5)
    assert found(fleet, laptop) == 0


def test_a_count_that_differs_from_the_book_is_told(fleet: Fleet) -> None:
    laptop = fleet.laptop("أ", Role.SUPERVISOR)
    load(laptop, 5)
    give_box(laptop, register(laptop, "سعاد حسن"))
    count(laptop, 3)
    assert found(fleet, laptop) == 1
    count(laptop, 4)
    assert found(fleet, laptop) == 0


def test_a_merge_that_touches_no_convoy_tells_nothing_of_old_differences(fleet: Fleet) -> None:
    laptop = fleet.laptop("أ", Role.SUPERVISOR)
    give_box(laptop, register(laptop, "سعاد حسن"))
    assert found(fleet, laptop) == 1
    register(laptop, "نادية علي")
    assert found(fleet, laptop) == 0
