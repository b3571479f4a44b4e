"""Work over a million rows without Python's search for circles of objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside, no circles are searched for, of which plain rows make none: all of them would be
    looked at again and again, for a fifth of the time. What is not in a circle is freed as ever."""
    searches = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searches:
            gc.enable()
