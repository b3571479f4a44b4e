"""What a convoy's daily report holds, in its order."""

from typing import Final

from app.documents.figures import Column, Kind, ReportKind, TableKind
from app.services.reports import columns as shared
from app.services.reports.daily_people import CATEGORIES, PEOPLE
from app.services.reports.daily_rations import OVERRIDES, RATIONS, WHY
from app.services.reports.stock_card import OF_ONE_CONVOY
from app.words.catalog import marked

SUMMARY: Final = TableKind(
    "summary",
    marked("Reports", "The day in figures"),
    (
        shared.FAMILIES,
        shared.PEOPLE,
        shared.HAND_OVERS,
        shared.VALUE,
        Column(
            "voided",
            marked("Reports", "Voided"),
            marked("Reports", "Hand-overs that were voided; nothing of them is counted."),
            Kind.NUMBER,
        ),
        Column(
            "promised",
            marked("Reports", "Families with a promise"),
            marked("Reports", "Families to whom an item or its rest is owed: it was out of stock."),
            Kind.NUMBER,
        ),
        Column(
            "start",
            marked("Reports", "Start"),
            marked("Reports", "The first hand-over."),
            Kind.MOMENT,
        ),
        Column(
            "end", marked("Reports", "End"), marked("Reports", "The last hand-over."), Kind.MOMENT
        ),
        Column(
            "busiest",
            marked("Reports", "Busiest hour"),
            marked("Reports", "The hour of the day with most hand-overs, by the laptop's clock."),
        ),
    ),
    facts=True,
)
ITEMS: Final = TableKind(
    "items",
    marked("Reports", "Handed over by item"),
    (
        shared.ITEM,
        shared.UNIT,
        shared.FAMILIES,
        shared.PEOPLE,
        shared.HAND_OVERS,
        shared.QUANTITY,
        shared.VALUE,
    ),
    chart="families",
)
VILLAGES: Final = TableKind(
    "villages",
    marked("Reports", "By village"),
    (shared.VILLAGE, shared.FAMILIES, shared.PEOPLE, shared.HAND_OVERS),
    chart="families",
)
VOIDS: Final = TableKind(
    "voids",
    marked("Reports", "Voided hand-overs"),
    (
        shared.REASON,
        Column(
            "hand_overs",
            marked("Reports", "Hand-overs"),
            marked("Reports", "Hand-overs voided for that reason."),
            Kind.NUMBER,
        ),
    ),
)
HOURS: Final = TableKind(
    "hours",
    marked("Reports", "Hand-overs by hour"),
    (
        Column(
            "hour",
            marked("Reports", "Hour"),
            marked("Reports", "The hour of the day, by the laptop's clock."),
            share=2,
        ),
        shared.HAND_OVERS,
    ),
    chart="hand_overs",
)
CASES: Final = TableKind(
    "cases",
    marked("Reports", "Cases and feedback"),
    (
        Column(
            "case",
            marked("Reports", "Case"),
            marked("Reports", "Why it was put aside for the supervisor."),
            share=3,
        ),
        Column(
            "cases",
            marked("Reports", "Cases"),
            marked("Reports", "Cases put aside at the convoy's desks."),
            Kind.NUMBER,
        ),
        Column(
            "waiting",
            marked("Reports", "Still waiting"),
            marked("Reports", "Those of them that nobody has settled yet."),
            Kind.NUMBER,
        ),
    ),
)
REPORT: Final = ReportKind(
    "daily",
    marked("Reports", "Daily convoy report"),
    marked(
        "Reports",
        "One convoy on the days chosen, or on all of its days. Families and people are counted "
        "once, however often they came. Stock and cases are those of the whole convoy.",
    ),
    (
        SUMMARY,
        ITEMS,
        RATIONS,
        WHY,
        PEOPLE,
        CATEGORIES,
        VILLAGES,
        OVERRIDES,
        VOIDS,
        HOURS,
        OF_ONE_CONVOY,
        CASES,
    ),
    signatures=(
        marked("Reports", "Convoy supervisor"),
        marked("Reports", "Storekeeper"),
        marked("Reports", "Representative of the organisation"),
        marked("Reports", "Village representative"),
    ),
)
