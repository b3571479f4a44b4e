"""The window or a command, decided before Qt is imported."""

import sys
from pathlib import Path

_WINDOW_OPTIONS = frozenset({"--store", "--picture"})


def main() -> int:
    """Without a command the window opens, on the store after `--store` or on the last one; with
    `--picture FILE` it is drawn into a PNG file and closed again. Returns the exit code."""
    if getattr(sys, "frozen", False):
        # Batches of receipts start this same executable again as their workers.
        from multiprocessing import freeze_support

        freeze_support()
    arguments = sys.argv[1:]
    window = _window_options(arguments)
    if window is not None:
        from app.ui.launch import launch

        return launch(window.get("--store"), window.get("--picture"))
    from app.cli.main import run

    return run(arguments)


def _window_options(arguments: list[str]) -> dict[str, Path] | None:
    """What the window is started with; None when the arguments are those of a command."""
    options: dict[str, Path] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if not equals:
            value = next(rest, "")
        if name not in _WINDOW_OPTIONS or not value:
            return None
        options[name] = Path(value)
    return options


if __name__ == "__main__":
    sys.exit(main())
