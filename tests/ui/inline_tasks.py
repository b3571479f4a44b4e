from app.ui.tasks import Tasks


class InlineTasks(Tasks):
    """Does the work at once, on the main thread: a test sees its outcome on the next line."""

    def _submit(self, kind, work):
        work()
