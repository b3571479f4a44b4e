"""Household cards by the sheet: for a convoy's villages, or one village."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QVBoxLayout

from app.services.cards import CardsWanted, card_count, print_cards, write_cards
from app.services.convoys import ConvoySummary, convoys
from app.services.day import ConvoyDay, today
from app.services.progress import Report
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.messages import text_of
from app.ui.page_printer import print_pages, printer_for_pages, sent_text
from app.ui.parts import Part
from app.ui.tr import tr
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.form import Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.village_picker import VillagePicker

_CHANGED_BY = frozenset({"card", "household", "convoy", "setting"})


class CardsView(Part):
    """Says how many cards there would be before anything is written."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._folder = ""
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.convoy: Choice[str] = Choice([])
        self.village = VillagePicker(context)
        self.anew = QCheckBox(tr("Cards", "Also for families that have a card, which becomes void"))
        self.count = label(role="strong", wrap=True)
        self.write = button(
            tr("Cards", "Cards as PDF…"),
            self._on_write,
            kind="primary",
            icon="save",
            keys="Ctrl+Return",
        )
        self.print = button(tr("Cards", "Print the cards"), self._on_print, icon="print")
        form = Form()
        form.add(tr("Paper", "Convoy"), self.convoy)
        form.add(
            tr("Cards", "Village"),
            self.village,
            tr("Cards", "Empty: all villages of the convoy, with their hamlets."),
        )
        form.add_row(self.anew)
        form.add_row(
            label(
                tr(
                    "Cards",
                    "Ten cards on a sheet of A4, with marks to cut along. At the next convoy a "
                    "card finds its family in one scan; it proves nobody's identity.",
                ),
                "secondary",
                wrap=True,
            )
        )
        form.add_row(self.count)
        form.add_row(self.write)
        form.add_row(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self.progress)
        column.addWidget(form)
        column.addStretch(1)
        self.convoy.chosen.connect(lambda _: self._count())
        self.village.chosen.connect(lambda _: self._count())
        self.village.textChanged.connect(lambda text: None if text else self._count())
        self.anew.toggled.connect(lambda _: self._count())
        context.bus.changed.connect(self._on_changed)
        self._enable(count=0)

    def begin(self) -> None:
        """Start at the convoy."""
        self._load()
        self.convoy.setFocus()

    def wanted(self) -> CardsWanted:
        """Whose cards are asked for."""
        return CardsWanted(
            self.convoy.value if self.convoy.count() else None,
            self.village.value,
            anew=self.anew.isChecked(),
        )

    def _on_changed(self, changed: frozenset[str]) -> None:
        if changed & _CHANGED_BY:
            self._load()

    def _load(self) -> None:
        store = self._context.store
        self._context.tasks.run(
            lambda: (convoys(store), today(store)), self._on_convoys, self._on_error
        )

    def _on_convoys(self, loaded: tuple[tuple[ConvoySummary, ...], ConvoyDay | None]) -> None:
        known, day = loaded
        chosen = self.convoy.value if self.convoy.count() else day.convoy_id if day else None
        self.convoy.set_options([(one.id, one.name) for one in known], chosen)
        self._count()

    def _count(self) -> None:
        store, wanted = self._context.store, self.wanted()
        self._context.tasks.run(
            lambda: (wanted, card_count(store, wanted)), self._on_counted, self._on_error
        )

    def _on_counted(self, counted: tuple[CardsWanted, int]) -> None:
        wanted, count = counted
        if wanted == self.wanted():
            self.count.setText(tr("Cards", "%n cards", n=count))
            self._enable(count)

    def _enable(self, count: int) -> None:
        for each in (self.write, self.print):
            each.setEnabled(count > 0)

    def _on_write(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Cards", "Cards as PDF"),
            str(Path(self._folder) / f"{tr('Cards', 'cards')}.pdf"),
            "PDF (*.pdf)",
        )
        if not chosen:
            return
        path = Path(chosen).with_suffix(".pdf")
        self._folder = str(path.parent)
        self.message.clear()
        store, wanted, said = self._context.store, self.wanted(), self._context.words
        self._draw(
            lambda report: write_cards(store, wanted, said, path, report),
            lambda count: tr("Cards", "%n cards are in {file}", n=count, file=path.name),
        )

    def _on_print(self) -> None:
        printer = printer_for_pages(self, self.message)
        if printer is None:
            return
        store, wanted, said = self._context.store, self.wanted(), self._context.words
        self._draw(
            lambda report: print_cards(
                store, wanted, said, lambda pdf: print_pages(pdf, printer), report
            ),
            lambda _: sent_text(),
        )

    def _draw(self, work: Callable[[Report], int], text: Callable[[int], str]) -> None:
        task = self._context.tasks.run_long(
            work,
            lambda count: self._on_done(text(count)),
            self.progress.advance,
            self._on_error,
            kind="document",
            owner=self,
        )
        self.progress.start(tr("Cards", "Drawing the cards"), task.cancel)

    def _on_done(self, text: str) -> None:
        self.progress.finish()
        self.message.say("done", text)

    def _on_error(self, error: Exception) -> None:
        self.progress.finish()
        self.message.say("error", text_of(error))
