"""Who wrote a change, on which laptop, when its clock said so."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from app.db.tables import Device, User, table_of
from app.domain.journal.change import Change


@dataclass(frozen=True)
class Author:
    """Names are empty while the user or laptop is not known here. `at` is the laptop's clock
    (milliseconds, UTC), which may be wrong."""

    user_id: str
    user: str
    device_id: str
    laptop: str
    at: int


class Authors:
    """The names of all users and laptops."""

    def __init__(self, session: Session) -> None:
        self.users = _names(session, User)
        self.laptops = _names(session, Device)

    def of(self, change: Change) -> Author:
        """Who wrote a change."""
        return self.named(change.actor, change.device_id, change.recorded_at)

    def named(self, user_id: str, device_id: str, at: int) -> Author:
        """The names behind these ids."""
        user, laptop = self.users.get(user_id, ""), self.laptops.get(device_id, "")
        return Author(user_id, user, device_id, laptop, at)


def _names(session: Session, model: type[User] | type[Device]) -> Mapping[str, str]:
    table = table_of(model)
    rows = session.connection().execute(select(table.c.id, table.c.name))
    return {row.id: row.name for row in rows}
