"""Forgetting people who ask for it (Law 151/2020): what goes, and what stays without them.

Hand-overs stay, so that stock and counts stay right; they name a household of which nothing is
known any more. The right to erase is the workspace key's alone, which is on paper.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.journal import changes_of
from app.db.store import Store
from app.db.tables import AidRecord, Draft, Erasure, Household, ParkedCase, Person, Proxy
from app.db.trust import Trust, trust_of
from app.domain.journal.erasure import Record, record_key
from app.domain.permissions import Action
from app.errors import (
    HouseholdNotFound,
    ReasonMissing,
    RecordNotFound,
    StoreBusy,
    WrongRecoveryKey,
)
from app.keys import signing
from app.keys.recovery import read_recovery_key
from app.services.exchange.update import BACKUP
from app.services.rights import require_right
from app.services.workspace import erasure_text


@dataclass(frozen=True)
class ErasurePreview:
    """What an erasure takes: how many people, proxies that collected for nobody else, parked cases
    and changes of the journal; and how many hand-overs stay, without a name."""

    households: int
    people: int
    proxies: int
    parked_cases: int
    changes: int
    hand_overs_that_stay: int


def preview_household(store: Store, household_id: str) -> ErasurePreview:
    """What `erase_household` would take. Raises HouseholdNotFound."""
    with store.read() as session:
        return _preview(session, _of_household(session, household_id), household_id)


def preview_person(store: Store, person_id: str) -> ErasurePreview:
    """What `erase_person` would take. Raises RecordNotFound."""
    with store.read() as session:
        return _preview(session, _of_person(session, person_id), "")


def erase_household(
    store: Store, household_id: str, recovery_key: str, reason: str
) -> ErasurePreview:
    """Forgets a household, its people, the proxies only it used and its parked cases: here at once,
    elsewhere with the next file. The backups of this store are replaced by a new one.

    `reason` is kept and travels: it must name nobody. Raises HouseholdNotFound, ReasonMissing,
    WrongRecoveryKey, RightMissing, BackupFailed, DiskFull.
    """
    return _erase(store, household_id, "", recovery_key, reason)


def erase_person(store: Store, person_id: str, recovery_key: str, reason: str) -> ErasurePreview:
    """Forgets one person of a household that stays. Raises RecordNotFound, and what
    `erase_household` raises."""
    return _erase(store, "", person_id, recovery_key, reason)


def _erase(
    store: Store, household_id: str, person_id: str, recovery_key: str, reason: str
) -> ErasurePreview:
    if not reason.strip():
        raise ReasonMissing
    key = read_recovery_key(recovery_key).signing_key
    with store.write() as session:
        require_right(store, session, Action.GRANT)
        trust = trust_of(session.connection())
        if signing.public_key(key) != trust.public_key:
            raise WrongRecoveryKey
        if household_id:
            records = _of_household(session, household_id)
        else:
            records = _of_person(session, person_id)
        found = _preview(session, records, household_id)
        session.add(_signed(store, trust, key, records, reason))
        for draft in session.exec(select(Draft)).all():
            session.delete(draft)
        session.flush()
        session.touched.update({record_type: set() for record_type, _ in records})
    _overwrite(store)
    return found


def _signed(
    store: Store, trust: Trust, key: bytes, records: Collection[Record], reason: str
) -> Erasure:
    return Erasure(
        id=store.new_id(),
        records=frozenset(record_key(record) for record in records),
        reason=reason.strip(),
        at=store.sources.now(),
        certificate=signing.sign(key, erasure_text(trust.workspace_id, records)).hex(),
    )


def _overwrite(store: Store) -> None:
    """Older backups hold what was erased, and so does the log. Somebody who reads just now keeps
    the log from being emptied; the next commits overwrite it."""
    store.back_up(BACKUP)
    store.forget_backups(but=BACKUP)
    try:
        store.squeeze()
    except StoreBusy:
        return


def _of_household(session: Session, household_id: str) -> list[Record]:
    if session.get(Household, household_id) is None:
        raise HouseholdNotFound
    people = session.exec(
        select(Person.id).where(Person.household_id == household_id).order_by(Person.id)
    )
    cases = session.exec(
        select(ParkedCase.id).where(ParkedCase.household_id == household_id).order_by(ParkedCase.id)
    )
    return [
        ("household", household_id),
        *(("person", person_id) for person_id in people),
        *(("parked_case", case_id) for case_id in cases),
        *(("proxy", proxy_id) for proxy_id in _only_theirs(session, household_id)),
    ]


def _of_person(session: Session, person_id: str) -> list[Record]:
    if session.get(Person, person_id) is None:
        raise RecordNotFound
    return [("person", person_id)]


def _only_theirs(session: Session, household_id: str) -> list[str]:
    """The proxies that collected for this household and for no other."""
    used = select(col(AidRecord.proxy_id)).where(AidRecord.household_id == household_id)
    others = select(col(AidRecord.proxy_id)).where(
        AidRecord.household_id != household_id, col(AidRecord.proxy_id).is_not(None)
    )
    query = select(Proxy.id).where(col(Proxy.id).in_(used), col(Proxy.id).not_in(others))
    return list(session.exec(query))


def _preview(session: Session, records: Collection[Record], household_id: str) -> ErasurePreview:
    connection = session.connection()
    kinds = [record_type for record_type, _ in records]
    aid = select(AidRecord.id).where(AidRecord.household_id == household_id)
    return ErasurePreview(
        households=kinds.count("household"),
        people=kinds.count("person"),
        proxies=kinds.count("proxy"),
        parked_cases=kinds.count("parked_case"),
        changes=sum(len(changes_of(connection, *record)) for record in records),
        hand_overs_that_stay=len(session.exec(aid).all()),
    )
