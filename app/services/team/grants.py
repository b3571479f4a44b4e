"""What people and laptops are granted, and which of a person's grants stand."""

from collections.abc import Callable

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import Grant
from app.db.trust import Trust
from app.domain.journal.rights import USER, Granted, Rights
from app.domain.permissions import ALLOWED, Role
from app.errors import RecoveryKeyNeeded
from app.services.workspace import certificate_text

Certify = Callable[[bytes], bytes]
"""Signs with the workspace key, which alone makes coordinators."""


def write_grant(
    store: Store,
    session: JournalSession,
    trust: Trust,
    subject: tuple[str, str],
    role: Role,
    certify: Certify | None = None,
) -> Grant:
    """Grants a role to the device or user `subject` (its type and id). Raises RecoveryKeyNeeded for
    a coordinator without `certify`."""
    subject_type, subject_id = subject
    certificate = ""
    if role is Role.COORDINATOR:
        if certify is None:
            raise RecoveryKeyNeeded
        message = certificate_text(trust.workspace_id, subject_type, subject_id, role.value)
        certificate = certify(message).hex()
    grant = Grant(
        id=store.new_id(),
        subject_type=subject_type,
        subject_id=subject_id,
        role=role.value,
        certificate=certificate,
    )
    session.add(grant)
    return grant


def standing_grants(rights: Rights) -> dict[str, Granted]:
    """Per user, the grant that nobody has ended; of several the one that allows most."""
    found: dict[str, Granted] = {}
    for digest, granted in sorted(rights.grants.items()):
        if granted.subject_type != USER or digest in rights.ends:
            continue
        known = found.get(granted.subject_id)
        if known is None or covers(granted.role, known.role):
            found[granted.subject_id] = granted
    return found


def covers(role: Role, other: Role) -> bool:
    """Whether `role` may do all that `other` may."""
    return ALLOWED[other] <= ALLOWED[role]
