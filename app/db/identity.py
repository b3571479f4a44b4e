"""Who this laptop is in the journal, and who works on it."""

from sqlalchemy import Connection, Engine, insert, select, update

from app.db.engine import IMMEDIATE
from app.db.tables import own_device
from app.domain.journal.change import GENESIS, Writer
from app.errors import StoreDamaged


def remember_device(engine: Engine, device_id: str, private_key: bytes, since: int) -> None:
    """Makes `device_id` the one that this store writes under; earlier ones stay known."""
    writer = Writer(device_id, "", GENESIS)
    with engine.connect().execution_options(**IMMEDIATE) as connection, connection.begin():
        add_device(connection, writer, private_key, since)


def add_device(connection: Connection, writer: Writer, private_key: bytes, since: int) -> None:
    """`remember_device` inside a transaction, with who works on it."""
    row = {
        "device_id": writer.device_id,
        "private_key": private_key,
        "since": since,
        "user_id": writer.actor,
        "grant": writer.grant,
    }
    connection.execute(insert(own_device), [row])


def remember_user(connection: Connection, device_id: str, user_id: str, grant: bytes) -> None:
    """Makes a user the one with whom this store opens."""
    connection.execute(
        update(own_device)
        .where(own_device.c.device_id == device_id)
        .values(user_id=user_id, grant=grant)
    )


def current_identity(engine: Engine) -> Writer:
    """The device and user that write; raises StoreDamaged if the store has no device."""
    query = select(own_device.c.device_id, own_device.c.user_id, own_device.c.grant)
    with engine.connect() as connection, connection.begin():
        row = connection.execute(query.order_by(own_device.c.position.desc()).limit(1)).first()
    if row is None:
        raise StoreDamaged
    return Writer(row.device_id, row.user_id, row.grant)


def own_devices(connection: Connection) -> list[str]:
    """Every device that this store has written under, the present one first."""
    query = select(own_device.c.device_id).order_by(own_device.c.position.desc())
    return list(connection.scalars(query))


def signing_keys(connection: Connection) -> list[bytes]:
    """The private keys of every device that this store has written under, the present one first."""
    query = select(own_device.c.private_key).order_by(own_device.c.position.desc())
    return [bytes(key) for key in connection.scalars(query)]


def signing_key(connection: Connection, device_id: str) -> bytes:
    """This laptop's private key; raises StoreDamaged if it is not kept here."""
    query = select(own_device.c.private_key).where(own_device.c.device_id == device_id)
    key = connection.scalar(query)
    if key is None:
        raise StoreDamaged
    return bytes(key)


def user_of_store(connection: Connection, device_id: str) -> str:
    """The user with whom the store opens; empty before there is one."""
    query = select(own_device.c.user_id).where(own_device.c.device_id == device_id)
    return connection.scalar(query) or ""
