"""Of what a report is: which convoy, which days, whose aid, who."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_

from app.db.tables import aid_line


@dataclass(frozen=True)
class Scope:
    """None leaves nothing out. Days are `YYYY-MM-DD`, both included. `person_id` narrows the file
    of a household to one of its people."""

    convoy_id: str | None = None
    first: str | None = None
    last: str | None = None
    organisation_id: str | None = None
    household_id: str | None = None
    person_id: str | None = None


def within(scope: Scope, table: FromClause = aid_line) -> list[ColumnElement[Any]]:
    """The conditions that hold a table with `convoy_id` and `day` to the scope."""
    found = []
    if scope.convoy_id is not None:
        found.append(table.c.convoy_id == scope.convoy_id)
    if scope.first is not None:
        found.append(table.c.day >= scope.first)
    if scope.last is not None:
        found.append(table.c.day <= scope.last)
    if scope.organisation_id is not None and "organisation_id" in table.c:
        found.append(table.c.organisation_id == scope.organisation_id)
    return found


def given(scope: Scope) -> ColumnElement[bool]:
    """Lines of `aid_line` by which something came into a family's hands: neither voided nor only
    owed. Every report counts these and no others as handed over."""
    return and_(aid_line.c.voided == 0, aid_line.c.quantity > 0, *within(scope))
