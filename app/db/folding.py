"""One record's changes folded under the preferences of its type."""

from app.domain.journal.change import Change
from app.domain.journal.fold import FoldedRecord, fold
from app.domain.journal.preferences import preference_of


def folded(changes: list[Change], skipped: set[bytes]) -> FoldedRecord:
    """The fold of one record's changes; there must be at least one."""
    return fold(changes, skipped, preference_of(changes[0].record_type))
