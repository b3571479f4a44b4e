"""Founding a workspace: its first laptop, its first coordinator, its editable defaults."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.db.identity import remember_user
from app.db.journal_session import latest_change
from app.db.store import Store
from app.db.tables import Device, Grant, User, Workspace
from app.db.trust import Trust, trust_workspace
from app.services.defaults import add_defaults

COORDINATOR = "coordinator"


@dataclass(frozen=True)
class Founding:
    """Keys are hex; `certify` signs with the workspace key, which is on paper afterwards."""

    workspace_name: str
    user_name: str
    device_name: str
    device_public_key: str
    device_recipient: str
    workspace_public_key: str
    recovery_recipient: str
    certify: Callable[[bytes], str]


def certificate_text(workspace_id: str, subject_type: str, subject_id: str, role: str) -> bytes:
    """What the workspace key signs to make someone, or a laptop, a coordinator."""
    parts = ("qafila grant 1", workspace_id, subject_type, subject_id, role)
    return "\n".join(parts).encode()


def revocation_text(workspace_id: str, grant_hash: str, cut_offs: object) -> bytes:
    """What the workspace key signs to end what it certified."""
    listed = json.dumps(cut_offs or [], sort_keys=True, separators=(",", ":"))
    return "\n".join(("qafila revocation 1", workspace_id, grant_hash, listed)).encode()


def erasure_text(workspace_id: str, records: Iterable[tuple[str, str]]) -> bytes:
    """What the workspace key signs to have people forgotten; records by type and id, in order."""
    named = (f"{record_type}:{record_id}" for record_type, record_id in sorted(records))
    return "\n".join(("qafila erasure 1", workspace_id, *named)).encode()


def introduction_text(workspace_id: str, by: str, seq: str, digest: str, device_id: str) -> bytes:
    """What a laptop's key signs for the id under which its store goes on after the change with this
    number and hash."""
    parts = ("qafila introduction 1", workspace_id, by, seq, digest, device_id)
    return "\n".join(parts).encode()


def found_workspace(store: Store, founding: Founding) -> str:
    """Writes the first records, and the reference data that a workspace starts from; returns the
    workspace's id."""
    workspace_id = store.new_id()
    user_id = store.new_id()

    def grant(subject_type: str, subject_id: str) -> Grant:
        text = certificate_text(workspace_id, subject_type, subject_id, COORDINATOR)
        return Grant(
            id=store.new_id(),
            subject_type=subject_type,
            subject_id=subject_id,
            role=COORDINATOR,
            certificate=founding.certify(text),
        )

    key = bytes.fromhex(founding.workspace_public_key)
    trust = Trust(workspace_id, key, founding.recovery_recipient)
    with store.write() as session:
        trust_workspace(session.connection(), trust)
        session.add(
            Workspace(
                id=workspace_id,
                name=founding.workspace_name,
                public_key=founding.workspace_public_key,
                recovery_recipient=founding.recovery_recipient,
            )
        )
        session.add(
            Device(
                id=store.device_id,
                name=founding.device_name,
                public_key=founding.device_public_key,
                recipient=founding.device_recipient,
            )
        )
        session.add(User(id=user_id, name=founding.user_name))
        session.add(grant("device", store.device_id))
        own = grant("user", user_id)
        session.add(own)
        session.flush()
        given = latest_change(session.connection(), own)
        remember_user(session.connection(), store.device_id, user_id, given)
    store.act_as(user_id, given)
    add_defaults(store)
    return workspace_id
