"""A chain tells its own gaps, forks and broken links."""

from dataclasses import replace
from itertools import chain as joined

from app.domain.journal.chain import inspect_chain
from app.domain.journal.change import GENESIS, Change
from tests.domain.journal.histories import Laptop

A = "a" * 32


def written(count: int, laptop: Laptop | None = None, field: str = "phone") -> list[Change]:
    """The next changes of a laptop, in order."""
    laptop = laptop or Laptop(A, {})
    before = set(laptop.seen)
    for number in range(count):
        laptop.edit(field, str(number), 0)
    return [change for digest, change in laptop.seen.items() if digest not in before]


def test_a_whole_chain_has_nothing_to_report() -> None:
    report = inspect_chain(A, written(5))
    assert (report.last_seq, report.count) == (5, 5)
    assert (report.gaps, report.forked, report.unlinked) == ((), (), ())


def test_no_changes_are_an_empty_chain() -> None:
    assert inspect_chain(A, []).last_seq == 0


def test_missing_numbers_are_named_as_ranges() -> None:
    changes = written(9)
    kept = [change for change in changes if change.seq not in {1, 2, 5, 8}]
    report = inspect_chain(A, kept)
    assert report.gaps == ((1, 2), (5, 5), (8, 8))
    assert (report.last_seq, report.count, report.unlinked) == (9, 5, ())


def test_a_number_used_twice_is_a_fork_and_both_branches_are_linked() -> None:
    laptop = Laptop(A, {})
    changes = written(2, laptop)
    restored = Laptop(A, dict(laptop.seen), laptop.seq, laptop.head)
    first, second = written(2, laptop), written(3, restored, "notes")
    everything = {change.hash: change for change in joined(changes, first, second)}
    report = inspect_chain(A, sorted(everything.values(), key=lambda c: (c.seq, c.hash)))
    assert report.forked == (3, 4)
    assert report.unlinked == ()
    assert (report.last_seq, report.count) == (5, 7)


def test_a_change_that_follows_another_than_the_one_before_it_is_unlinked() -> None:
    changes = written(4)
    torn = replace(changes[2], prev_hash=b"\1" * 32)
    report = inspect_chain(A, [*changes[:2], torn, changes[3]])
    assert report.unlinked == (torn.hash,)


def test_a_first_change_that_follows_something_is_unlinked() -> None:
    first = replace(written(1)[0], prev_hash=b"\1" * 32)
    assert inspect_chain(A, [first]).unlinked == (first.hash,)
    assert inspect_chain(A, [replace(first, prev_hash=GENESIS)]).unlinked == ()


def test_a_repeated_change_is_no_fork() -> None:
    changes = written(2)
    report = inspect_chain(A, [changes[0], changes[0], changes[1]])
    assert (report.forked, report.count) == ((), 2)
