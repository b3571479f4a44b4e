"""Laptops that go on as another: a store restored from a backup writes under a new device id, which
its old key introduces.

The new id may do what the old one may, by the same grants: whoever ends those ends both, up to the
change that the ending names of each. What it names of the old one alone keeps nothing of the new.
"""

from collections.abc import Callable, Iterable, Mapping

from app.domain.journal.change import Change

DEVICE_RECORD = "device"


def introducer(change: Change) -> str | None:
    """The device that a device's own record says it goes on from; None where it says nothing."""
    listed = change.values.get("introduction")
    own = change.record_type == DEVICE_RECORD and change.record_id == change.device_id
    if not own or change.base or not isinstance(listed, list) or len(listed) != 1:
        return None
    (told,) = listed
    by = told.get("by") if isinstance(told, dict) else None
    return by if isinstance(by, str) and by != change.device_id else None


def introductions(changes: Iterable[Change], certified: Callable[[Change], bool]) -> dict[str, str]:
    """By device, the one that introduced it; of several, the first in the order of the changes."""
    found: dict[str, str] = {}
    for change in changes:
        by = introducer(change)
        if by is not None and change.device_id not in found and certified(change):
            found[change.device_id] = by
    return found


def origins(device_id: str, introduced: Mapping[str, str]) -> list[str]:
    """The device and all that it goes on from; a circle of introductions ends where it closes."""
    found = [device_id]
    while (earlier := introduced.get(found[-1])) is not None and earlier not in found:
        found.append(earlier)
    return found
