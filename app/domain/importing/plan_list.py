"""What a list would change: which of its people are new, which families they make.

Deciding comes before writing, so that a preview and the import itself cannot disagree.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from app.domain.importing.families import Family
from app.domain.importing.known import Identity, KnownPeople, Match, differences
from app.domain.importing.list_row import ListRow, Where
from app.domain.importing.remarks import Code, Remark


class State(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a row, why, and what there is to look at."""

    where: Where
    state: State
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class FamilyPlan:
    """New people: of the household `household` (on file, or the plan of a family above), or of a
    new one where it is None. `id` is what plans below call this one."""

    id: str
    household: str | None
    new: tuple[ListRow, ...]
    outcomes: tuple[Outcome, ...]


Identify = Callable[[ListRow], Identity]
"""What is compared of a row; the caller knows the places."""


def plan_families(
    families: Iterable[Family], known: KnownPeople, identify: Identify
) -> Iterator[FamilyPlan]:
    """The plan of each family in turn; people planned before count as known."""
    for number, family in enumerate(families):
        yield _plan_family(family, known, identify, f"new:{number}")


def refused(row: ListRow) -> Outcome:
    """The outcome of a row that holds nobody."""
    return Outcome(row.where, State.REFUSED, row.remarks)


def taken_before(outcome: Outcome) -> Outcome:
    """The outcome of a row of a file that was taken in before, whoever is recognised in it."""
    if outcome.state is not State.TAKEN:
        return outcome
    remarks = (Remark(Code.TAKEN_BEFORE), *outcome.remarks)
    return Outcome(outcome.where, State.KNOWN, remarks)


def _plan_family(family: Family, known: KnownPeople, identify: Identify, new_id: str) -> FamilyPlan:
    head = identify(family.head)
    # A family lives where its head does, whatever its other rows say.
    sought = [replace(identify(row), place=head.place) for row in family.rows]
    household = known.household_of(sought)
    home = head if household is None else known.member_of(household)
    new: list[ListRow] = []
    outcomes: list[Outcome] = []
    for row, one in zip(family.rows, sought, strict=True):
        found = known.strongly(one) or known.in_household(one, household or new_id)
        if found is not None:
            known.learn(found, one)
            outcomes.append(_known(row, found, one))
            continue
        new.append(row)
        outcomes.append(Outcome(row.where, State.TAKEN, row.remarks))
        known.add(_planned(one, home, household or new_id, row.where))
    return FamilyPlan(new_id, household, tuple(new), tuple(outcomes))


def _planned(one: Identity, home: Identity, household: str, where: Where) -> Identity:
    """Somebody new as the store will have them: with what is known of the household."""
    return replace(
        one,
        phones=one.phones | home.phones,
        place=home.place,
        household_no=home.household_no,
        size=home.size,
        household=household,
        person=f"{where.sheet}\n{where.row:09d}",
        where=where,
    )


def _known(row: ListRow, match: Match, sought: Identity) -> Outcome:
    first = Remark(match.evidence)
    if match.found.where is not None:
        first = Remark(Code.REPEATS_ROW, str(match.found.where.row))
    return Outcome(row.where, State.KNOWN, (first, *differences(match, sought), *row.remarks))
