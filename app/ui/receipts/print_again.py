"""Printing from the list: one receipt again, several, a file of many, or everything that waits."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.documents.receipt_pages import Paper
from app.services.print_queue import queue_receipt, waiting_jobs
from app.services.progress import Report
from app.services.receipt_file import write_chosen_receipts
from app.ui.context import UiContext
from app.ui.printing import print_waiting
from app.ui.tasks import Task


class PrintAgain(QObject):
    """What could not be printed waits in the queue."""

    printed = Signal(int)
    """How many came out."""
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def one(self, aid_record_id: str) -> None:
        """Print a receipt, again if it was printed before; one that waits does so only once."""
        store, settings = self._context.store, self._context.settings

        def work() -> int:
            jobs = [job.id for job in waiting_jobs(store) if job.aid_record_id == aid_record_id]
            job = jobs[0] if jobs else queue_receipt(store, aid_record_id, settings.receipt_size)
            print_waiting(store, job, settings)
            return 1

        self._context.tasks.run(
            work, self.printed.emit, self.failed.emit, kind="document", owner=self
        )

    def several(self, aid_record_ids: Sequence[str]) -> Task:
        """Print these, one after the other, until it is done, cancelled, or the printer refuses;
        the one that was refused waits."""
        store, settings = self._context.store, self._context.settings

        def work(report: Report) -> int:
            waiting = {job.aid_record_id: job.id for job in waiting_jobs(store)}
            for done, one in enumerate(aid_record_ids):
                report(done, len(aid_record_ids))
                job = waiting.get(one) or queue_receipt(store, one, settings.receipt_size)
                print_waiting(store, job, settings)
            return len(aid_record_ids)

        return self._long(work)

    def as_file(self, aid_record_ids: Sequence[str], path: Path) -> Task:
        """All of these in one PDF, for the paper of the settings."""
        store, settings = self._context.store, self._context.settings
        paper, said = Paper(settings.receipt_size), settings.words()
        return self._long(
            lambda report: write_chosen_receipts(store, aid_record_ids, paper, said, path, report)
        )

    def all_waiting(self) -> Task:
        """Print what waits, oldest first, until it is done, cancelled, or the printer refuses."""
        store, settings = self._context.store, self._context.settings

        def work(report: Report) -> int:
            jobs = waiting_jobs(store)
            for done, job in enumerate(jobs):
                report(done, len(jobs))
                print_waiting(store, job.id, settings)
            return len(jobs)

        return self._long(work)

    def _long(self, work: Callable[[Report], int]) -> Task:
        return self._context.tasks.run_long(
            work,
            self.printed.emit,
            self.progressed.emit,
            self.failed.emit,
            kind="document",
            owner=self,
        )
