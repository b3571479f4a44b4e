"""Who is at work: the only view while nobody has said so, and where people take turns."""

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from app.errors import PinBlocked, WrongPassphrase, WrongPin
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.start.step import Step
from app.ui.team.people_list import PeopleList
from app.ui.tr import tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.digits_line_edit import run_left_to_right
from app.words.numbers import ltr

if TYPE_CHECKING:
    from app.services.team.members import Member

_SECOND_MS: Final = 1_000


class Why(Enum):
    """What brought the view up."""

    OPENED = auto()
    IDLE = auto()
    SWITCH = auto()


class LockView(Step):
    """A name, and the PIN or passphrase that proves it. Nothing else of the store is shown."""

    unlocked = Signal(str)
    """The id of whoever is at work now."""

    left = Signal()
    """Nobody else took over."""

    def __init__(self, context: UiContext, why: Why, passphrase_hint: str = "") -> None:
        """`passphrase_hint` is the laptop's passphrase where it is no secret."""
        super().__init__(context.start(), _heading(why), _explanation(why))
        self._store = context.store
        self._hint = passphrase_hint
        self._blocked: set[str] = set()
        self._seconds = 0
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        run_left_to_right(self.edit)
        self.people = PeopleList(self.edit)
        self.people.chosen.connect(self._on_chosen)
        self.form.add_row(self.people)
        self.secret = self.form.add(tr("Team", "PIN"), self.edit)
        self._others = button(tr("Team", "Somebody else"), self._load_others, kind="plain")
        close = button(
            tr("Team", "Close the workspace"),
            context.bus.lock_wanted.emit,
            kind="plain",
            icon="lock",
            keys="Ctrl+L",
        )
        self.go = button(tr("Team", "Begin"), self._unlock, kind="primary", keys="Ctrl+Return")
        self.edit.returnPressed.connect(self.go.click)
        if why is Why.SWITCH:
            back = button(tr("Team", "Back"), self.left.emit, kind="plain", icon="back")
            self.finish_with(self.go, back, self._others, close)
            shortcut(self, "Escape", tr("Team", "Back"), self.left.emit)
        else:
            self.finish_with(self.go, self._others, close)
        self._waiting = QTimer(self, interval=_SECOND_MS)
        self._waiting.timeout.connect(self._on_second)
        self._load()

    def entered(self) -> None:
        """Type at once."""
        self.edit.setFocus()

    def _load(self) -> None:
        store = self._store

        def read() -> "tuple[tuple[Member, ...], str]":
            from app.services.team.members import team_here

            return team_here(store), store.actor

        self.context.tasks.run(read, self._on_loaded, self.show_error)

    def _on_loaded(self, loaded: "tuple[tuple[Member, ...], str]") -> None:
        people, current = loaded
        self.people.offer(people, current)
        self._on_chosen()
        self.edit.setFocus()

    def _load_others(self) -> None:
        from app.services.team.members import others_with_passphrase

        store = self._store
        self.context.tasks.run(
            lambda: others_with_passphrase(store), self._on_others, self.show_error
        )

    def _on_others(self, people: "tuple[Member, ...]") -> None:
        self._others.hide()
        known = self.people.people
        if people:
            self.people.offer((*known, *people), people[0].id)
            self._on_chosen()
        else:
            self.message.say(
                "info", tr("Team", "Nobody else of the workspace has a passphrase of their own.")
            )
        self.edit.setFocus()

    def _on_chosen(self) -> None:
        self.secret.clear_wrong()
        self.edit.clear()
        self.secret.rename(self._asked())
        hint = self._hint if self._asks_laptop() else ""
        told = tr("Team", "The demonstration's is {passphrase}", passphrase=ltr(hint))
        self.secret.show_hint(told if hint else "")
        self.edit.setFocus()

    def _asked(self) -> str:
        person = self.people.person
        if person is not None and person.has_pin and person.id not in self._blocked:
            return tr("Team", "PIN")
        if self._asks_laptop():
            return tr("Team", "Passphrase of this laptop")
        return tr("Team", "Own passphrase")

    def _asks_laptop(self) -> bool:
        person = self.people.person
        if person is None or person.has_passphrase:
            return False
        return not person.has_pin or person.id in self._blocked

    def _unlock(self) -> None:
        person, typed = self.people.person, self.edit.text()
        if person is None or not typed:
            self.edit.setFocus()
            return
        from app.services.team.unlocking import unlock_as

        store, user_id = self._store, person.id
        self.work(tr("Team", "Looking"))
        # After the writes of whoever was at work before, on their thread.
        self.context.tasks.run(
            lambda: unlock_as(store, user_id, typed),
            lambda _nothing: self.unlocked.emit(user_id),
            self._on_failed,
            kind="write",
            owner=self,
        )

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        self.edit.clear()
        if isinstance(error, WrongPin):
            self._wait(text_of(error), int(error.params["seconds"]))
        elif isinstance(error, PinBlocked):
            person = self.people.person
            self._blocked.add(person.id if person is not None else "")
            self._on_chosen()
            self.secret.show_wrong(text_of(error))
        elif isinstance(error, WrongPassphrase):
            self.secret.show_wrong(text_of(error))
        else:
            self.show_error(error)

    def _wait(self, said: str, seconds: int) -> None:
        """Each wrong PIN makes the next try wait longer."""
        self._seconds = seconds
        self.secret.show_wrong(tr("Team", "{said} Next try in %n seconds.", n=seconds, said=said))
        self._enable(on=False)
        self._waiting.start()

    def _on_second(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self._waiting.stop()
            self._enable(on=True)
            self.edit.setFocus()


def _heading(why: Why) -> str:
    return tr("Team", "Locked") if why is Why.IDLE else tr("Team", "Who is at work?")


def _explanation(why: Why) -> str:
    if why is Why.IDLE:
        return tr("Team", "Nobody touched the laptop for a while. Nothing was lost.")
    return tr("Team", "Every hand-over names whoever made it. Choose with ↑ ↓ and type the PIN.")
