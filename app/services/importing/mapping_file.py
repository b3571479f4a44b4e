"""A file in which somebody wrote down what the columns of a list mean: header → canonical name.

JSON: one object, `{"اسم الزوج": "name", "كود": "ignore"}`. CSV: a header and its meaning in each
line, with or without a first line of titles. `#3` in place of a header means the third column. The
meanings are the names in `app.domain.importing.columns.Column`; nothing written means `ignore`.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.domain.importing.columns import Column, Kind, columns_of
from app.errors import MappingColumnUnknown, MappingUnreadable

_LARGEST = 2**20
_TITLES = frozenset({"column", "canonical", "meaning"})


def read_mapping(path: Path, kind: Kind) -> dict[str, Column]:
    """What the file says. Raises MappingUnreadable and MappingColumnUnknown."""
    try:
        if path.stat().st_size > _LARGEST:
            raise MappingUnreadable(file=path.name)
        text = path.read_text(encoding="utf-8-sig")
        pairs = _json(text) if text.lstrip()[:1] in {"{", "["} else _csv(text)
        return as_mapping(pairs, kind)
    except (OSError, ValueError, csv.Error) as error:
        raise MappingUnreadable(file=path.name) from error


def as_mapping(pairs: Iterable[tuple[str, str]], kind: Kind) -> dict[str, Column]:
    """Canonical names checked. Raises MappingColumnUnknown."""
    allowed: Mapping[str, Column] = {column.value: column for column in columns_of(kind)}
    mapping: dict[str, Column] = {}
    for header, name in pairs:
        canonical = name.strip().lower() or Column.IGNORE.value
        if canonical not in allowed:
            raise MappingColumnUnknown(column=name)
        mapping[header] = allowed[canonical]
    return mapping


def _json(text: str) -> list[tuple[str, str]]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return [(str(header), "" if name is None else str(name)) for header, name in found.items()]


def _csv(text: str) -> list[tuple[str, str]]:
    delimiter = next((one for one in ",;\t" if one in text), ",")
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if any(row)]
    if not rows or any(len(row) != 2 for row in rows):
        raise ValueError("not two columns")
    if rows[0][1].strip().lower() in _TITLES:
        rows = rows[1:]
    return [(header, name) for header, name in rows]
