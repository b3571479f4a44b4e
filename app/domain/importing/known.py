"""Whether the person of a row is on file already, and how sure that is.

The rules of a list: the same valid ID; the same name (folded) with the same phone, or with the same
village and family. Anything less is a new person, for the search for duplicates to look at.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from app.domain.dates import PartialDate
from app.domain.importing.list_row import NOTHING_WRITTEN, Document, Where
from app.domain.importing.remarks import Code, Remark
from app.domain.names import part_skeleton
from app.domain.national_id import Sex
from app.domain.people import DocumentType

_SLIPS = 1
"""Digits by which two numbers of one person may differ: wrong, missing, or swapped neighbours."""
_BIRTH_SLACK = dt.timedelta(days=366)
"""Lists round birth dates to the year."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What is compared of a person, on file or in a row.

    `name` is the folded key; `phones` the person's and the household's; `place` the village's id,
    or the address where no village is known; `size` what the family was said to count. `household`
    and `person` are ids on file (of rows taken earlier in this file: of their plan). `where` is set
    for those.
    """

    name: str
    document: Document = NOTHING_WRITTEN
    phones: frozenset[str] = frozenset()
    birth: PartialDate | None = None
    sex: Sex | None = None
    place: str = ""
    household_no: str = ""
    size: int | None = None
    household: str = ""
    person: str = ""
    source: str = ""
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Who a row's person is on file, and what says so."""

    found: Identity
    evidence: Code


