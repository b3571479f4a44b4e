"""What a page is given: everything it may use, and nothing global."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.ui.bus import Bus
from app.ui.settings_file import Settings
from app.ui.tasks import Tasks
from app.words.catalog import Words

if TYPE_CHECKING:  # the import costs half a second, which the first window cannot spare
    from app.db.store import Store


@dataclass(frozen=True)
class UiContext:
    """The open store, the words and settings in force, and the ways to ask for work."""

    store: "Store"
    words: Words
    tasks: Tasks
    bus: Bus
    settings: Settings

    def start(self) -> "StartContext":
        """The same without the store."""
        return StartContext(self.words, self.tasks, self.bus, self.settings)


@dataclass(frozen=True)
class StartContext:
    """What there is before a store is open."""

    words: Words
    tasks: Tasks
    bus: Bus
    settings: Settings
