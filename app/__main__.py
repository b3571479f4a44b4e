"""The window or a command, decided before Qt is imported."""

import sys
from pathlib import Path


def main() -> int:
    """Without a command the window opens, on the store after `--store` or on the last one.
    Returns the exit code."""
    if getattr(sys, "frozen", False):
        # Batches of receipts start this same executable again as their workers.
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    if _wants_window(arguments):
        from app.ui.launch import launch

        return launch(_store(arguments))
    from app.cli.main import run

    return run(arguments)


def _wants_window(arguments: list[str]) -> bool:
    if not arguments:
        return True
    option, equals, _ = arguments[0].partition("=")
    return option == "--store" and len(arguments) == (1 if equals else 2)


def _store(arguments: list[str]) -> Path | None:
    return Path(arguments[-1].removeprefix("--store=")) if arguments else None


if __name__ == "__main__":
    sys.exit(main())
