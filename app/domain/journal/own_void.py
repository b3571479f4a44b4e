"""Whether a void is of what the same person handed over, on the same laptop and convoy day."""

from collections.abc import Iterable

from app.domain.journal.change import Change
from app.domain.journal.stand_in import stands_in

DAY = 4
"""The place of the convoy day among the parts of `void` (see the table `aid_record`)."""


def is_own_void(void: Change, history: Iterable[Change]) -> bool:
    """`history` are the changes of the record that `void` is of, all of them or more.

    Only those that the void builds on are looked at: what somebody else adds to the record later,
    with the same id and no base, must not change what was right when it was written.
    """
    parts = void.values.get("void")
    if not isinstance(parts, list) or len(parts) <= DAY:
        return False
    made = _makers(void, {change.hash: change for change in history})
    originals = [one for one in made if not stands_in(one)] or made
    return bool(originals) and all(
        (one.actor, one.device_id) == (void.actor, void.device_id)
        and one.values.get("day") == parts[DAY]
        for one in originals
    )


def _makers(void: Change, known: dict[bytes, Change]) -> list[Change]:
    """The changes without a base that a change goes back to; none while any between is missing."""
    found, seen, waiting = [], set[bytes](), list(void.base)
    while waiting:
        digest = waiting.pop()
        if digest in seen:
            continue
        seen.add(digest)
        change = known.get(digest)
        if change is None:
            return []
        waiting += change.base
        if not change.base:
            found.append(change)
    return found
