"""Voiding a hand-over: it stays on record, with a reason, and counts no more."""

from dataclasses import dataclass

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import AidRecord
from app.domain.permissions import Action
from app.domain.void_reason import VoidReason
from app.errors import AidRecordNotFound, AlreadyVoided, ReasonMissing, TooLateToUndo
from app.services.day import day_in
from app.services.hand_over import UNDO_MS
from app.services.rights import require_right


@dataclass(frozen=True)
class Voided:
    """A void that was saved. Where `waits` is true the hand-over still counts: it was not the
    writer's own of the day, and a supervisor releases the void or leaves it."""

    waits: bool


def undo_hand_over(store: Store, aid_record_id: str) -> Voided:
    """Takes back what this laptop handed over less than a minute ago.

    Raises AidRecordNotFound, AlreadyVoided, TooLateToUndo, RightMissing.
    """
    with store.write() as session:
        require_right(store, session, Action.VOID_OWN_TODAY)
        record = _standing(session, aid_record_id)
        age = store.sources.now() - record.handed_at
        if record.device_id != store.device_id or not 0 <= age <= UNDO_MS:
            raise TooLateToUndo
        return _void(store, session, record, VoidReason.UNDONE_AT_DESK)


def void_hand_over(store: Store, aid_record_id: str, reason: VoidReason | None) -> Voided:
    """Voids a hand-over for a reason from the list; a volunteer's void of what is not her own of
    the day waits. Raises AidRecordNotFound, AlreadyVoided, ReasonMissing, RightMissing."""
    if reason is None:
        raise ReasonMissing
    with store.write() as session:
        require_right(store, session, Action.VOID_OWN_TODAY)
        record = _standing(session, aid_record_id)
        return _void(store, session, record, reason)


def _standing(session: JournalSession, aid_record_id: str) -> AidRecord:
    record = session.get(AidRecord, aid_record_id)
    if record is None:
        raise AidRecordNotFound
    if record.voided:
        raise AlreadyVoided
    return record


def _void(store: Store, session: JournalSession, record: AidRecord, reason: VoidReason) -> Voided:
    """The convoy day is kept with it: a volunteer may void her own of the day."""
    today = day_in(session)
    record.voided = True
    record.void_reason = reason.value
    record.void_at = store.sources.now()
    record.void_by = store.actor
    record.void_day = today.day if today else ""
    session.flush()
    return Voided(waits=("aid_record", record.id) in session.put_aside)