class KnownPeople:
    """Those on file that any row of the file may be about, and those taken from it so far."""

    def __init__(self, people: Iterable[Identity] = ()) -> None:
        self._by_document: dict[tuple[str, str], list[Identity]] = defaultdict(list)
        self._by_name: dict[str, list[Identity]] = defaultdict(list)
        self._by_number: dict[str, list[Identity]] = defaultdict(list)
        self._members: dict[str, Identity] = {}
        for one in people:
            self.add(one)

    def add(self, one: Identity) -> None:
        """Makes a person known."""
        if one.document.number and one.document.type != DocumentType.NONE:
            self._by_document[one.document.type, one.document.number].append(one)
        if one.name:
            self._by_name[one.name].append(one)
        self._members.setdefault(one.household, one)
        if one.household_no:
            self._by_number[one.household_no].append(one)

    def named(self, name: str) -> Sequence[Identity]:
        """All of that name."""
        return self._by_name.get(name, ()) if name else ()

    def numbered(self, household_no: str) -> Sequence[Identity]:
        """The people of all households of that number."""
        return self._by_number.get(household_no, ()) if household_no else ()

    def learn(self, match: Match, sought: Identity) -> None:
        """Remembers for the rest of the file that a document was taken for somebody's of whom none
        is on file: further rows with it are about the same person."""
        own = sought.document
        if own.number and own.type != DocumentType.NONE and not match.found.document.verified:
            self.add(replace(match.found, document=own))

    def households(self) -> set[str]:
        """All households that any of them belongs to."""
        return set(self._members)

    def member_of(self, household: str) -> Identity:
        """One of its people, by which the household itself is known. Raises KeyError."""
        return self._members[household]

    def by_document(self, sought: Identity) -> Match | None:
        """Who has the same document: a valid national number, a number of another kind, or the
        same wrong number under the same name."""
        document = sought.document
        if not document.number or document.type == DocumentType.NONE:
            return None
        found = self._by_document.get((document.type, document.number), ())
        if document.national_id:
            return _best(found, sought, Code.SAME_ID)
        if document.type == DocumentType.NATIONAL_ID:
            found = [one for one in found if one.name == sought.name]
        return _best(found, sought, Code.SAME_DOCUMENT)

    def by_phone(self, sought: Identity) -> Match | None:
        """Who has the same name and a phone in common."""
        found = [
            one
            for one in self.named(sought.name)
            if one.phones & sought.phones and not contradicts(one, sought)
        ]
        return _best(found, sought, Code.SAME_NAME_AND_PHONE)

    def in_household(self, sought: Identity, household: str) -> Match | None:
        """Who has the same name in that household."""
        found = [
            one
            for one in self.named(sought.name)
            if one.household == household and not contradicts(one, sought)
        ]
        return _best(found, sought, Code.SAME_NAME_AND_FAMILY)

    def by_family(self, sought: Identity) -> Match | None:
        """Who has the same name in the same village, with the same family's number or, where
        neither has another phone, a family of the same size."""
        found = [
            one
            for one in self.named(sought.name)
            if one.place == sought.place
            and not contradicts(one, sought)
            and (_same_number(one, sought) or _may_be_same_family(one, sought))
        ]
        return _best(found, sought, Code.SAME_NAME_AND_FAMILY)

    def strongly(self, sought: Identity) -> Match | None:
        """By document, or by name and phone."""
        return self.by_document(sought) or self.by_phone(sought)

    def household_of(self, family: Sequence[Identity]) -> str | None:
        """The household that most of a family's rows belong to; None for a new family.

        Without an ID or a phone in common, the village must be the same, and the family's number
        with one name, or half of the names and at least two. A row alone is judged by `by_family`.
        """
        votes = Counter(
            match.found.household for one in family if (match := self.strongly(one)) is not None
        )
        if not votes and len(family) == 1:
            match = self.by_family(family[0])
            return match.found.household if match else None
        if not votes:
            votes = self._alike(family)
        best = min(votes.items(), key=lambda vote: (-vote[1], vote[0]), default=None)
        return best[0] if best else None

    def _alike(self, family: Sequence[Identity]) -> Counter[str]:
        members: Counter[str] = Counter()
        numbered: set[str] = set()
        for sought in family:
            alike = [
                one
                for one in self.named(sought.name)
                if one.place == sought.place and not contradicts(one, sought)
            ]
            members.update({one.household for one in alike})
            numbered.update(one.household for one in alike if _same_number(one, sought))
        needed = max(2, (len(family) + 1) // 2)
        return Counter(
            {
                household: count
                for household, count in members.items()
                if household in numbered or count >= needed
            }
        )


def contradicts(one: Identity, other: Identity) -> bool:
    """Whether two people of one name cannot be the same: other IDs, births, or sexes."""
    if one.document.national_id and other.document.national_id:
        return not nearly_equal(one.document.number, other.document.number)
    if one.sex and other.sex and one.sex is not other.sex:
        return True
    return one.birth is not None and other.birth is not None and not _close(one.birth, other.birth)


def nearly_equal(one: str, other: str) -> bool:
    """Whether two numbers may be one, written with a slip."""
    return OSA.distance(one, other, score_cutoff=_SLIPS) <= _SLIPS


def differences(match: Match, sought: Identity) -> list[Remark]:
    """What a row says otherwise than the person it was recognised as."""
    found = match.found
    remarks: list[Remark] = []
    if match.evidence is Code.SAME_ID and sought.name and not _may_be_one_name(found, sought):
        remarks.append(Remark(Code.NAME_DIFFERS))
    own, other = sought.document.national_id, found.document.national_id
    if own and other and own != other:
        remarks.append(Remark(Code.ID_DIFFERS, own))
    elif own and not other:
        remarks.append(Remark(Code.ID_NOT_ON_FILE, own))
    return remarks


def _best(found: Sequence[Identity], sought: Identity, evidence: Code) -> Match | None:
    """Of several, the one with the same name, the same number, on file first."""
    best = min(
        found,
        key=lambda one: (
            one.name != sought.name,
            one.document.number != sought.document.number,
            one.where is not None,
            one.person,
        ),
        default=None,
    )
    return Match(best, evidence) if best is not None else None


def _same_number(one: Identity, other: Identity) -> bool:
    return bool(one.household_no) and one.household_no == other.household_no


def _may_be_same_family(one: Identity, other: Identity) -> bool:
    other_phone = bool(one.phones and other.phones and not one.phones & other.phones)
    other_size = one.size is not None and other.size is not None and one.size != other.size
    other_number = bool(one.where and one.household_no and other.household_no)
    return not (other_phone or other_size or other_number)


def _close(one: PartialDate, other: PartialDate) -> bool:
    return one.agrees_with(other) or abs(one.day - other.day) <= _BIRTH_SLACK


def _may_be_one_name(one: Identity, other: Identity) -> bool:
    """Whether the own name or two parts are alike; a wife listed under her husband's ID is not."""
    skeletons = [[part_skeleton(part) for part in name.name.split()] for name in (one, other)]
    first, second = skeletons
    if not first or not second:
        return True
    return first[0] == second[0] or len(set(first) & set(second)) >= 3
