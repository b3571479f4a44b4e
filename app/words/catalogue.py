"""Words of the catalogue: what kinds of items and organisations there are."""

from typing import Final

from app.words.catalog import Marked, Words, marked

ITEM_KINDS: Final[dict[str, Marked]] = {
    "food": marked("ItemKind", "food"),
    "meal": marked("ItemKind", "meals"),
    "meat": marked("ItemKind", "meat and fish"),
    "blanket": marked("ItemKind", "bedding"),
    "clothes": marked("ItemKind", "clothes"),
    "school": marked("ItemKind", "school"),
    "medicine": marked("ItemKind", "medicine and aids"),
    "cash": marked("ItemKind", "cash"),
    "livelihood": marked("ItemKind", "livelihood"),
    "tree": marked("ItemKind", "trees"),
}

ORGANISATION_KINDS: Final[dict[str, Marked]] = {
    "alliance": marked("OrganisationKind", "alliance"),
    "member": marked("OrganisationKind", "member"),
    "federation": marked("OrganisationKind", "federation"),
    "union": marked("OrganisationKind", "union"),
    "association": marked("OrganisationKind", "local association"),
}


def item_kind_text(words: Words, kind: str) -> str:
    """The kind's word; one that somebody wrote themselves stays as they wrote it."""
    return words.of(ITEM_KINDS[kind]) if kind in ITEM_KINDS else kind


def organisation_kind_text(words: Words, kind: str) -> str:
    """The kind's word; one from a newer app stays a code."""
    return words.of(ORGANISATION_KINDS[kind]) if kind in ORGANISATION_KINDS else kind
