"""What is on file of a slip, in words."""

from app.services.paper.entry import Entered
from app.ui.tr import tr, words
from app.words import dates
from app.words.joined import joined
from app.words.numbers import in_digits, isolated, ltr
from app.words.verifying import lines_text


def number_text(number: str) -> str:
    """A slip's number, left to right, in the digits chosen."""
    return ltr(in_digits(number, words().digits))


def entered_text(one: Entered) -> str:
    """Family, items, when it was handed over, and who typed it in where."""
    said = words()
    head = isolated(one.head) or tr("Receipts", "not arrived here yet")
    who = joined(said, (isolated(one.by.user), isolated(one.by.laptop)))
    parts = (
        head,
        lines_text(said, one.items),
        dates.moment(said, one.handed_at),
        tr("Paper", "typed in by {who}", who=who) if who else "",
    )
    return joined(said, parts)
