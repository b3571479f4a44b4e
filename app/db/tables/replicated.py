"""What makes a table's rows records of the journal: how columns become fields and back.

A plain column is one field. A *composite* is several columns that only make sense together and are
one field (a document is its type and its number). A *set* is one field per element, so that two
laptops can each add a category and neither loses its own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, cast, get_args

from sqlalchemy import Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

from app.domain.journal.value import Fields, Value


class ElementSet(TypeDecorator[frozenset[str]]):
    """A set of short texts, kept as a sorted JSON list so that equal sets are equal bytes."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str:
        return json.dumps(sorted(value or ()), ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> frozenset[str]:
        return frozenset(json.loads(value)) if value else frozenset()


class Lines(TypeDecorator[tuple[dict[str, Value], ...]]):
    """A short list of objects written once and never edited, e.g. the lines of an aid record."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[Any] | None, dialect: Dialect) -> str:
        return json.dumps(
            list(value or ()), ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[dict[str, Value], ...]:
        return tuple(json.loads(value)) if value else ()


def elements() -> Any:
    """A set column; in the journal, one field per element."""
    return Field(default=frozenset(), sa_type=ElementSet, nullable=False)


def lines() -> Any:
    """A list column written once."""
    return Field(default=(), sa_type=Lines, nullable=False)


class Replicated(SQLModel):
    """Base of every record that the journal carries. `id` never changes and is never reused."""

    composites: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    id: str = Field(primary_key=True)


@dataclass(frozen=True)
class RecordSpec:
    """How one record type maps between the columns of its table and the fields of its changes."""

    record_type: str
    model: type[Replicated]
    plain: tuple[str, ...]
    composites: Mapping[str, tuple[str, ...]]
    sets: tuple[str, ...]
    lists: tuple[str, ...]
    defaults: Mapping[str, Any]
    kinds: Mapping[str, frozenset[type]]
    """The types that a plain column, or one of a composite, can hold."""

    def changed_fields(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> Fields:
        """The fields whose columns differ between two rows (`before` may be the defaults)."""
        fields: Fields = {}
        for name in self.plain:
            if before[name] != after[name]:
                fields[name] = after[name]
        for name, columns in self.composites.items():
            if any(before[column] != after[column] for column in columns):
                fields[name] = [after[column] for column in columns]
        for name in self.lists:
            if tuple(before[name]) != tuple(after[name]):
                fields[name] = list(after[name])
        for name in self.sets:
            for element in after[name] - before[name]:
                fields[f"{name}:{element}"] = True
            for element in before[name] - after[name]:
                fields[f"{name}:{element}"] = False
        return fields

    def columns_of(self, fields: Fields) -> dict[str, Any]:
        """The whole row that folded fields make; fields that this app does not know, and values
        that do not fit their column, stay in the journal and leave the default."""
        row = dict(self.defaults)
        collected: dict[str, set[str]] = {name: set() for name in self.sets}
        for name, value in fields.items():
            if not self.takes(name, value):
                continue
            if name in self.composites:
                row.update(zip(self.composites[name], cast("list[Value]", value), strict=False))
            elif name in self.lists:
                row[name] = tuple(cast("list[Value]", value))
            elif name in self.kinds:
                row[name] = value
            elif value is True:
                set_name, _, element = name.partition(":")
                collected[set_name].add(element)
        row.update({name: frozenset(found) for name, found in collected.items()})
        return row

    def takes(self, name: str, value: Value) -> bool:
        """Whether a field's value can stand in its column or columns.

        A composite may have more parts than this app knows (a later app's) or fewer (an earlier
        one's): parts are only ever added at its end.
        """
        if name in self.composites:
            columns = self.composites[name]
            return isinstance(value, list) and all(
                type(part) in self.kinds[column]
                for column, part in zip(columns, value, strict=False)
            )
        if name in self.lists:
            return isinstance(value, list)
        if name in self.plain:
            return type(value) in self.kinds[name]
        return name.partition(":")[0] in self.sets and type(value) is bool


def table_of(model: type[SQLModel]) -> Table:
    """The table behind a model, for statements that need columns rather than rows."""
    return cast("Table", cast("Any", model).__table__)


@cache
def spec_of(model: type[Replicated]) -> RecordSpec:
    """The mapping of one model."""
    grouped = {column for columns in model.composites.values() for column in columns}
    sets, plain, listed = [], [], []
    defaults: dict[str, Any] = {}
    table = table_of(model)
    for name, info in model.model_fields.items():
        if name == "id":
            continue
        defaults[name] = info.get_default()
        kind = table.c[name].type
        if isinstance(kind, ElementSet):
            sets.append(name)
        elif isinstance(kind, Lines):
            listed.append(name)
        elif name not in grouped:
            plain.append(name)
    return RecordSpec(
        record_type=table.name,
        model=model,
        plain=tuple(plain),
        composites=dict(model.composites),
        sets=tuple(sets),
        lists=tuple(listed),
        defaults=defaults,
        kinds={
            name: frozenset(get_args(info.annotation) or (info.annotation,))
            for name, info in model.model_fields.items()
            if name in plain or name in grouped
        },
    )
