"""Choose a village by a few letters: one of 5,716 in about three keystrokes."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from app.services.convoys import convoy_details
from app.services.day import today
from app.services.places import Places, places
from app.ui.context import UiContext
from app.ui.tr import tr
from app.ui.widgets.village_popup import SHOWN, VillagePopup
from app.words.places import place_path

_OWN_KEYS = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_CHANGED_BY = frozenset({"village", "convoy", "setting"})


@dataclass(frozen=True)
class _Known:
    """The places, and the villages of today's convoy, which come first."""

    places: Places
    near: frozenset[str]


class VillagePicker(QLineEdit):
    """A field that shows what it may mean while it is typed in; Enter or Tab takes the first.

    The villages of today's convoy come first, and at once when nothing is typed. Text that was
    left without choosing stays, marked as wrong, with no `value`.
    """

    chosen = Signal(str)
    """The code of the village that was just chosen."""
    loaded = Signal()
    """The places are known: `label_of` names them."""
    hamlet_wanted = Signal(str)
    """What was typed is not in the list and shall be added; see `add_hamlets`."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._known: _Known | None = None
        self._value: str | None = None
        self._adds_hamlets = False
        self._popup = VillagePopup(self)
        self._popup.picked.connect(self._on_picked)
        self.destroyed.connect(self._popup.deleteLater)
        self.setPlaceholderText(tr("Village", "Type a few letters of the village"))
        self.textEdited.connect(self._on_edited)
        context.bus.changed.connect(self._on_changed)
        self._load()

    @property
    def value(self) -> str | None:
        """The code of the chosen village; None while none is chosen."""
        return self._value

    @property
    def is_ready(self) -> bool:
        """Whether the places have been read, which takes a moment the first time."""
        return self._known is not None

    def set_value(self, code: str | None) -> None:
        """Show a village, or none. A code that nobody knows (not merged yet) is kept."""
        self._value = code or None
        self._show_value()

    def add_hamlets(self) -> None:
        """Offer to add what is not in the list."""
        self._adds_hamlets = True

    def label_of(self, code: str) -> str:
        """A place with what it lies in; the code itself while it is not known."""
        gazetteer = self._known.places.gazetteer if self._known else None
        place = gazetteer.places.get(code) if gazetteer else None
        if gazetteer is None or place is None:
            return code
        return place_path(self._context.words, (place, *gazetteer.within(code)))

    def event(self, event: QEvent) -> bool:
        """While the list is open, Tab takes its current row on the way to the next field, and
        Enter and Escape are not the page's."""
        if isinstance(event, QKeyEvent) and self._is_choosing:
            if event.type() == QEvent.Type.ShortcutOverride and event.key() in _OWN_KEYS:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
                self._on_tab()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list, Enter chooses, Escape closes it."""
        if not self._is_choosing:
            if event.key() == Qt.Key.Key_Down:
                self._search(self.text() if self._value is None else "")
                return
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                self._popup.step(1)
            case Qt.Key.Key_Up:
                self._popup.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if not event.modifiers():
                self._popup.pick_current()
            case Qt.Key.Key_Escape:
                self._popup.hide()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """An empty field shows the convoy's villages; a full one is ready to be replaced."""
        super().focusInEvent(event)
        if not self.text():
            self._search("")
        elif self._value is not None:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list; mark what was typed and not chosen."""
        super().focusOutEvent(event)
        self._popup.hide()
        self._mark(wrong=self._value is None and bool(self.text().strip()))

    def hideEvent(self, event: QHideEvent) -> None:
        """The list goes with its field."""
        super().hideEvent(event)
        self._popup.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list would no longer lie below the field."""
        super().resizeEvent(event)
        self._popup.hide()

    @property
    def _is_choosing(self) -> bool:
        return not self._popup.isHidden()

    def _on_tab(self) -> None:
        if self.text():
            self._popup.pick_current()

    def _load(self) -> None:
        store = self._context.store

        def read() -> _Known:
            day = today(store)
            near = convoy_details(store, day.convoy_id).form.villages if day else frozenset()
            return _Known(places(store), near)

        self._context.tasks.run(read, self._on_loaded)

    def _on_loaded(self, known: _Known) -> None:
        self._known = known
        if self._value is not None:
            self._show_value()
        elif self.hasFocus():
            self._search(self.text())
        self.loaded.emit()

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _on_edited(self, text: str) -> None:
        self._value = None
        self._mark(wrong=False)
        self._search(text)

    def _search(self, text: str) -> None:
        if self._known is None:
            return
        hits = self._known.places.index.search(text, near=self._known.near, limit=SHOWN)
        last = ""
        if self._adds_hamlets and len(text.strip()) > 2:
            last = tr("Village", "Add {name}, which is not in the list", name=text.strip())
        self._popup.show_hits(hits, last)

    def _on_picked(self, code: str) -> None:
        if not code:
            self.hamlet_wanted.emit(self.text().strip())
            return
        self.set_value(code)
        self._mark(wrong=False)
        self.chosen.emit(code)

    def _show_value(self) -> None:
        self.setText(self.label_of(self._value) if self._value else "")
        self.setCursorPosition(0)

    def _mark(self, *, wrong: bool) -> None:
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)
