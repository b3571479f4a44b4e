"""The fold gives the same record whatever the order, the repetition and the clocks."""

import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.domain.journal import fold as module
from app.domain.journal.change import GENESIS, Change, Writer, write_change
from app.domain.journal.fold import FoldedRecord, fold, versions
from app.domain.journal.preferences import preference_of
from tests.domain.journal.histories import Laptop, histories

A, B = "a" * 32, "b" * 32


def two_laptops() -> tuple[Laptop, Laptop]:
    """Two laptops that both know the record's first change."""
    first = Laptop(A, {})
    first.edit("phone", "1", 0)
    return first, Laptop(B, dict(first.seen))


def together(*laptops: Laptop) -> list[Change]:
    return [change for laptop in laptops for change in laptop.seen.values()]


@given(histories(), st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_order_and_repetition_folds_to_the_same_record(history, chance) -> None:
    changes, skipped = history
    expected = fold(changes, skipped)
    shuffled = changes + chance.sample(changes, len(changes) // 2)
    chance.shuffle(shuffled)
    assert fold(shuffled, skipped) == expected


@given(histories())
def test_fields_with_one_standing_value_do_not_conflict(history) -> None:
    changes, skipped = history
    result = fold(changes, skipped)
    for name, candidates in result.conflicts.items():
        assert len({repr(item.value) for item in candidates}) > 1
        assert repr(result.fields[name]) in {repr(item.value) for item in candidates}


@given(histories())
def test_a_change_on_all_heads_settles_every_conflict(history) -> None:
    changes, skipped = history
    before = fold(changes, skipped)
    settling = Laptop("f" * 32, {change.hash: change for change in changes})
    for name in before.conflicts:
        settling.edit(name, "settled", 0)
    after = fold(settling.seen.values(), skipped)
    assert not after.conflicts
    assert all(after.fields[name] == "settled" for name in before.conflicts)


@given(histories(), st.integers(0, 13))
def test_what_builds_on_an_absent_change_is_held_and_sets_nothing(history, which) -> None:
    changes, _ = history
    if not changes:
        return
    absent = changes[which % len(changes)].hash
    rest = [change for change in changes if change.hash != absent]
    result = fold(rest)
    descendants = {absent}
    grew = True
    while grew:
        found = {c.hash for c in rest if descendants & set(c.base)} - descendants
        descendants |= found
        grew = bool(found)
    assert set(result.held) == descendants - {absent}
    assert result.fields == fold([c for c in rest if c.hash not in descendants]).fields


def test_different_fields_changed_in_parallel_merge_silently() -> None:
    first, second = two_laptops()
    first.edit("address", "x", 5)
    second.edit("notes", "y", 1)
    result = fold(together(first, second))
    assert result.fields == {"phone": "1", "address": "x", "notes": "y"}
    assert not result.conflicts


def test_the_same_field_changed_in_parallel_conflicts_until_settled() -> None:
    first, second = two_laptops()
    first.edit("phone", "2", 0)
    second.edit("phone", "3", 0)
    result = fold(together(first, second))
    assert [item.value for item in result.conflicts["phone"]] == ["2", "3"]
    first.seen.update(second.seen)
    first.edit("phone", "2", 0)
    assert not fold(together(first)).conflicts


def test_a_clock_in_2035_wins_nothing() -> None:
    first, second = two_laptops()
    first.edit("phone", "future", 2_051_222_400_000)
    second.edit("address", "x", 0)
    second.edit("phone", "later in the chain", 0)
    assert fold(together(first, second)).fields["phone"] == "later in the chain"


def test_a_skipped_change_counts_for_those_built_on_it_and_sets_nothing() -> None:
    first, second = two_laptops()
    first.edit("phone", "skipped", 0)
    wrong = first.head
    first.edit("address", "built on it", 0)
    result = fold(together(first, second), {wrong})
    assert result.fields == {"phone": "1", "address": "built on it"}
    assert not result.held


def test_a_withdrawal_of_consent_wins_over_a_later_consent_in_parallel() -> None:
    first, second = two_laptops()
    first.edit("consent", ["withdrawn", "x"], 0)
    second.edit("notes", "", 0)
    second.edit("consent", ["given", "y"], 0)
    result = fold(together(first, second), prefers=preference_of("household"))
    assert result.fields["consent"] == ["withdrawn", "x"]
    assert "consent" in result.conflicts


def test_true_and_one_are_different_values() -> None:
    first, second = two_laptops()
    first.edit("notes", True, 0)
    second.edit("notes", 1, 0)
    assert "notes" in fold(together(first, second)).conflicts


def test_a_restored_backup_forks_the_chain_and_both_changes_fold() -> None:
    first, _ = two_laptops()
    backup = Laptop(A, dict(first.seen), first.seq, first.head)
    first.edit("address", "before the loss", 0)
    backup.edit("notes", "after the restore", 0)
    assert fold(together(first, backup)).fields == {
        "phone": "1",
        "address": "before the loss",
        "notes": "after the restore",
    }


# Deliberately broken folds: the property above must catch each of them.


def _by_clock(changes, skipped=frozenset(), prefers=None) -> FoldedRecord:
    fields = {}
    for change in sorted(changes, key=lambda change: change.recorded_at):
        fields.update(change.values)
    return FoldedRecord(True, fields, {}, (), 0, ())


def _by_arrival(changes, skipped=frozenset(), prefers=None) -> FoldedRecord:
    fields = {}
    for change in changes:
        if change.hash not in skipped:
            fields.update(change.values)
    return FoldedRecord(True, fields, {}, (), 0, ())


def _ties_by_arrival(changes, skipped=frozenset(), prefers=None) -> FoldedRecord:
    known = versions(changes)
    fields = {}
    for change in sorted(
        (change for change in changes if change.hash in known), key=lambda c: known[c.hash]
    ):
        if change.hash not in skipped:
            fields.update(change.values)
    return FoldedRecord(True, fields, {}, (), 0, ())


def _ignoring_holds(changes, skipped=frozenset(), prefers=None) -> FoldedRecord:
    seen: set[bytes] = set()
    fields = {}
    for change in changes:
        if set(change.base) <= seen and change.hash not in skipped:
            fields.update(change.values)
        seen.add(change.hash)
    return FoldedRecord(True, fields, {}, (), 0, ())


MANY = settings(max_examples=200, database=None, phases=[Phase.generate])


@pytest.mark.parametrize("broken", [_by_arrival, _ties_by_arrival, _ignoring_holds])
def test_a_fold_that_minds_the_order_fails_the_property(
    broken: Callable[..., FoldedRecord],
) -> None:
    check = given(histories(), st.randoms(use_true_random=False))(
        _assert_order_does_not_matter(broken)
    )
    with pytest.raises(AssertionError):
        MANY(check)()


def test_a_fold_by_clock_fails_the_property() -> None:
    with pytest.raises(AssertionError):
        MANY(given(histories())(_assert_the_last_writer_wins(_by_clock)))()


def _assert_the_last_writer_wins(folding):
    """Who has seen everything and writes, wins, whatever the clocks say."""

    def check(history) -> None:
        changes, _ = history
        last = Laptop("f" * 32, {change.hash: change for change in changes})
        last.edit("phone", "last", 0)
        assert folding(list(last.seen.values())).fields["phone"] == "last"

    return check


def _assert_order_does_not_matter(folding):
    def check(history, chance) -> None:
        changes, skipped = history
        shuffled = list(changes)
        chance.shuffle(shuffled)
        assert folding(shuffled, skipped).fields == folding(changes, skipped).fields

    return check


def test_the_real_fold_passes_where_the_broken_ones_fail() -> None:
    MANY(
        given(histories(), st.randoms(use_true_random=False))(
            _assert_order_does_not_matter(module.fold)
        )
    )()
    MANY(given(histories())(_assert_the_last_writer_wins(module.fold)))()


def test_thousands_of_edits_in_parallel_fold_in_little_memory() -> None:
    first, second = two_laptops()
    for number in range(1_500):
        first.append("phone", str(number % 5))
        second.append("phone", str(number % 7))
    tracemalloc.start()
    result = fold(together(first, second))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [item.value for item in result.conflicts["phone"]] == ["1", "4"]
    assert peak < 16_000_000


def test_an_empty_history_is_no_record() -> None:
    assert fold([]) == FoldedRecord(False, {}, {}, (), 0, ())


def test_a_cycle_cannot_be_written() -> None:
    writer = Writer(A, "u", GENESIS)
    change = write_change(
        writer,
        seq=1,
        prev_hash=GENESIS,
        record_type="household",
        record_id="r1",
        base=[b"\1" * 32],
        values={"phone": "1"},
        salt=bytes(16),
        recorded_at=0,
    )
    assert fold([change]).held == (change.hash,)
