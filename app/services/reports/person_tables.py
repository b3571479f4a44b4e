"""What the file of a family or person holds."""

from typing import Final

from app.documents.figures import Column, Kind, ReportKind, TableKind
from app.services.reports import columns as shared
from app.services.reports.signed import RECEIPT, RECEIVED, STATE
from app.words.catalog import Marked, marked


def _field(key: str, title: Marked, meaning: Marked, share: float = 1.5) -> Column:
    return Column(key, title, meaning, share=share)


FAMILY: Final = TableKind(
    "family",
    marked("Reports", "The family"),
    (
        shared.NUMBER,
        _field(
            "place", marked("Reports", "Place"), marked("Reports", "Village and what it lies in.")
        ),
        _field("address", marked("Reports", "Address"), marked("Reports", "As it was told.")),
        Column(
            "phone",
            marked("Reports", "Phone"),
            marked("Reports", "The family's telephone."),
            Kind.CODE,
        ),
        _field(
            "categories",
            marked("Reports", "Categories"),
            marked("Reports", "Reasons for priority on file."),
        ),
        Column(
            "declared_size",
            marked("Reports", "Declared size"),
            marked("Reports", "How many people a list said."),
            Kind.NUMBER,
        ),
        _field("notes", marked("Reports", "Notes"), marked("Reports", "As they were written.")),
        _field(
            "consent",
            marked("Reports", "Consent"),
            marked("Reports", "Whether the family agreed to be registered, and to what purpose."),
        ),
        Column(
            "consent_on",
            marked("Reports", "Consent of"),
            marked("Reports", "The day on which it was given or withdrawn."),
            Kind.DATE,
        ),
        _field(
            "sharing",
            marked("Reports", "Sharing"),
            marked("Reports", "Whether the data may be shared with other organisations."),
        ),
        Column(
            "registered_on",
            marked("Reports", "Registered on"),
            marked("Reports", "The day of registration."),
            Kind.DATE,
        ),
    ),
    facts=True,
)
PEOPLE: Final = TableKind(
    "people",
    marked("Reports", "People on file"),
    (
        _field("name", marked("Reports", "Name"), marked("Reports", "As registered."), 3),
        _field(
            "relationship",
            marked("Reports", "Relationship"),
            marked("Reports", "To the head of the family."),
        ),
        _field("sex", marked("Reports", "Sex"), marked("Reports", "As registered."), 0.8),
        _field("born", marked("Reports", "Born"), marked("Reports", "As far as it is known."), 1.4),
        _field(
            "document",
            marked("Reports", "Document"),
            marked("Reports", "The document with its whole number."),
            3,
        ),
        Column(
            "phone", marked("Reports", "Phone"), marked("Reports", "As registered."), Kind.CODE, 1.4
        ),
        _field(
            "categories",
            marked("Reports", "Categories"),
            marked("Reports", "Reasons for priority on file."),
            2,
        ),
        _field(
            "notes", marked("Reports", "Notes"), marked("Reports", "As they were written."), 1.6
        ),
    ),
)
HISTORY: Final = TableKind(
    "received",
    marked("Reports", "What the family received"),
    (
        shared.DAY,
        RECEIPT,
        RECEIVED,
        shared.CONVOY,
        shared.ORGANISATION,
        _field(
            "collected_by",
            marked("Reports", "Collected by"),
            marked("Reports", "Who stood at the desk: a member, or somebody for the family."),
            2,
        ),
        STATE,
    ),
)
CASES: Final = TableKind(
    "cases",
    marked("Reports", "Cases put aside"),
    (
        Column(
            "at",
            marked("Reports", "Time"),
            marked("Reports", "When it was put aside."),
            Kind.MOMENT,
        ),
        _field(
            "note", marked("Reports", "Note"), marked("Reports", "What was written about it."), 3
        ),
        Column(
            "settled_at",
            marked("Reports", "Settled"),
            marked("Reports", "When it was settled; empty while it waits."),
            Kind.MOMENT,
        ),
    ),
)
CHANGES: Final = TableKind(
    "changes",
    marked("Reports", "Who wrote what"),
    (
        Column(
            "at",
            marked("Reports", "Time"),
            marked("Reports", "When it was written, by that laptop's clock."),
            Kind.MOMENT,
            1.8,
        ),
        _field("who", marked("Reports", "Who"), marked("Reports", "Who wrote it."), 1.6),
        _field(
            "laptop", marked("Reports", "Laptop"), marked("Reports", "Where it was written."), 1.2
        ),
        _field(
            "what",
            marked("Reports", "What"),
            marked("Reports", "What was registered or changed."),
            2,
        ),
        _field("values", marked("Reports", "Values"), marked("Reports", "What was written."), 4),
    ),
)
REPORT: Final = ReportKind(
    "person",
    marked("Reports", "File of a family or person"),
    marked(
        "Reports",
        "Everything on file, for the person who asks for it. They may have it corrected, withdraw "
        "their consent, or have it erased.",
    ),
    (FAMILY, PEOPLE, HISTORY, CASES, CHANGES),
    signatures=(marked("Reports", "Handed out by"), marked("Reports", "Received by")),
    landscape=True,
    personal=True,
)
