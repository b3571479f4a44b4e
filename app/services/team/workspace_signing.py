"""Signing with the workspace key, from the recovery key on paper."""

from app.db.store import Store
from app.errors import WrongRecoveryKey
from app.keys import signing
from app.keys.recovery import read_recovery_key
from app.services.exchange.rights_here import workspace_key
from app.services.team.grants import Certify


def certify_with(store: Store, recovery_key: str) -> Certify:
    """Signs as the workspace does while the forty digits are at hand. Raises WrongRecoveryKey."""
    key = read_recovery_key(recovery_key).signing_key
    if signing.public_key(key) != workspace_key(store):
        raise WrongRecoveryKey

    def certify(message: bytes) -> bytes:
        return signing.sign(key, message)

    return certify
