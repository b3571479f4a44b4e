"""Prepare a laptop: what it is, where it stands, and who works at it, in two columns."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app import errors
from app.domain.permissions import Role
from app.services.exchange.pack import Order, Packed, make_pack
from app.services.team.offered import Offered, OfferedConvoy, offered
from app.services.team.workspace_signing import certify_with
from app.ui import tokens
from app.ui.context import UiContext
from app.ui.laptops.desk_edit import DeskEdit
from app.ui.laptops.team_edit import TeamEdit
from app.ui.messages import text_of
from app.ui.tr import of, tr
from app.ui.widgets.buttons import button, shortcut
from app.ui.widgets.choice import Choice
from app.ui.widgets.digits_line_edit import DigitsLineEdit
from app.ui.widgets.form import Field, Form
from app.ui.widgets.inline_message import InlineMessage
from app.ui.widgets.labels import label
from app.ui.widgets.progress_panel import ProgressPanel
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.village_set import VillageSet
from app.words.roles import MAY, ROLES

_FORBIDDEN: Final = str.maketrans('\\/:*?"<>|', "         ")


@dataclass(frozen=True)
class Ready:
    """A pack that was written, with what its sheet says."""

    packed: Packed
    laptop: str
    workspace: str
    convoy: str
    desk: str


class PrepareForm(QWidget):
    """Ends with `ready`, or with `left` where nothing was made."""

    ready = Signal(object)
    left = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.store = context.store
        self._offered = Offered("", (), "", (), ())
        self.message = InlineMessage()
        self.progress = ProgressPanel()
        self.name = QLineEdit()
        self.convoy: Choice[OfferedConvoy | None] = Choice([(None, "")])
        self.convoy.currentIndexChanged.connect(lambda _: self._on_convoy())
        self.role: Choice[Role] = Choice([(role, of(name)) for role, name in ROLES.items()])
        self.role.currentIndexChanged.connect(lambda _: self._on_role())
        self.organisation: Choice[str] = Choice([("", "")])
        self.villages = VillageSet(context)
        self.desk = DeskEdit()
        self.team = TeamEdit()
        self.key = DigitsLineEdit(longest=40)
        self._lay_out()
        self._on_role()
        context.tasks.run(lambda: offered(self.store), self._on_offered, self._on_error)

    def begin(self) -> None:
        """Put the cursor where typing starts."""
        self.name.setFocus()

    def order(self) -> Order:
        """The laptop as typed."""
        convoy = self.convoy.value
        return Order(
            self.name.text(),
            self.role.value,
            tuple(sorted(self.villages.values)),
            convoy.id if convoy is not None else None,
            team=self.team.members,
            desk=self.desk.order(),
            organisation=self.organisation.value,
        )

    def write_to(self, path: Path) -> None:
        """Let the laptop in and write its pack there."""
        store, order, key = self.store, self.order(), self.key.text()

        def work() -> Packed:
            certify = certify_with(store, key) if order.role is Role.COORDINATOR else None
            return make_pack(store, path, order, certify)

        self._go.setEnabled(False)
        self.progress.start(tr("Laptops", "Writing the pack and reading it back"))
        self._context.tasks.run(work, self._on_packed, self._on_error, kind="write")

    def _lay_out(self) -> None:
        about, people = Form(), Form()
        name = about.add(tr("Laptops", "Name of the laptop"), self.name)
        about.add(tr("Laptops", "Convoy"), self.convoy)
        self._role = about.add(tr("Laptops", "May do at most"), self.role, "…")
        villages = about.add(
            tr("Laptops", "People of these villages are on it"),
            self.villages,
            tr("Laptops", "Only they are. Nobody else's name leaves this laptop."),
        )
        about.add(tr("Laptops", "Organisation"), self.organisation)
        team = people.add(tr("Laptops", "Team"), self.team)
        self._key = people.add(
            tr("Laptops", "Recovery key of the workspace"),
            self.key,
            tr("Laptops", "Only the forty digits on paper make another coordinator."),
        )
        people.add_row(self.desk)
        self._fields: dict[type[Exception], Field] = {
            errors.LabelMissing: name,
            errors.DeviceNameTaken: name,
            errors.VillageNotFound: villages,
            errors.DeskTaken: self.desk.choice,
            errors.DeskNotFound: self.desk.choice,
            errors.RoleAboveLaptop: team,
            errors.UserNotFound: team,
            errors.LabelTaken: team,
            errors.RecoveryKeyNeeded: self._key,
            errors.WrongRecoveryKey: self._key,
        }
        self._name, self._team = name, team
        self.team.changed.connect(team.clear_wrong)
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.PAGE_EDGE)
        for form in (about, people):
            side = QVBoxLayout()
            side.addWidget(form)
            side.addStretch(1)
            row.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.BETWEEN)
        column.addWidget(label(tr("Laptops", "Prepare a laptop"), "title"))
        column.addWidget(self.message)
        column.addWidget(scrolled(columns), 1)
        column.addWidget(self.progress)
        column.addLayout(self._actions())

    def _actions(self) -> QHBoxLayout:
        self._go = button(
            tr("Laptops", "Write the pack"), self._choose, kind="primary", keys="Ctrl+Return"
        )
        shortcut(self, "Escape", tr("Laptops", "Back to the laptops"), self.left.emit)
        row = QHBoxLayout()
        row.addWidget(button(tr("Laptops", "Back"), self.left.emit, icon="back"))
        row.addStretch(1)
        row.addWidget(self._go)
        return row

    def _on_offered(self, found: Offered) -> None:
        self._offered = found
        language = self._context.words.language
        current = next((one for one in found.convoys if one.id == found.current), None)
        options: list[tuple[OfferedConvoy | None, str]] = [(one, one.name) for one in found.convoys]
        options.append((None, tr("Laptops", "None: an office laptop")))
        self.convoy.set_options(options, current)
        self.organisation.set_options(
            [
                ("", tr("Laptops", "None")),
                *((one.id, one.name(language)) for one in found.organisations),
            ]
        )
        self.organisation.may_shrink()
        self.team.offer(found.people)
        self._on_convoy()

    def _on_convoy(self) -> None:
        convoy = self.convoy.value
        self.desk.offer(convoy)
        if convoy is not None:
            self.villages.set_values(convoy.villages)

    def _on_role(self) -> None:
        role = self.role.value
        self._role.show_hint(of(MAY[role]))
        self._key.setVisible(role is Role.COORDINATOR)
        self.team.limit(role)

    def _choose(self) -> None:
        self.message.clear()
        for field in self._fields.values():
            field.clear_wrong()
        self.team.add()
        if not self.name.text().strip():
            self._name.show_wrong(text_of(errors.LabelMissing()))
            return
        if not self.team.members:
            self._team.show_wrong(tr("Laptops", "Name at least one person."))
            return
        name = " ".join(self.name.text().translate(_FORBIDDEN).split())
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Laptops", "Write the pack to a stick"),
            f"{name}.qafila",
            tr("Laptops", "Packs (*.qafila)"),
        )
        if chosen:
            self.write_to(Path(chosen))

    def _on_packed(self, packed: Packed) -> None:
        self.progress.finish()
        convoy = self.convoy.value
        desk = self.desk.order().name or self.name.text().strip()
        self.ready.emit(
            Ready(
                packed,
                self.name.text().strip(),
                self._offered.workspace,
                convoy.name if convoy is not None else "",
                desk if convoy is not None else "",
            )
        )

    def _on_error(self, error: Exception) -> None:
        self.progress.finish()
        self._go.setEnabled(True)
        field = self._fields.get(type(error))
        if field is None:
            self.message.say("error", text_of(error))
        else:
            field.show_wrong(text_of(error))
