"""Pictures of laptops that join and of people who take turns."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from app.domain.permissions import Role
from app.errors import WrongCode, WrongPin
from app.services.team.members import put_to_work
from app.services.team.unlocking import set_pin, unlock_as
from app.services.users import UserForm, add_user
from app.ui.context import StartContext, UiContext
from app.ui.laptops.prepare_form import PrepareForm
from app.ui.start.join import JoinStep
from app.ui.start.step import Step
from app.ui.team.lock_view import LockView, Why

_PACK: Final = Path("/media/mona/USB DISK/laptop-3.qafila")
_TEAM: Final = ("سامية عبدالحميد", "نادية محمد علي", "هدى السيد")


def joining(context: StartContext, folder: Path) -> JoinStep:
    """A laptop of a convoy, with a code that is not its pack's."""
    step = JoinStep(context, folder)
    step.path.setText(str(_PACK))
    step.code.setText("1234567890123456789012345")
    step.show_wrong(WrongCode())
    return step


def lock_views(context: UiContext) -> Iterator[tuple[str, Step]]:
    """Who is at work: a team takes turns, and a laptop that nobody touched."""
    store = context.store
    team = [add_user(store, UserForm(name, Role.VOLUNTEER)) for name in _TEAM]
    for user_id in team:
        set_pin(store, user_id, "4821")
    yield "switch", LockView(context, Why.SWITCH)
    with suppress(WrongPin):
        unlock_as(store, team[0], "1234")
    put_to_work(store, team[0])
    view = LockView(context, Why.IDLE)
    yield "idle", view
    view.edit.setText("1234")
    view.go.click()
    yield "wrong", view


def filling(form: PrepareForm) -> None:
    """A desk for some letters, and a team of two."""
    form.name.setText("لابتوب 4")
    form.desk.name.setText("مكتب 4")
    form.desk.letters.setText("س م ن")
    form.role.choose(Role.SUPERVISOR)
    form.team.name.setText(_TEAM[0])
    form.team.add()
    form.team.name.setText(_TEAM[1])


def packing(form: PrepareForm) -> None:
    """The pack, beside the store."""
    form.team.add()
    form.write_to(form.store.folder.parent / "laptop-4.qafila")
