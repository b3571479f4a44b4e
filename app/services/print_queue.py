"""Receipts that wait for a printer: none is lost when it is absent or out of paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.db.store import Store
from app.db.tables import AidRecord, PrintJob
from app.domain.short_number import short_number

WAITING = "waiting"
FAILED = "failed"
PRINTED = "printed"
_CHUNK = 500


@dataclass(frozen=True)
class WaitingJob:
    """One receipt to print. `is_copy` when it was printed before."""

    id: str
    aid_record_id: str
    paper: str
    short_number: str
    state: str
    error: str
    is_copy: bool


def queue_receipt(store: Store, aid_record_id: str, paper: str) -> str:
    """Puts a receipt in the queue (again) and returns the job's id."""
    with store.write() as session:
        printed = session.exec(
            select(PrintJob).where(
                PrintJob.aid_record_id == aid_record_id, PrintJob.state == PRINTED
            )
        ).all()
        job = PrintJob(
            id=store.new_id(),
            aid_record_id=aid_record_id,
            paper=paper,
            copies=len(printed),
            at=store.sources.now(),
        )
        session.add(job)
    return job.id


def waiting_jobs(store: Store) -> tuple[WaitingJob, ...]:
    """Everything not printed yet, oldest first."""
    with store.read() as session:
        query = (
            select(PrintJob, AidRecord)
            .join(AidRecord, col(AidRecord.id) == col(PrintJob.aid_record_id))
            .where(PrintJob.state != PRINTED)
            .order_by(col(PrintJob.at), col(PrintJob.id))
        )
        return tuple(
            WaitingJob(
                job.id,
                job.aid_record_id,
                job.paper,
                short_number(record.device_id, record.receipt_no),
                job.state,
                job.error,
                job.copies > 0,
            )
            for job, record in session.exec(query)
        )


def waiting_job(store: Store, job_id: str) -> WaitingJob | None:
    """One job by its id, or None once it was printed or given up."""
    return next((job for job in waiting_jobs(store) if job.id == job_id), None)


def mark_printed(store: Store, job_id: str) -> None:
    """The receipt came out (or was saved as a file)."""
    _set(store, job_id, PRINTED, "")


def mark_failed(store: Store, job_id: str, error: str) -> None:
    """The printer refused; `error` is a short code. The job stays in the queue."""
    _set(store, job_id, FAILED, error)


def printed_among(session: Session, aid_record_ids: Sequence[str]) -> frozenset[str]:
    """Which of these hand-overs have a receipt that was printed here before."""
    query = select(PrintJob.aid_record_id).where(
        col(PrintJob.aid_record_id).in_(list(aid_record_ids)), PrintJob.state == PRINTED
    )
    return frozenset(session.exec(query))


def mark_all_printed(store: Store, aid_record_ids: Sequence[str], paper: str) -> None:
    """Their receipts came out in one batch: what waited waits no more, and the next is a copy."""
    with store.write() as session:
        for start in range(0, len(aid_record_ids), _CHUNK):
            ids = aid_record_ids[start : start + _CHUNK]
            known = session.exec(select(PrintJob).where(col(PrintJob.aid_record_id).in_(list(ids))))
            jobs: dict[str, list[PrintJob]] = {}
            for job in known:
                jobs.setdefault(job.aid_record_id, []).append(job)
            for one in ids:
                waiting = [job for job in jobs.get(one, ()) if job.state != PRINTED]
                for job in waiting:
                    job.state, job.error = PRINTED, ""
                if not waiting:
                    session.add(
                        PrintJob(
                            id=store.new_id(),
                            aid_record_id=one,
                            paper=paper,
                            state=PRINTED,
                            copies=len(jobs.get(one, ())),
                            at=store.sources.now(),
                        )
                    )


def give_up(store: Store, job_id: str) -> None:
    """Takes a job out of the queue; the receipt can be queued again at any time."""
    with store.write() as session:
        job = session.get(PrintJob, job_id)
        if job is not None and job.state != PRINTED:
            session.delete(job)


def _set(store: Store, job_id: str, state: str, error: str) -> None:
    with store.write() as session:
        job = session.get(PrintJob, job_id)
        if job is not None:
            job.state = state
            job.error = error
