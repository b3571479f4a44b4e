"""Telling who is at work: a PIN, or where it fails, a passphrase."""

from dataclasses import dataclass

from app.db.store import HEADER, Store
from app.db.tables import User, UserPin
from app.domain.digits import to_ascii_digits
from app.domain.permissions import ALLOWED, Action, Role
from app.domain.pin import TRIES, is_pin, read_pin, seconds_to_wait
from app.errors import PinBlocked, RightMissing, UserNotFound, WrongPassphrase, WrongPin
from app.keys.header import open_with_passphrase, read_header
from app.keys.verifier import make_verifier, verifies
from app.services.exchange.rights_here import acting_role, rights_here
from app.services.team.grants import covers, standing_grants
from app.services.team.members import put_to_work


@dataclass(frozen=True)
class _Secrets:
    pin: str
    failed: int
    passphrase: str


def unlock_as(store: Store, user_id: str, typed: str) -> None:
    """Puts a user to work who typed their PIN or passphrase.

    Raises UserNotFound; WrongPin (`left` tries, `seconds` to wait), PinBlocked, WrongPassphrase.
    """
    prove(store, user_id, typed)
    put_to_work(store, user_id)


def prove(store: Store, user_id: str, typed: str) -> None:
    """Whether it is this user who types; raises as `unlock_as` does.

    After five wrong PINs only a passphrase helps: the user's own, or for those who have none this
    laptop's, which whoever is responsible for the laptop keeps.
    """
    kept = _secrets(store, user_id)
    if kept.pin and is_pin(typed):
        if kept.failed >= TRIES:
            raise PinBlocked
        if not verifies(kept.pin, to_ascii_digits(typed.strip())):
            failed = kept.failed + 1
            _count(store, user_id, failed)
            if failed >= TRIES:
                raise PinBlocked
            raise WrongPin(left=TRIES - failed, seconds=seconds_to_wait(failed))
    elif kept.passphrase:
        if not verifies(kept.passphrase, typed):
            raise WrongPassphrase
    else:
        open_with_passphrase(read_header(store.folder / HEADER), typed)
    if kept.failed:
        _count(store, user_id, 0)


def set_pin(store: Store, user_id: str, pin: str, present: str = "") -> None:
    """A new PIN for a user of this laptop. One's own needs what one types at present (PIN or
    passphrase); those of others are set by who may do all that they may, and decide.

    Raises PinUnfit, UserNotFound, RightMissing, and what `prove` raises.
    """
    chosen = read_pin(pin)
    if user_id == store.actor:
        prove(store, user_id, present)
    else:
        _check_above(store, user_id)
    verifier = make_verifier(chosen, store.sources.random_bytes)
    with store.write() as session:
        session.merge(UserPin(user_id=user_id, verifier=verifier, failed=0))


def may_give_pin(mine: Role | None, theirs: Role) -> bool:
    """Whether somebody may set the PIN of another: who decides, and may do all that they may."""
    return mine is not None and Action.DECIDE in ALLOWED[mine] and covers(mine, theirs)


def _check_above(store: Store, user_id: str) -> None:
    with store.read() as session:
        rights = rights_here(session.connection())
    theirs = standing_grants(rights).get(user_id)
    if theirs is None:
        raise UserNotFound(name="")
    if not may_give_pin(acting_role(store, rights), theirs.role):
        raise RightMissing(action=Action.DECIDE.value)


def _secrets(store: Store, user_id: str) -> _Secrets:
    with store.read() as session:
        user, pin = session.get(User, user_id), session.get(UserPin, user_id)
        if user is None:
            raise UserNotFound(name="")
        if pin is None:
            return _Secrets("", 0, user.credential)
        return _Secrets(pin.verifier, pin.failed, user.credential)


def _count(store: Store, user_id: str, failed: int) -> None:
    with store.write() as session:
        pin = session.get(UserPin, user_id)
        if pin is not None:
            pin.failed = failed
