"""Ending what a laptop or a person may do: lost, stolen, handed back, or no longer with us."""

from collections.abc import Iterable

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from app.db.journal import chain_head
from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import Device, Revocation, User, journal
from app.db.trust import trust_of
from app.domain.journal.introduction import origins
from app.domain.journal.rights import Granted, Rights
from app.domain.names import normalise
from app.domain.permissions import Action, Role
from app.errors import DeviceNotFound, RecoveryKeyNeeded, RightMissing, UserNotFound
from app.services.exchange.rights_here import require, rights_here
from app.services.team.grants import Certify
from app.services.workspace import revocation_text

CutOffs = tuple[dict[str, str | int], ...]


def end_laptop(store: Store, name: str, certify: Certify | None = None) -> None:
    """What the laptop called `name` wrote so far, as known here, stays; what it writes later waits
    in quarantine. `certify` signs with the workspace key, which alone ends a coordinator's.

    Raises RightMissing (also for this laptop), DeviceNotFound, RecoveryKeyNeeded.
    """
    with store.write() as session:
        rights = rights_here(session.connection())
        require(store, rights, Action.GRANT)
        granted = _of_laptop(session, rights, name)
        device_id = granted[0].subject_id
        if device_id == store.device_id:
            raise RightMissing(action=Action.GRANT.value)
        one_laptop = [device_id, *_gone_on(rights, device_id)]
        _end(store, session, granted, _cut_offs(session, one_laptop), certify)


def end_person(store: Store, user_id: str, certify: Certify | None = None) -> None:
    """What a person wrote on any laptop, as known here, stays; what they write later, or wrote and
    did not hand in yet, waits in quarantine. `certify` as for `end_laptop`.

    Raises RightMissing (also for whoever is at work), UserNotFound, RecoveryKeyNeeded.
    """
    with store.write() as session:
        rights = rights_here(session.connection())
        require(store, rights, Action.GRANT)
        granted = [
            one
            for one in rights.grants.values()
            if (one.subject_type, one.subject_id) == ("user", user_id)
            and one.change.hash not in rights.ends
        ]
        user = session.get(User, user_id)
        if user is None or not granted:
            raise UserNotFound(name=user.name if user is not None else "")
        if user_id == store.actor:
            raise RightMissing(action=Action.GRANT.value)
        wrote = sql_select(journal.c.device_id).where(journal.c.actor == user_id).distinct()
        laptops = sorted(session.connection().scalars(wrote))
        _end(store, session, granted, _cut_offs(session, laptops), certify)


def _end(
    store: Store,
    session: JournalSession,
    granted: Iterable[Granted],
    cut_offs: CutOffs,
    certify: Certify | None,
) -> None:
    workspace_id = trust_of(session.connection()).workspace_id
    for one in sorted(granted, key=lambda each: each.change.hash):
        certificate = ""
        if one.role is Role.COORDINATOR:
            if certify is None:
                raise RecoveryKeyNeeded
            text = revocation_text(workspace_id, one.change.hash.hex(), list(cut_offs))
            certificate = certify(text).hex()
        session.add(
            Revocation(
                id=store.new_id(),
                grant_hash=one.change.hash.hex(),
                cut_offs=cut_offs,
                certificate=certificate,
            )
        )


def _of_laptop(session: Session, rights: Rights, name: str) -> list[Granted]:
    """The grants of the laptop of that name that nobody has ended."""
    wanted = normalise(name)
    for device in session.exec(select(Device).order_by(col(Device.id))):
        if normalise(device.name) == wanted:
            found = [
                granted
                for granted in rights.ceilings.get(device.id, ())
                if granted.change.hash not in rights.ends
            ]
            if found:
                return found
    raise DeviceNotFound(name=name)


def _gone_on(rights: Rights, device_id: str) -> list[str]:
    """The ids under which a laptop's restored stores go on."""
    return sorted(
        one
        for one in rights.introduced
        if one != device_id and device_id in origins(one, rights.introduced)
    )


def _cut_offs(session: Session, device_ids: Iterable[str]) -> CutOffs:
    """Where each chain ends as known here; of laptops that wrote nothing, nothing is accepted."""
    heads = {one: chain_head(session.connection(), one) for one in device_ids}
    return tuple(
        {"device": device_id, "seq": seq, "hash": digest.hex()}
        for device_id, (seq, digest) in heads.items()
        if seq
    )
