"""The elements of set columns, one row each."""

from typing import Any

from sqlalchemy import ColumnElement, TableValuedAlias, Text, cast, func


def elements_of(column: ColumnElement[Any], name: str = "element") -> TableValuedAlias:
    """The elements of a set column, to join with its table; the column is called `value`."""
    return func.json_each(cast(column, Text)).table_valued("value", name=name)
