"""The workspace that this store trusts, kept where no file reaches."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from app.db.tables import trusted_workspace
from app.errors import StoreDamaged


@dataclass(frozen=True)
class Trust:
    """A workspace's id, the public key that certifies its coordinators, and the age recipient of
    its recovery key."""

    workspace_id: str
    public_key: bytes
    recovery_recipient: str


def trust_workspace(connection: Connection, trust: Trust) -> None:
    """Once, when a store is founded or joins."""
    connection.execute(
        insert(trusted_workspace),
        [
            {
                "workspace_id": trust.workspace_id,
                "public_key": trust.public_key,
                "recovery_recipient": trust.recovery_recipient,
            }
        ],
    )


def trust_of(connection: Connection) -> Trust:
    """Whom this store trusts. Raises StoreDamaged."""
    row = connection.execute(select(trusted_workspace)).first()
    if row is None:
        raise StoreDamaged
    return Trust(row.workspace_id, bytes(row.public_key), row.recovery_recipient)
