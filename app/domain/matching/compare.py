"""Comparing two people, degree by degree. Pure and quick: a million pairs in some seconds."""

from bisect import bisect

from rapidfuzz.distance import OSA

from app.domain.matching.facts import Born, Prepared
from app.domain.matching.known_names import KnownNames
from app.domain.matching.levels import (
    RARITY_BOUNDS,
    Birth,
    Contact,
    Document,
    FathersLine,
    Levels,
    OwnName,
    Rarity,
    Sex,
)

_NEAR_DAYS = 2 * 366
_SLIPS = (Document.EQUAL, Document.ONE_SLIP, Document.TWO_SLIPS)
_UNBROKEN = (FathersLine.NONE, FathersLine.ONE, FathersLine.TWO, FathersLine.WHOLE)
_RARITIES = tuple(Rarity)
_AGREE = frozenset({OwnName.EQUAL, OwnName.SPELLING, OwnName.NEAR})
_SUPPORTING = frozenset(
    {FathersLine.WHOLE, FathersLine.TWO, FathersLine.ONE, FathersLine.GAP, FathersLine.MOST}
)
_MAY_BE_ONE = frozenset({Birth.DAY, Birth.YEAR, Birth.NEAR, Birth.MISSING})


def compare(one: Prepared, other: Prepared, known: KnownNames) -> Levels | None:
    """All degrees of a pair; None for two who cannot be one person.

    They cannot without agreement of the own names, which brothers and sisters never have (law
    143/1994, art. 21), unless they bear the same document.
    """
    own = known.level(one.own, other.own)
    document = documents(one, other)
    line, other_line = one.fathers, other.fathers
    if own not in _AGREE:
        if line and other_line and line[0] == other.own and other_line[0] == one.own:
            own, line, other_line = OwnName.SWAPPED, line[1:], other_line[1:]
        elif document is not Document.EQUAL:
            return None
    fathers, rarity = fathers_lines(line, other_line, known)
    if fathers is FathersLine.GAP and one.own in {line[0], other_line[0]}:
        fathers = FathersLine.SHIFTED
    if own is OwnName.EQUAL:
        rarity += known.rarity(one.own)
    return Levels(
        own,
        fathers,
        _RARITIES[bisect(RARITY_BOUNDS, rarity)],
        births(one, other),
        contacts(one, other),
        document,
        sexes(one.sex, other.sex),
    )


def supports(levels: Levels) -> bool:
    """Whether a pair counts as kin for the other pairs of its two households: nothing speaks
    against it, and it has more in common than a name."""
    return (
        levels.fathers_line in _SUPPORTING
        and levels.birth in _MAY_BE_ONE
        and levels.document is not Document.APART
        and levels.sex is not Sex.APART
    )


def fathers_lines(
    line: tuple[str, ...], other: tuple[str, ...], known: KnownNames
) -> tuple[FathersLine, int]:
    """How the further parts agree, and the rarity of those that are equal.

    They are laid side by side from the father on. Where two differ but one fits the part after the
    other's, the part between was left out there.
    """
    if not line or not other:
        return FathersLine.MISSING, 0
    if line == other:
        return _UNBROKEN[min(len(line), 3)], sum([known.rarity(part) for part in line])
    return _laid_side_by_side(line, other, known)


def _laid_side_by_side(
    line: tuple[str, ...], other: tuple[str, ...], known: KnownNames
) -> tuple[FathersLine, int]:
    level, most, other_most = known.level, len(line), len(other)
    place = other_place = agree = differ = gaps = rarity = 0
    while place < most and other_place < other_most:
        part, other_part = line[place], other[other_place]
        if part == other_part:
            agree += 1
            rarity += known.rarity(part)
        elif level(part, other_part) in _AGREE:
            agree += 1
        elif place + 1 < most and level(line[place + 1], other_part) in _AGREE:
            gaps += 1
            place += 1
            continue
        elif other_place + 1 < other_most and level(part, other[other_place + 1]) in _AGREE:
            gaps += 1
            other_place += 1
            continue
        else:
            differ += 1
        place += 1
        other_place += 1
    return _line_level(agree, differ, gaps), rarity


def _line_level(agree: int, differ: int, gaps: int) -> FathersLine:
    if not agree:
        return FathersLine.NONE
    if not differ:
        return FathersLine.GAP if gaps else _UNBROKEN[min(agree, 3)]
    return FathersLine.MOST if differ == 1 and agree > 1 else FathersLine.SOME


def births(one: Prepared, other: Prepared) -> Birth:
    """How the birth dates agree. A number that tells a date stands in for one that is missing, but
    never on both sides: the numbers are compared themselves."""
    born, other_born = one.born, other.born
    if born is None:
        born = one.born_by_id if other_born is not None else None
    elif other_born is None:
        other_born = other.born_by_id
    if born is None or other_born is None:
        return Birth.MISSING
    if born.first <= other_born.last and other_born.first <= born.last:
        return Birth.DAY if born.whole and other_born.whole else Birth.YEAR
    if born.whole and other_born.whole:
        return Birth.SLIP if _slipped(born, other_born) else Birth.APART
    between = max(born.first - other_born.last, other_born.first - born.last)
    return Birth.NEAR if between <= _NEAR_DAYS else Birth.APART


def _slipped(born: Born, other: Born) -> bool:
    one, two = born.day, other.day
    same = (one.year == two.year) + (one.month == two.month) + (one.day == two.day)
    turned = one.year == two.year and one.month == two.day and one.day == two.month
    return turned or same > 1


def contacts(one: Prepared, other: Prepared) -> Contact:
    """How phone and village agree."""
    phone, other_phone = one.phone, other.phone
    same_place = one.village == other.village != ""
    if not phone or not other_phone:
        return Contact.PLACE if same_place else Contact.UNKNOWN
    if phone == other_phone:
        return Contact.PHONE_AND_PLACE if same_place else Contact.PHONE
    if not same_place:
        return Contact.APART
    near = OSA.distance(phone, other_phone, score_cutoff=1) == 1
    return Contact.NEAR_PHONE if near else Contact.PLACE_ONLY


def documents(one: Prepared, other: Prepared) -> Document:
    """How two numbers agree; those of different types tell nothing of each other."""
    number, other_number = one.document, other.document
    if not number or not other_number or one.document_type != other.document_type:
        return Document.MISSING
    if number == other_number:
        return Document.EQUAL
    slips = OSA.distance(number, other_number, score_cutoff=2)
    return _SLIPS[slips] if slips < len(_SLIPS) else Document.APART


def sexes(one: str, other: str) -> Sex:
    """Whether both are men or both women."""
    if not one or not other:
        return Sex.MISSING
    return Sex.EQUAL if one == other else Sex.APART
