"""Printing from the list: one receipt again, or everything that waits."""

from PySide6.QtCore import QObject, Signal

from app.services.print_queue import queue_receipt, waiting_jobs
from app.services.progress import Report
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

    def all_waiting(self) -> Task:
        """Print what waits, oldest first, until it is done, cancelled, or the printer refuses."""
        store, settings = self._context.store, self._context.settings

        def work(report: Report) -> int:
            jobs = waiting_jobs(store)
            for done, job in enumerate(jobs):
                report(done, len(jobs))
                print_waiting(store, job.id, settings)
            return len(jobs)

        return self._context.tasks.run_long(
            work,
            self.printed.emit,
            self.progressed.emit,
            self.failed.emit,
            kind="document",
            owner=self,
        )
