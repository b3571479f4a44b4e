"""Fields in which one value wins a conflict whatever the order: a withdrawal of consent.

Law 151/2020 lets people withdraw consent at any time, so a laptop that had not heard of it yet
must not undo it.
"""

from app.domain.journal.fold import Preference, no_preference
from app.domain.journal.value import Value

WITHDRAWN = "withdrawn"
"""The status (first part) of a household's `consent` once it is withdrawn."""


def preference_of(record_type: str) -> Preference:
    """The preference for one record type."""
    return _prefers_withdrawal if record_type == "household" else no_preference


def _prefers_withdrawal(field: str, value: Value) -> bool:
    return field == "consent" and isinstance(value, list) and value[:1] == [WITHDRAWN]
