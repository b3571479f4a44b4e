"""What came of a pile of scanned stubs, in words."""

from collections.abc import Callable
from typing import Final

from app.words.catalog import Words


def _taken(words: Words, count: int) -> str:
    return words.translate("Recover", "%n hand-overs were made again from their receipts", n=count)


def _known(words: Words, count: int) -> str:
    return words.translate("Recover", "%n were on file already", n=count)


def _waiting(words: Words, count: int) -> str:
    return words.translate(
        "Recover", "%n are of laptops whose access was ended: a supervisor decides", n=count
    )


def _incomplete(words: Words, count: int) -> str:
    return words.translate("Recover", "%n lack one of their codes: scan it too", n=count)


def _unnamed(words: Words, count: int) -> str:
    return words.translate(
        "Recover", "%n hold an item that is not in the catalogue here: add it, then repeat", n=count
    )


def _refused(words: Words, count: int) -> str:
    return words.translate("Recover", "%n are false, or of a laptop not known here", n=count)


LISTS: Final[dict[str, Callable[[Words, int], str]]] = {
    "taken": _taken,
    "known": _known,
    "waiting": _waiting,
    "incomplete": _incomplete,
    "unnamed": _unnamed,
    "refused": _refused,
}


def list_text(words: Words, name: str, count: int) -> str:
    """How many there are of one of the lists."""
    return LISTS[name](words, count)
