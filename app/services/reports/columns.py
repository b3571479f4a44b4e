"""Columns that several reports share, so that a word means the same in all of them."""

from typing import Final

from app.documents.figures import Column, Kind
from app.words.catalog import marked

ITEM: Final = Column(
    "item", marked("Reports", "Item"), marked("Reports", "What was handed over."), share=2
)
UNIT: Final = Column(
    "unit", marked("Reports", "Unit"), marked("Reports", "The unit in which the item is counted.")
)
CONVOY: Final = Column(
    "convoy", marked("Reports", "Convoy"), marked("Reports", "The convoy's name."), share=2.2
)
DESK: Final = Column("desk", marked("Reports", "Desk"), marked("Reports", "The desk's name."))
DAY: Final = Column(
    "day",
    marked("Reports", "Day"),
    marked("Reports", "The convoy's day, as chosen at the desk; not the laptop's clock."),
    Kind.DATE,
    1.2,
)
ORGANISATION: Final = Column(
    "organisation",
    marked("Reports", "Organisation"),
    marked(
        "Reports",
        "Whose aid it is: the convoy's organisation where it has only one, else nobody's alone.",
    ),
    share=2.2,
)
INITIATIVE: Final = Column(
    "initiative",
    marked("Reports", "Initiative"),
    marked("Reports", "The initiative that the campaign belongs to."),
    share=2,
)
CAMPAIGN: Final = Column(
    "campaign",
    marked("Reports", "Campaign"),
    marked("Reports", "The campaign whose rule it was handed over by."),
    share=2.2,
)
GOVERNORATE: Final = Column(
    "governorate",
    marked("Reports", "Governorate"),
    marked("Reports", "Where the family lives, as registered."),
    share=1.4,
)
DISTRICT: Final = Column(
    "district",
    marked("Reports", "District"),
    marked("Reports", "The markaz or qism of the family's village."),
    share=1.6,
)
VILLAGE: Final = Column(
    "village",
    marked("Reports", "Village"),
    marked("Reports", "The family's village; a hamlet counts in its village."),
    share=1.8,
)
FAMILIES: Final = Column(
    "families",
    marked("Reports", "Families"),
    marked(
        "Reports",
        "Different families that something was handed over to, each once however often it came; "
        "families that were judged to be one count as one.",
    ),
    Kind.NUMBER,
)
PEOPLE: Final = Column(
    "people",
    marked("Reports", "People"),
    marked(
        "Reports",
        "Everybody in those families, each once: the members on file, or the size that a list "
        "declared where that is more.",
    ),
    Kind.NUMBER,
)
HAND_OVERS: Final = Column(
    "hand_overs",
    marked("Reports", "Hand-overs"),
    marked(
        "Reports",
        "Times that something was handed over; voided ones and those by which a family only got "
        "a promise are not counted.",
    ),
    Kind.NUMBER,
)
LINES: Final = Column(
    "lines",
    marked("Reports", "Lines"),
    marked("Reports", "Lines of hand-overs: one for each item of each hand-over."),
    Kind.NUMBER,
)
QUANTITY: Final = Column(
    "quantity",
    marked("Reports", "Quantity"),
    marked("Reports", "What was handed over, in the item's unit."),
    Kind.QUANTITY,
)
VALUE: Final = Column(
    "value",
    marked("Reports", "Value (EGP)"),
    marked("Reports", "Quantity times the item's value; items without a value add nothing."),
    Kind.MONEY,
    1.3,
)
NUMBER: Final = Column(
    "number",
    marked("Reports", "Family number"),
    marked("Reports", "What the family's file is called by."),
    Kind.CODE,
    1.3,
)
HEAD: Final = Column(
    "head",
    marked("Reports", "Head of family"),
    marked("Reports", "The head's name, or the first member's where nobody is marked as head."),
    share=3,
)
SIZE: Final = Column(
    "size",
    marked("Reports", "Size"),
    marked("Reports", "People in the family, as in People."),
    Kind.NUMBER,
    0.7,
)
REASON: Final = Column(
    "reason",
    marked("Reports", "Reason"),
    marked("Reports", "The reason chosen from the list."),
    share=2.5,
)
