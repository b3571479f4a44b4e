from app.ui.tasks import Tasks


class LateTasks(Tasks):
    """Keeps the work until a test lets it be done, as a slow disk would."""

    def __init__(self):
        super().__init__()
        self._waiting = []

    def _submit(self, kind, work):
        self._waiting.append(work)

    def catch_up(self):
        """Do all work that waits, and what comes of it."""
        while self._waiting:
            self._waiting.pop(0)()
