"""Rows as the households and people that they become."""

from app.domain.importing.list_row import ListRow
from app.domain.people import Relationship
from app.services.importing.village_of import Resolved
from app.services.registration import NewHousehold, NewMember


def new_household(
    rows: tuple[ListRow, ...], place: Resolved, *, source: str, registered_on: str
) -> NewHousehold:
    """A family, its head first. What one row alone tells of a family is kept with the family."""
    head = rows[0]
    alone = len(rows) == 1
    return NewHousehold(
        village_id=place.village_id,
        address=place.address,
        members=tuple(new_member(row, alone=alone) for row in rows),
        phone=head.phone,
        categories=head.categories if alone else frozenset(),
        declared_size=head.members,
        notes=head.notes if alone else "",
        source=source,
        number=head.household_no,
        registered_on=registered_on,
    )


def new_member(row: ListRow, *, alone: bool = False) -> NewMember:
    """The person of a row; `alone` when it stands for its whole family."""
    return NewMember(
        name=row.name,
        relationship=row.relationship or (Relationship.HEAD.value if alone else ""),
        sex=row.sex.value if row.sex else "",
        birth_date=row.birth.day.isoformat() if row.birth else None,
        birth_precision=row.birth.precision.value if row.birth else "",
        document_type=str(row.document.type),
        document_no=row.document.number,
        document_verified=row.document.verified,
        phone=row.phone,
        categories=frozenset() if alone else row.categories,
        notes="" if alone else row.notes,
    )
