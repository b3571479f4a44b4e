"""The workspace, its organisations, the people who use it and their laptops."""

from typing import Any

from sqlmodel import Field

from app.db.tables.replicated import Replicated, elements, lines


class Workspace(Replicated, table=True):
    """The one shared space of an alliance or association; its key certifies coordinators."""

    __tablename__ = "workspace"

    name: str = ""
    public_key: str = ""
    recovery_recipient: str = ""


class Organisation(Replicated, table=True):
    """A member, the federation, a union or a local association. `logo` is a PNG in base64."""

    __tablename__ = "organisation"

    name_ar: str = ""
    name_en: str = ""
    kind: str = "member"
    parent_id: str | None = None
    phone: str = ""
    logo: str = ""
    active: bool = True


class Device(Replicated, table=True):
    """A laptop, known by the fingerprint of its key. `recipient` is the age key that files for it
    are encrypted to; `villages` are those whose people it gets to see. `introduction`, of a laptop
    whose store was restored from a backup: the id it wrote under before (`by`) and its `key`, the
    `seq` and `hash` of the last change that the backup holds of it, and its `signature`."""

    __tablename__ = "device"

    name: str = ""
    public_key: str = ""
    recipient: str = ""
    organisation_id: str | None = None
    villages: frozenset[str] = elements()
    introduction: tuple[dict[str, Any], ...] = lines()


class User(Replicated, table=True):
    """Someone who works with the app. `credential` is the Argon2id verifier of a passphrase."""

    __tablename__ = "user"

    name: str = ""
    phone: str = ""
    active: bool = True
    credential: str = ""


class Grant(Replicated, table=True):
    """What a device may do at most, or what a user may do. Never edited, only ended.
    `certificate` is the workspace key's signature, which makes coordinators."""

    __tablename__ = "grant"

    subject_type: str = ""
    subject_id: str = Field(default="")
    role: str = ""
    certificate: str = ""
    ended: bool = False


class Disclosure(Replicated, table=True):
    """Plain data that left the store because somebody asked for it by name (a dump, a report)."""

    __tablename__ = "disclosure"

    kind: str = ""
    rows: int = 0
    digest: str = ""
    at: int = 0
