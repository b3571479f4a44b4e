"""How many things wait for a decision, for the navigation: counted from small tables only."""

from dataclasses import dataclass

from sqlalchemy import func, select

from app.db.double_aid import open_cases
from app.db.forks import open_forks
from app.db.open_conflicts import conflict_count
from app.db.store import Store
from app.db.tables import journal
from app.services.matching.undecided import undecided_count
from app.services.review.contradictions import contradiction_count
from app.services.review.quarantine import WAITS


@dataclass(frozen=True)
class OpenCounts:
    """Fields in conflict, cases of double aid, verdicts that contradict others, quarantined
    changes, forks, and pairs of people who may be one."""

    conflicts: int
    double_aid: int
    contradictions: int
    quarantined: int
    forks: int
    likely_pairs: int

    @property
    def total(self) -> int:
        """All of them but the likely pairs, which are proposals and wait for nobody."""
        return (
            self.conflicts + self.double_aid + self.contradictions + self.quarantined + self.forks
        )


def open_counts(store: Store) -> OpenCounts:
    """As of the last commit."""
    with store.read() as session:
        connection = session.connection()
        waiting = select(func.count()).select_from(journal).where(WAITS)
        return OpenCounts(
            conflicts=conflict_count(connection),
            double_aid=open_cases(connection),
            contradictions=contradiction_count(session),
            quarantined=int(connection.scalar(waiting) or 0),
            forks=open_forks(connection),
            likely_pairs=undecided_count(connection),
        )
