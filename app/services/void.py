"""Voiding a hand-over: it stays on record, with a reason, and counts no more."""

from app.db.journal_session import JournalSession
from app.db.store import Store
from app.db.tables import AidRecord
from app.domain.permissions import Action
from app.domain.void_reason import VoidReason
from app.errors import AidRecordNotFound, AlreadyVoided, ReasonMissing, TooLateToUndo
from app.services.day import day_in
from app.services.exchange.rights_here import require, rights_here
from app.services.hand_over import UNDO_MS


def undo_hand_over(store: Store, aid_record_id: str) -> None:
    """Takes back what this laptop handed over less than a minute ago.

    Raises AidRecordNotFound, AlreadyVoided, TooLateToUndo.
    """
    with store.write() as session:
        record = _standing(session, aid_record_id)
        age = store.sources.now() - record.handed_at
        if record.device_id != store.device_id or not 0 <= age <= UNDO_MS:
            raise TooLateToUndo
        _void(store, session, record, VoidReason.UNDONE_AT_DESK)


def void_hand_over(store: Store, aid_record_id: str, reason: VoidReason | None) -> None:
    """Voids a hand-over for a reason from the list. Raises AidRecordNotFound, AlreadyVoided,
    ReasonMissing, RightMissing (a volunteer voids only her own of the day)."""
    if reason is None:
        raise ReasonMissing
    with store.write() as session:
        record = _standing(session, aid_record_id)
        require(store, rights_here(session.connection()), _action(store, session, record))
        _void(store, session, record, reason)


def _action(store: Store, session: JournalSession, record: AidRecord) -> Action:
    today = day_in(session)
    writer = (record.device_id, record.handed_by, record.day)
    own = today is not None and writer == (store.device_id, store.actor, today.day)
    return Action.VOID_OWN_TODAY if own else Action.VOID


def _standing(session: JournalSession, aid_record_id: str) -> AidRecord:
    record = session.get(AidRecord, aid_record_id)
    if record is None:
        raise AidRecordNotFound
    if record.voided:
        raise AlreadyVoided
    return record


def _void(store: Store, session: JournalSession, record: AidRecord, reason: VoidReason) -> None:
    """The convoy day is kept with it: a volunteer may void her own of the day."""
    today = day_in(session)
    record.voided = True
    record.void_reason = reason.value
    record.void_at = store.sources.now()
    record.void_by = store.actor
    record.void_day = today.day if today else ""
