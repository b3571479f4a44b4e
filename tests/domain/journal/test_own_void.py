"""A void of one's own of the day, told from the changes that it builds on and from no others."""

from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.own_void import is_own_void

DAY = "2025-11-22"


def written(
    values: dict, *, base: tuple[bytes, ...] = (), actor: str = "mona", device: str = "a"
) -> Change:
    return write_change(
        Writer(device * 32, actor, GENESIS),
        seq=1,
        prev_hash=GENESIS,
        record_type="aid_record",
        record_id="r1",
        base=base,
        values=values,
        salt=bytes(16),
        recorded_at=0,
    )


def void(made: Change, day: str = DAY, **by: str) -> Change:
    return written({"void": [True, "mistake", 5, "mona", day]}, base=(made.hash,), **by)


MADE = written({"day": DAY})


def test_the_same_person_laptop_and_day() -> None:
    assert is_own_void(void(MADE), [MADE])
    assert not is_own_void(void(MADE, actor="hoda"), [MADE])
    assert not is_own_void(void(MADE, device="b"), [MADE])
    assert not is_own_void(void(MADE, day="2025-11-23"), [MADE])


def test_parts_that_a_later_app_adds_change_nothing() -> None:
    parts = [True, "mistake", 5, "mona", DAY, "a later part"]
    assert is_own_void(written({"void": parts}, base=(MADE.hash,)), [MADE])


def test_what_has_no_day_or_no_beginning_here_is_not_ones_own() -> None:
    assert not is_own_void(written({"void": [True, "mistake"]}, base=(MADE.hash,)), [MADE])
    assert not is_own_void(written({"void": "yes"}, base=(MADE.hash,)), [MADE])
    assert not is_own_void(void(MADE), [])
    assert not is_own_void(written({"void": [True, "", 5, "mona", DAY]}), [])


def test_what_others_add_under_the_same_id_takes_nothing_away() -> None:
    """Whoever reuses the id of a record must not turn an honest void into one that waits."""
    for number in range(20):
        forged = written({"day": DAY, "notes": str(number)}, actor="omar", device="b")
        assert is_own_void(void(MADE), [MADE, forged])


def test_every_beginning_that_a_void_has_seen_must_be_ones_own() -> None:
    other = written({"day": DAY}, actor="omar", device="b")
    both = written(
        {"void": [True, "mistake", 5, "mona", DAY]}, base=tuple(sorted((MADE.hash, other.hash)))
    )
    assert not is_own_void(both, [MADE, other])
