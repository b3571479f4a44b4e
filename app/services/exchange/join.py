"""A pack taken in by the laptop that it was made for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.db.arrivals import settle
from app.db.identity import remember_user
from app.db.store import Store
from app.db.tables import UserPin
from app.db.trust import Trust, trust_workspace
from app.domain.journal.change import Writer
from app.errors import FileDamaged, FileForOthers, FileMissing, FileOfAnotherKind, WrongCode
from app.files import disk_errors
from app.keys import signing
from app.keys.one_time_code import pack_identity
from app.services.day import begin_at
from app.services.defaults import add_places
from app.services.exchange.reading import Intake, open_manifest, take_in
from app.services.exchange.rights_here import certified_by
from app.sync.manifest import Kind, Manifest


@dataclass(frozen=True)
class OpenedPack:
    """A pack that was checked whole, before anything is made of it."""

    path: Path
    identity: str
    device_key: bytes
    writer: Writer
    trust: Trust
    pins: tuple[tuple[str, str], ...] = ()
    """Of the team, by user: the verifier of the first PIN."""
    convoy_id: str = ""
    desk_id: str = ""


def open_pack(path: Path, code: str) -> OpenedPack:
    """Raises WrongCode, FileMissing, FileOfAnotherKind, FileDamaged, FileNewer, StoreReadOnly."""
    identity = pack_identity(code)
    if not path.is_file():
        raise FileMissing(path=str(path))
    try:
        with disk_errors(path.parent), path.open("rb") as file:
            manifest = open_manifest(file, identity)
    except FileForOthers as error:
        raise WrongCode from error
    if manifest.kind is not Kind.PACK:
        raise FileOfAnotherKind
    return _opened(path, identity, manifest)


def _opened(path: Path, identity: str, manifest: Manifest) -> OpenedPack:
    more: Any = manifest.more
    try:
        key = bytes.fromhex(more["device_key"])
        device_id = signing.device_id(signing.public_key(key))
        writer = Writer(device_id, str(more["user"]), bytes.fromhex(more["grant"]))
        trust = Trust(
            manifest.workspace_id,
            bytes.fromhex(more["workspace_key"]),
            str(more["recovery_recipient"]),
        )
        pins = tuple((str(user), str(pin)) for user, pin in more.get("team", {}).items())
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise FileDamaged from error
    convoy_id, desk_id = str(more.get("convoy") or ""), str(more.get("desk") or "")
    return OpenedPack(path, identity, key, writer, trust, pins, convoy_id, desk_id)


def take_pack(store: Store, pack: OpenedPack) -> None:
    """Fills a new store with its pack: its records, the first PINs of its team, and the convoy and
    desk that it was prepared for. Raises what reading a file raises."""
    with store.write() as session:
        connection = session.connection()
        add_places(connection)
        trust_workspace(connection, pack.trust)
        intake = Intake(connection, pack.trust, takes_parts=True)
        with disk_errors(pack.path.parent), pack.path.open("rb") as file:
            take_in(file, [pack.identity], intake)
        settle(connection, 0, certified_by(pack.trust))
        remember_user(connection, store.device_id, pack.writer.actor, pack.writer.grant)
        session.add_all([UserPin(user_id=user, verifier=pin) for user, pin in pack.pins])
        begin_at(session, store, pack.convoy_id, pack.desk_id)
