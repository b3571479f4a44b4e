"""Telling a code that a camera sees from one that it misread: the same text in two frames running,
and each code once for as long as it stays in view."""

from collections.abc import Iterable
from typing import Final

_FRAMES_AWAY: Final = 10
"""Frames without a code after which the same code counts as shown again: about a second."""


class SteadyCodes:
    """Takes what was read in frame after frame."""

    def __init__(self) -> None:
        self._before: frozenset[str] = frozenset()
        self._told: dict[str, int] = {}

    def take(self, texts: Iterable[str]) -> tuple[str, ...]:
        """The codes that are certain with this frame and were not told yet."""
        now = frozenset(texts)
        for text in list(self._told):
            self._told[text] = 0 if text in now else self._told[text] + 1
            if self._told[text] >= _FRAMES_AWAY:
                del self._told[text]
        certain = tuple(sorted((now & self._before) - self._told.keys()))
        self._told.update(dict.fromkeys(certain, 0))
        self._before = now
        return certain
