"""The way from a closed laptop to an open store."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from app.errors import StoreNotFound
from app.ui.context import StartContext
from app.ui.messages import text_of
from app.ui.start import work
from app.ui.start.create import CreateStep
from app.ui.start.demonstration import DemonstrationStep
from app.ui.start.join import JoinStep
from app.ui.start.recovery_key import ProveKeyStep, ShowKeyStep
from app.ui.start.step import Step
from app.ui.start.unlock import RecoverStep, UnlockStep
from app.ui.start.welcome import WelcomeStep
from app.ui.tr import tr

if TYPE_CHECKING:
    from app.bootstrap import NewWorkspace
    from app.db.store import Store


class StartFlow(QStackedWidget):
    """Shows one step at a time; steps that are left are destroyed, with what was typed in them."""

    opened = Signal(object)
    """A store is open; the flow may still have something to show."""

    finished = Signal()
    """Nothing is left to show: the pages may come."""

    def __init__(self, context: StartContext, known: Path | None, new: Path, demo: Path) -> None:
        """`known` is where a store should be, `new` where one would be made, `demo` where the
        demonstration lies."""
        super().__init__()
        self._context = context
        self._new = new
        self._demo = demo
        if known is None:
            self._welcome()
        else:
            self._unlock(known)
        context.tasks.run(work.warm_up, lambda _nothing: None, owner=self)

    @property
    def step(self) -> Step:
        """The step in front."""
        step = self.currentWidget()
        assert isinstance(step, Step)
        return step

    def _go(self, step: Step) -> None:
        left = self.currentWidget()
        self.addWidget(step)
        self.setCurrentWidget(step)
        if left is not None:
            self.removeWidget(left)
            left.deleteLater()
        step.entered()

    def _welcome(self) -> None:
        step = WelcomeStep(self._context)
        step.create_chosen.connect(self._create)
        step.join_chosen.connect(self._join)
        step.demonstration_chosen.connect(self._demonstrate)
        step.open_chosen.connect(self._choose_folder)
        self._go(step)

    def _demonstrate(self) -> None:
        step = DemonstrationStep(self._context, self._demo)
        step.opened.connect(self._on_unlocked)
        step.back_wanted.connect(self._welcome)
        self._go(step)

    def _create(self) -> None:
        step = CreateStep(self._context, self._new)
        step.back_wanted.connect(self._welcome)
        step.created.connect(self._on_created)
        self._go(step)

    def _join(self) -> None:
        step = JoinStep(self._context, self._new)
        step.back_wanted.connect(self._welcome)
        step.joined.connect(self._on_unlocked)
        self._go(step)

    def _on_created(self, made: "NewWorkspace", workspace: str) -> None:
        self.opened.emit(made.store)
        self._show_key(workspace, made.recovery_key)

    def _show_key(self, workspace: str, recovery_key: str) -> None:
        step = ShowKeyStep(self._context, workspace, recovery_key)
        step.written.connect(lambda: self._prove_key(workspace, recovery_key))
        self._go(step)

    def _prove_key(self, workspace: str, recovery_key: str) -> None:
        step = ProveKeyStep(self._context, recovery_key)
        step.show_wanted.connect(lambda: self._show_key(workspace, recovery_key))
        step.proven.connect(self.finished)
        self._go(step)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Start", "The folder of the workspace"), str(self._new.parent)
        )
        if folder:
            self.open_folder(Path(folder))

    def open_folder(self, folder: Path) -> None:
        """Ask for the passphrase of the store in `folder`, or say that there is none."""

        def decide(exists: bool) -> None:  # noqa: FBT001 - a callback
            if exists:
                self._unlock(folder)
            else:
                self.step.message.say("error", text_of(StoreNotFound(path=str(folder))))

        self._context.tasks.run(lambda: work.exists(folder), decide, owner=self)

    def _unlock(self, folder: Path) -> None:
        step = UnlockStep(self._context, folder)
        step.unlocked.connect(self._on_unlocked)
        step.recovery_wanted.connect(lambda: self._recover(folder))
        step.another_wanted.connect(self._welcome)
        self._go(step)
        if folder == self._demo:
            self._context.tasks.run(work.demonstration_passphrase, step.tell_passphrase, owner=step)

    def _recover(self, folder: Path) -> None:
        step = RecoverStep(self._context, folder)
        step.unlocked.connect(self._on_unlocked)
        step.back_wanted.connect(lambda: self._unlock(folder))
        self._go(step)

    def _on_unlocked(self, store: "Store") -> None:
        self.opened.emit(store)
        self.finished.emit()
