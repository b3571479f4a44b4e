"""How much memory a process and those it started hold, looked at while they work."""

import os
from pathlib import Path
from threading import Thread
from time import sleep

_EVERY_S = 0.2


class Memory(Thread):
    """Looks every fifth of a second, as long as the process lives. `most` is in megabytes.

    The system's own record of a process's most memory begins, for one started by another, with what
    that one held.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0.0

    def run(self) -> None:
        """Look, again and again."""
        while True:
            self.most = max(self.most, sum(map(_resident, _family(os.getpid()))) / 1024)
            sleep(_EVERY_S)


def _family(process: int) -> list[int]:
    """The process and those that any of its threads started."""
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [process, *(int(child) for task in tasks for child in task.read_text().split())]


def _resident(process: int) -> int:
    """In kilobytes; none of one that has ended since."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmRSS")), 0)
