"""Who may do what, by what this store trusts: the workspace key first."""

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from app.db.rights import rights_in
from app.db.store import Store
from app.db.tables import Device
from app.db.trust import Trust, trust_of
from app.domain.journal.change import Change
from app.domain.journal.erasure import named_records
from app.domain.journal.introduction import DEVICE_RECORD, introducer
from app.domain.journal.rights import ERASURE, GRANT, Rights
from app.domain.permissions import ALLOWED, Action, Role
from app.errors import RightMissing
from app.keys import signing
from app.services.workspace import (
    certificate_text,
    erasure_text,
    introduction_text,
    revocation_text,
)


def certified_by(trust: Trust) -> Callable[[Change], bool]:
    """Whether the right key signed what a change makes: the workspace's, or that of the laptop from
    which another goes on."""

    def certified(change: Change) -> bool:
        if change.record_type == DEVICE_RECORD:
            return _is_introduced(trust, change)
        signature = _bytes(change.values.get("certificate"))
        message = _signed_text(trust, change) if signature else None
        return message is not None and signing.verify(trust.public_key, message, signature)

    return certified


def _signed_text(trust: Trust, change: Change) -> bytes:
    values = change.values
    if change.record_type == ERASURE:
        return erasure_text(trust.workspace_id, named_records(change))
    if change.record_type == GRANT:
        named = [str(values.get(name, "")) for name in ("subject_type", "subject_id", "role")]
        return certificate_text(trust.workspace_id, *named)
    ended = str(values.get("grant_hash", ""))
    return revocation_text(trust.workspace_id, ended, values.get("cut_offs"))


def _is_introduced(trust: Trust, change: Change) -> bool:
    """Whether the laptop that another goes on from signed it, with the key that its id names."""
    by = introducer(change)
    if by is None:
        return False
    told: Any = change.values["introduction"]
    key, signature = (_bytes(told[0].get(name)) for name in ("key", "signature"))
    last = str(told[0].get("seq")), str(told[0].get("hash"))
    message = introduction_text(trust.workspace_id, by, *last, change.device_id)
    return signing.device_id(key) == by and signing.verify(key, message, signature)


def _bytes(text: object) -> bytes:
    """The bytes behind hex digits; none where they are not such."""
    try:
        return bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return b""


def certified_in(connection: Connection) -> Callable[[Change], bool]:
    """`certified_by` whom this store trusts, looked up once it is asked for: a store that is being
    made trusts nobody yet."""

    @cache
    def trust() -> Trust:
        return trust_of(connection)

    def certified(change: Change) -> bool:
        return certified_by(trust())(change)

    return certified


def rights_here(connection: Connection) -> Rights:
    """The rights as of now."""
    return rights_in(connection, certified_by(trust_of(connection)))


def coordinators(rights: Rights) -> frozenset[str]:
    """The laptops that are coordinators' and have not been ended."""
    return frozenset(
        device_id
        for device_id, grants in rights.ceilings.items()
        if any(
            granted.role is Role.COORDINATOR and granted.change.hash not in rights.ends
            for granted in grants
        )
    )


def standing_devices(rights: Rights) -> frozenset[str]:
    """The laptops that are let in and have not been ended."""
    return frozenset(
        device_id
        for device_id, grants in rights.ceilings.items()
        if any(granted.change.hash not in rights.ends for granted in grants)
    )


def workspace_key(store: Store) -> bytes:
    """The public key that certifies coordinators here."""
    with store.read() as session:
        return trust_of(session.connection()).public_key


def recipients(session: Session, device_ids: frozenset[str]) -> list[str]:
    """The age recipients of laptops."""
    rows = (session.get(Device, device_id) for device_id in sorted(device_ids))
    return [row.recipient for row in rows if row is not None and row.recipient]


def acting_role(store: Store, rights: Rights) -> Role | None:
    """The lesser of what the person at work and this laptop may do; None without a grant."""
    granted = rights.grants.get(store.writer.grant)
    ceilings = [
        one.role
        for one in rights.ceilings.get(store.device_id, ())
        if one.change.hash not in rights.ends
    ]
    if granted is None or granted.change.hash in rights.ends or not ceilings:
        return None
    if granted.subject_id != store.actor:
        return None
    laptop = max(ceilings, key=lambda role: len(ALLOWED[role]))
    return min(granted.role, laptop, key=lambda role: len(ALLOWED[role]))


def require(store: Store, rights: Rights, action: Action) -> None:
    """Raises RightMissing where the person at work, or this laptop, may not do it."""
    role = acting_role(store, rights)
    if role is None or action not in ALLOWED[role]:
        raise RightMissing(action=action.value)
