"""Identifiers of records: UUID version 7 (RFC 9562), as canonical lower-case text."""

import uuid
from collections.abc import Callable

_MILLISECONDS = (1 << 48) - 1


def uuid7(now_ms: int, random_bytes: Callable[[int], bytes]) -> str:
    """A new id: 48 bits of `now_ms` (milliseconds since 1970, UTC), the rest from `random_bytes`.

    Ids made in one millisecond are unordered among themselves: nothing relies on their order.
    Raises ValueError when the time does not fit in 48 bits.
    """
    if not 0 <= now_ms <= _MILLISECONDS:
        raise ValueError("the time does not fit in 48 bits")
    chance = int.from_bytes(random_bytes(10), "big")
    value = now_ms << 80
    value |= 0x7 << 76
    value |= (chance >> 68 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= chance & ((1 << 62) - 1)
    return str(uuid.UUID(int=value))
