"""Hand-overs written down again from their receipts, because the laptop that recorded them had not
come back: they count only until it does."""

from app.domain.journal.change import Change

RECOVERED = "recovered"
"""The `source` of such an aid record."""


def stands_in(change: Change) -> bool:
    """Whether a change stands for one that may still arrive."""
    return (
        change.record_type == "aid_record"
        and not change.base
        and change.values.get("source") == RECOVERED
    )
