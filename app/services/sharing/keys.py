"""Keys that coordinators of several organisations agree on, one for each campaign or season.

They stay on this laptop: no journal, pack, update or dump carries them.
"""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from app.db.store import Store
from app.db.tables import given_by_others, shared_key
from app.domain.permissions import Action
from app.errors import LabelMissing, LabelTaken, SharedKeyNotFound
from app.keys.shared_key import SECRET_BYTES, SharedSecret, read_shared_key
from app.services.named import cleaned
from app.services.rights import require_right


@dataclass(frozen=True)
class SharedKey:
    """A key in a list; `since` in milliseconds, UTC."""

    name: str
    since: int


def shared_keys(store: Store) -> tuple[SharedKey, ...]:
    """The keys of this laptop, the latest first."""
    query = select(shared_key.c.name, shared_key.c.since)
    with store.read() as session:
        rows = session.connection().execute(
            query.order_by(shared_key.c.since.desc(), shared_key.c.name)
        )
        return tuple(SharedKey(row.name, row.since) for row in rows)


def make_shared_key(store: Store, name: str) -> str:
    """A new key; returns the forty digits to pass on, over the telephone or on paper.

    Raises LabelMissing, LabelTaken, RightMissing.
    """
    secret = SharedSecret(store.sources.random_bytes(SECRET_BYTES))
    _keep(store, name, secret)
    return secret.printed


def enter_shared_key(store: Store, name: str, digits: str) -> None:
    """Keeps a key that somebody else made. Raises WrongSharedKey, LabelMissing, LabelTaken,
    RightMissing."""
    _keep(store, name, read_shared_key(digits))


def forget_shared_key(store: Store, name: str) -> None:
    """Deletes a key with all that came under it. Raises SharedKeyNotFound, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        connection = session.connection()
        secret_named(connection, name)
        connection.execute(delete(given_by_others).where(given_by_others.c.key_name == name))
        connection.execute(delete(shared_key).where(shared_key.c.name == name))


def secrets(connection: Connection) -> dict[str, SharedSecret]:
    """Every key by its name."""
    rows = connection.execute(select(shared_key).order_by(shared_key.c.name))
    return {row.name: SharedSecret(bytes(row.secret)) for row in rows}


def secret_named(connection: Connection, name: str) -> SharedSecret:
    """Raises SharedKeyNotFound."""
    found = secrets(connection).get(name)
    if found is None:
        raise SharedKeyNotFound(name=name)
    return found


def _keep(store: Store, name: str, secret: SharedSecret) -> None:
    name = cleaned(name)
    if not name:
        raise LabelMissing
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        connection = session.connection()
        if name in secrets(connection):
            raise LabelTaken(name=name)
        row = {"name": name, "secret": secret.secret, "since": store.sources.now()}
        connection.execute(insert(shared_key), [row])
