"""The lines of a hand-over as rows of their own."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

_Part = TypeVar("_Part", str, int, bool)


def aid_line_values(record: Mapping[str, Any], lines: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """Of each line that says what and how much, the values of the columns of `aid_line`."""
    for number, line in enumerate(lines, 1):
        if not isinstance(line, dict):
            continue
        quantity = _of(line, "quantity", -1)
        if _of(line, "item", "") and quantity >= 0:
            yield (
                f"{record['id']}.{number}",
                record["id"],
                record["convoy_id"],
                record["desk_id"],
                record["organisation_id"],
                record["household_id"],
                _of(line, "person", "") or None,
                line["item"],
                _of(line, "campaign", "") or None,
                _of(line, "rule", "") or None,
                quantity,
                _of(line, "ration", quantity),
                _of(line, "answer", ""),
                _of(line, "reason", ""),
                int(_of(line, "owed", False)),
                record["day"],
                int(record["voided"]),
            )


def _of(line: Mapping[str, Any], name: str, default: _Part) -> _Part:
    """A part of a line; the default where it is absent or of another kind (a later app's)."""
    value = line.get(name)
    return value if type(value) is type(default) else default
