"""What happens in the window, told to whoever cares; nobody needs to know who that is."""

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """The signals that pages and the window exchange, all on the main thread."""

    changed = Signal(object)
    """frozenset[str]: the record types that a transaction has just changed."""

    said = Signal(str)
    """A short text for the status line: what was saved."""

    page_wanted = Signal(str, object)
    """A page's id and what it should show there (any value that the page knows, or None)."""

    settings_chosen = Signal(object)
    """The new `Settings`; the window saves them and builds itself again."""

    lock_wanted = Signal()
    """Close the store and ask for the passphrase again."""

    switch_wanted = Signal()
    """Let somebody else of this laptop's team take over."""
