"""What is known of the parts of names: how rare each is, and which are two names.

`حسن` and `حسين` have the same consonants, `محمد` and `محمود` are alike by any measure of letters;
they are brothers. So two parts that are both common are two names, unless one is listed as a
spelling of the other; and the same consonants (مارية, عمر) are not enough where both are names.

Rarity stands in hundredths of a bit (log2 of one in so many): that of محمد is 300, of a name that
is one in a million parts, 2,000.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log2

from rapidfuzz.distance import JaroWinkler

from app.domain.matching.levels import OwnName
from app.domain.names import name_key, part_skeleton

NEAR = 0.83
"""Jaro-Winkler from which two first names may be one (evidence, "People")."""

COMMON_PERCENT = 0.003
"""Of all parts; a slip of the pen seldom makes a name as common as that."""

_RAREST = 1400
"""Hundredths of a bit beyond which rarity is not counted: rare spellings are often slips."""

_ARTICLE = "ال"
_SHORTEST_AFTER_ARTICLE = 2
_CACHED = 1 << 17


class KnownNames:
    """Rarity and spellings of the parts of names; parts are folded (`names.name_parts`)."""

    def __init__(self, parts: Iterable[tuple[str, float, tuple[str, ...]]]) -> None:
        """From parts with their share in per cent and other spellings, the commonest first."""
        shares: dict[str, float] = {}
        spelling_of: dict[str, str] = {}
        for written, share, variants in parts:
            name = name_key(written).replace(" ", "")
            shares[name] = shares.get(name, 0.0) + share
            for variant in variants:
                spelling_of.setdefault(name_key(variant).replace(" ", ""), name)
        common = {name for name, share in shares.items() if share >= COMMON_PERCENT}
        self._common = frozenset(common)
        self._spelling_of: Mapping[str, str] = {
            variant: name
            for variant, name in spelling_of.items()
            if variant not in common and variant != name
        }
        self._rarity = {
            name: min(_RAREST, round(-100 * log2(share / 100))) for name, share in shares.items()
        }
        total = sum(shares.values())
        self.average = round(-100 * log2(sum((share / total) ** 2 for share in shares.values())))
        self.level = lru_cache(maxsize=_CACHED)(self._level)
        self.rarity = lru_cache(maxsize=_CACHED)(self._beyond_average)

    def _beyond_average(self, part: str) -> int:
        """Hundredths of a bit by which agreeing on this part says more than on an average one."""
        return self._rarity.get(part, _RAREST) - self.average

    def _level(self, one: str, other: str) -> OwnName:
        """How two single parts agree; never SWAPPED."""
        if one == other:
            return OwnName.EQUAL if one else OwnName.MISSING
        if not one or not other:
            return OwnName.MISSING
        if self._usual(one) == self._usual(other):
            return OwnName.SPELLING
        if one in self._common and other in self._common:
            return OwnName.APART
        near = JaroWinkler.similarity(one, other, score_cutoff=NEAR) >= NEAR
        both_names = one in self._rarity and other in self._rarity
        if part_skeleton(one) == part_skeleton(other) and (near or not both_names):
            return OwnName.SPELLING
        return OwnName.NEAR if near else OwnName.APART

    def _usual(self, part: str) -> str:
        """The usual spelling, without the article."""
        part = self._spelling_of.get(part, part)
        bare = part.removeprefix(_ARTICLE)
        return bare if len(bare) >= _SHORTEST_AFTER_ARTICLE else part
