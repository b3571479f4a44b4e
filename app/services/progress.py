"""How long work says how far it is, and is told to stop."""

from collections.abc import Callable

Report = Callable[[int, int], None]
"""Called with what is done and the total, 0 while that is not known; it stops the work by raising,
which undoes it."""


def unheard(_done: int, _total: int) -> None:
    """A report that nobody listens to."""
