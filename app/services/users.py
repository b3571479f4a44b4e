"""Who works with the store now."""

from sqlmodel import col, select

from app.db.journal import heads_of
from app.db.store import Store
from app.db.tables import Grant, User
from app.domain.journal.change import GENESIS
from app.domain.names import normalise
from app.errors import UserNotFound


def work_as(store: Store, name: str) -> None:
    """From now on, changes name the user called `name` (the first of that name) and the grant they
    hold. Raises UserNotFound."""
    wanted = normalise(name)
    with store.read() as session:
        people = session.exec(select(User).where(col(User.active)).order_by(col(User.id)))
        user = next((user for user in people if normalise(user.name) == wanted), None)
        if user is None:
            raise UserNotFound(name=name)
        grant = session.exec(
            select(Grant)
            .where(Grant.subject_type == "user", Grant.subject_id == user.id)
            .where(~col(Grant.ended))
            .order_by(col(Grant.id).desc())
        ).first()
        heads = heads_of(session.connection(), "grant", grant.id)[0] if grant else ()
    store.act_as(user.id, heads[-1] if heads else GENESIS)
