"""Keep the catalogs in step with the source: `python -m tools.translations [--check]`.

Without an option the catalogs are rewritten: new texts come in unfinished, texts that are no
longer used go. With `--check` nothing is written; every problem is listed, and any fails.
"""

import sys
from pathlib import Path

from app.words.plurals import FORMS
from tools import catalogs
from tools.extract import extract


def update(root: Path) -> list[str]:
    """Rewrite both catalogs of the project at `root`; what is left for a person to do."""
    found = extract(root)
    remaining = list(found.problems)
    for language in FORMS:
        path = root / "translations" / f"qafila_{language}.ts"
        catalog = catalogs.updated(language, catalogs.read(path), found.keys)
        catalogs.write(path, language, catalog)
        remaining += catalogs.problems(language, catalog, found.keys)
    return remaining


def check(root: Path) -> list[str]:
    """Everything that is wrong with the catalogs and the calls, without touching a file."""
    found = extract(root)
    wrong = list(found.problems)
    for language in FORMS:
        catalog = catalogs.read(root / "translations" / f"qafila_{language}.ts")
        wrong += catalogs.problems(language, catalog, found.keys)
    return wrong


def main(arguments: list[str]) -> int:
    """Run the command; 1 when the check found something."""
    root = Path(__file__).resolve().parent.parent
    checking = "--check" in arguments
    remaining = check(root) if checking else update(root)
    print("\n".join(remaining) if remaining else "The catalogs are complete.")
    return 1 if checking and remaining else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
