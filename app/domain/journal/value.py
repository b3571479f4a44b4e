"""What a field of a change may hold."""

from typing import TypeAlias

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value] | None"
Fields: TypeAlias = dict[str, Value]
