"""The alliance's organisations, with the logos that stand on their receipts."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from sqlmodel import col, select

from app.db.store import Store
from app.db.tables import Organisation
from app.domain.digits import to_ascii_digits
from app.domain.permissions import Action
from app.errors import LogoTooLarge, LogoUnreadable, ParentLoop
from app.services.catalogue import row_to_save
from app.services.named import Named, check_names, cleaned
from app.services.rights import require_right

MAX_LOGO_BYTES: Final = 200_000
"""A logo travels in the journal to every laptop; this is plenty for 512 pixels a side."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"


class OrganisationKind(StrEnum):
    """What an organisation is in the alliance."""

    ALLIANCE = "alliance"
    MEMBER = "member"
    FEDERATION = "federation"
    UNION = "union"
    ASSOCIATION = "association"


@dataclass(frozen=True)
class OrganisationLine(Named):
    """An organisation in a list; its logo is asked for by itself."""

    kind: str = OrganisationKind.MEMBER
    parent_id: str | None = None
    phone: str = ""
    has_logo: bool = False


@dataclass(frozen=True)
class OrganisationForm:
    """What is typed of an organisation. `logo` is a PNG; None keeps it, b"" removes it."""

    name_ar: str
    name_en: str = ""
    kind: str = OrganisationKind.MEMBER
    parent_id: str | None = None
    phone: str = ""
    logo: bytes | None = field(default=None, repr=False)


def organisations(store: Store, *, unused: bool = False) -> tuple[OrganisationLine, ...]:
    """The organisations by their Arabic names; with `unused` also those out of use."""
    with store.read() as session:
        query = select(Organisation).order_by(col(Organisation.name_ar), col(Organisation.id))
        return tuple(
            OrganisationLine(
                id=row.id,
                name_ar=row.name_ar,
                name_en=row.name_en,
                active=row.active,
                kind=row.kind,
                parent_id=row.parent_id,
                phone=row.phone,
                has_logo=bool(row.logo),
            )
            for row in session.exec(query)
            if row.active or unused
        )


def logo_of(store: Store, organisation_id: str) -> bytes:
    """The organisation's logo as a PNG; empty when it has none."""
    with store.read() as session:
        row = session.get(Organisation, organisation_id)
        return b64decode(row.logo) if row else b""


def save_organisation(
    store: Store, form: OrganisationForm, organisation_id: str | None = None
) -> str:
    """Adds an organisation, or changes one; returns its id.

    Raises LabelMissing, LabelTaken, ParentLoop, LogoUnreadable, LogoTooLarge, RecordNotFound,
    RightMissing.
    """
    if form.logo:
        _check_logo(form.logo)
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        everyone = list(session.exec(select(Organisation)))
        check_names(form.name_ar, form.name_en, (o for o in everyone if o.id != organisation_id))
        _check_parent(form, organisation_id, {o.id: o.parent_id for o in everyone})
        row = row_to_save(session, store, Organisation, organisation_id)
        row.name_ar, row.name_en = cleaned(form.name_ar), cleaned(form.name_en)
        row.kind, row.parent_id = form.kind, form.parent_id
        row.phone = cleaned(to_ascii_digits(form.phone))
        if form.logo is not None:
            row.logo = b64encode(form.logo).decode()
        return row.id


def _check_logo(logo: bytes) -> None:
    if not logo.startswith(_PNG):
        raise LogoUnreadable
    if len(logo) > MAX_LOGO_BYTES:
        raise LogoTooLarge(kilobytes=MAX_LOGO_BYTES // 1000)


def _check_parent(
    form: OrganisationForm, organisation_id: str | None, parents: dict[str, str | None]
) -> None:
    above = form.parent_id
    seen = set()
    while above is not None and above not in seen:
        if above == organisation_id:
            raise ParentLoop
        seen.add(above)
        above = parents.get(above)
