"""The village picker: a village among 5,716 in about three keystrokes.

A typed word may spell the beginning of any word of a name, with or without its ال, or run over
several words with a few letters of each: both «جزي» and «جحم» find جزيرة أولاد حمزة. Several typed
words must each be found in the village's name or in what it lies in. Of what fits, the convoy's and
recent villages come first, then those of their districts and governorates.

Measured on all 5,712 selectable villages of the official list, typing three letters (of a name of
one word the first three, of two words one and two, of more one each) with ten villages shown: the
village is among them in 93 % with nothing known, 99.7 % with the convoy's governorate, 99.9 % with
its district. The first three letters of the name alone do it in 62, 85 and 98 %.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from app.domain.names import normalise
from app.domain.places import Gazetteer, Level, Place, bare_name

_KEY = 3
"""Letters of a typed word that the index looks up; the rest is compared."""

# The lower, the better. What is near is worth more than how the letters fit, short of the extremes.
_WHOLE, _BEGINNING, _EACH_WORD, _ACROSS, _AROUND_TOO, _AROUND = 0, 3, 6, 8, 10, 12
_BONUS = {Level.HAMLET: 30, Level.VILLAGE: 30, Level.DISTRICT: 15, Level.GOVERNORATE: 12}


@dataclass(frozen=True)
class VillageHit:
    """A village or hamlet with what tells it from its namesakes; `village` is a hamlet's own."""

    place: Place
    district: Place | None
    governorate: Place | None
    village: Place | None = None


@dataclass(frozen=True)
class _Entry:
    hit: VillageHit
    words: tuple[tuple[str, ...], ...]
    joined: tuple[str, ...]
    inside: tuple[str, ...]
    own: str
    """Every form of every word of the name after a blank, so that beginnings are found at once."""
    around: str
    """The same of what the place lies in."""


class VillageIndex:
    """Searches the selectable villages and hamlets of a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._entries = [
            _entry(gazetteer, place)
            for place in gazetteer.places.values()
            if place.level >= Level.VILLAGE and place.selectable
        ]
        keys: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(self._entries):
            for key in _beginnings(entry.words, _KEY) | _keys_of(entry.around):
                keys[key].add(number)
        self._keys = {key: frozenset(numbers) for key, numbers in keys.items()}

    def search(
        self, typed: str, *, near: Collection[str] = (), limit: int = 10
    ) -> tuple[VillageHit, ...]:
        """The best `limit` villages for what was typed so far, best first.

        `near` holds codes of the convoy's and recent villages, or of districts or governorates.
        With nothing typed, the places named in it.
        """
        bonus = self._bonus(near)
        tokens = normalise(typed).split()
        if tokens:
            found = [(number, self._entries[number]) for number in self._candidates(tokens)]
        else:
            found = [one for one in enumerate(self._entries) if one[1].inside[0] in near]
        ranked = [
            (rank - _bonus_of(entry, bonus), len(entry.joined[0]), entry.joined[0], number)
            for number, entry in found
            if (rank := _rank(entry, tokens)) is not None
        ]
        return tuple(self._entries[number].hit for *_, number in nsmallest(limit, ranked))

    def _candidates(self, tokens: Sequence[str]) -> frozenset[int]:
        nothing: frozenset[int] = frozenset()
        found = [self._keys.get(token[:_KEY], nothing) for token in tokens]
        return frozenset.intersection(*found) | self._keys.get("".join(tokens)[:_KEY], nothing)

    def _bonus(self, near: Iterable[str]) -> dict[str, int]:
        """What each place near, and each that one of them lies in, is worth."""
        found: dict[str, int] = {}
        for code in near:
            place = self._gazetteer.places.get(code)
            if place is not None:
                for one in (place, *self._gazetteer.within(code)):
                    found[one.code] = _BONUS[one.level]
        return found


def _entry(gazetteer: Gazetteer, place: Place) -> _Entry:
    within = gazetteer.within(place.code)
    words = tuple(_forms(word) for word in normalise(place.name_ar).split())
    joined = "".join(forms[0] for forms in words)
    return _Entry(
        hit=VillageHit(
            place,
            district=gazetteer.ancestor(place.code, Level.DISTRICT),
            governorate=gazetteer.ancestor(place.code, Level.GOVERNORATE),
            village=within[0] if within and within[0].level is Level.VILLAGE else None,
        ),
        words=words,
        joined=_forms(joined),
        inside=(place.code, *(one.code for one in within)),
        own=_after_blanks(words),
        around=_after_blanks(_forms(w) for one in within for w in bare_name(one.name_ar).split()),
    )


def _forms(word: str) -> tuple[str, ...]:
    """The word, and without its article where something is left."""
    bare = word.removeprefix("ال")
    return (word, bare) if bare != word and len(bare) > 1 else (word,)


@lru_cache(maxsize=512)
def _keys_of(words: str) -> frozenset[str]:
    return frozenset(word[:length] for word in words.split() for length in range(1, _KEY + 1))


def _after_blanks(words: Iterable[tuple[str, ...]]) -> str:
    return "".join(f" {form}" for forms in words for form in forms)


def _beginnings(words: Sequence[tuple[str, ...]], letters: int) -> set[str]:
    """Every text of up to `letters` that runs over the words with a few letters of each."""
    found: set[str] = set()
    for place, forms in enumerate(words):
        for form in forms:
            for length in range(1, min(letters, len(form)) + 1):
                piece = form[:length]
                found.add(piece)
                rest = _beginnings(words[place + 1 :], letters - length) if length < letters else ()
                found.update(piece + more for more in rest)
    return found


def _runs_over(token: str, words: Sequence[tuple[str, ...]]) -> bool:
    """Whether `token` is made of beginnings of some of the words, in their order."""
    for place, forms in enumerate(words):
        for form in forms:
            for length in range(_common(token, form), 0, -1):
                if length == len(token) or _runs_over(token[length:], words[place + 1 :]):
                    return True
    return False


def _common(one: str, other: str) -> int:
    length = 0
    for letter, other_letter in zip(one, other, strict=False):
        if letter != other_letter:
            break
        length += 1
    return length


def _rank(entry: _Entry, tokens: Sequence[str]) -> int | None:
    """How well the typed words fit, the lower the better; None when they do not."""
    joined = "".join(tokens)
    if joined in entry.joined:
        return _WHOLE
    if any(name.startswith(joined) for name in entry.joined):
        return _BEGINNING
    if all(f" {token}" in entry.own for token in tokens):
        return _EACH_WORD
    if all(_runs_over(token, entry.words) for token in tokens):
        return _ACROSS
    own = [_runs_over(token, entry.words) for token in tokens]
    if all(fits or f" {token}" in entry.around for token, fits in zip(tokens, own, strict=True)):
        return _AROUND_TOO if any(own) else _AROUND
    return None


def _bonus_of(entry: _Entry, bonus: Mapping[str, int]) -> int:
    return max((bonus.get(code, 0) for code in entry.inside), default=0)
