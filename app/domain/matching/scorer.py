"""The one scorer: at the desk, at the merge and in bulk."""

from dataclasses import dataclass

from app.domain.matching.compare import compare
from app.domain.matching.facts import Prepared
from app.domain.matching.known_names import KnownNames
from app.domain.matching.levels import Levels
from app.domain.matching.points import Points


@dataclass(frozen=True)
class Scorer:
    """What is known of names, and the points table."""

    known: KnownNames
    points: Points

    def score(self, one: Prepared, other: Prepared) -> tuple[int, Levels] | None:
        """The points of a pair by itself with its degrees; None for two who cannot be one."""
        levels = compare(one, other, self.known)
        return None if levels is None else (self.points.of(levels), levels)
