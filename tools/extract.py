"""Find the texts in the source that people read.

A text is a call of something named `translate`, `tr` or `marked` whose first two arguments are
literal strings: the context and the English text. `%n` in the text makes it a plural.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

CALLS = frozenset({"translate", "tr", "marked"})
# Things that are moved, not spoken: `painter.translate(x, y)`.
DRAWN = frozenset({"painter", "canvas", "transform", "path"})
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}", re.ASCII)
# These two are the mechanism itself: they pass on what their callers wrote.
MECHANISM = frozenset({"app/words/catalog.py", "app/ui/tr.py"})

Key = tuple[str, str]


@dataclass(frozen=True)
class Found:
    """The texts of the source, and what is wrong with the calls that hold them."""

    keys: frozenset[Key]
    problems: tuple[str, ...]


def is_plural(source: str) -> bool:
    """Whether the text counts something."""
    return "%n" in source


def extract(root: Path) -> Found:
    """All texts under `root/app`."""
    keys: set[Key] = set()
    problems: list[str] = []
    for path in sorted((root / "app").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if name in MECHANISM:
            continue
        for call in _calls(ast.parse(path.read_text(encoding="utf-8"), name)):
            where = f"{name}:{call.lineno}"
            key = _key(call)
            if key is None:
                problems.append(f"{where}: context and text must be literal strings")
                continue
            keys.add(key)
            problems += [f"{where}: {problem}" for problem in _misfits(call, key[1])]
    return Found(frozenset(keys), tuple(problems))


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in CALLS and not _is_other(node):
            yield node


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_other(call: ast.Call) -> bool:
    """`text.translate(table)` is Python's own, and what is drawn has one too."""
    if _name(call.func) != "translate" or not isinstance(call.func, ast.Attribute):
        return False
    receiver = _name(call.func.value)
    return receiver in DRAWN or (len(call.args) == 1 and not call.keywords)


def _key(call: ast.Call) -> Key | None:
    texts = [
        argument.value
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    return (texts[0], texts[1]) if len(texts) == 2 else None


def _misfits(call: ast.Call, source: str) -> Iterable[str]:
    """How the arguments of a call differ from what its text names."""
    given = {keyword.arg for keyword in call.keywords}
    if _name(call.func) == "marked" or None in given:
        return
    counted = "n" in given or len(call.args) > 2
    if counted != is_plural(source):
        yield "a text with %n needs n, and only such a text takes it"
    if given - {"n"} != set(PLACEHOLDER.findall(source)):
        yield "the parameters differ from the {names} in the text"
