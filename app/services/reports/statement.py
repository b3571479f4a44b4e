"""What an organisation's or a donor's contribution became; nobody is named and no family shown."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from sqlalchemy import func, select

from app.db.tables import Convoy, aid_line, table_of
from app.documents.figures import ReportKind, Row, Table, TableKind
from app.services.reports import columns as shared
from app.services.reports.asking import Ask, added
from app.services.reports.reach import initiatives_of
from app.services.reports.reached import Groups, Reached
from app.services.reports.scope import Scope, given
from app.services.reports.stock_card import ACCOUNT_COLUMNS, account_cells, accounts_of
from app.services.reports.walk import walk
from app.services.reports.where import chains_of, parents
from app.words.aid import unit_text
from app.words.catalog import marked

_CONVOY: Final = table_of(Convoy)
_COUNTS: Final = (shared.FAMILIES, shared.PEOPLE, shared.HAND_OVERS)

SUMMARY: Final = TableKind(
    "summary",
    marked("Reports", "In all"),
    (shared.ORGANISATION, *_COUNTS, shared.VALUE),
)
ITEMS: Final = TableKind(
    "items",
    marked("Reports", "What was handed over"),
    (
        shared.ORGANISATION,
        shared.ITEM,
        shared.UNIT,
        shared.LINES,
        shared.QUANTITY,
        shared.VALUE,
    ),
)
PLACES: Final = TableKind(
    "places",
    marked("Reports", "Where it was handed over"),
    (shared.ORGANISATION, shared.GOVERNORATE, shared.DISTRICT, *_COUNTS),
)
PROGRAMMES: Final = TableKind(
    "programmes",
    marked("Reports", "Under which initiative"),
    (shared.ORGANISATION, shared.INITIATIVE, *_COUNTS),
)
STOCK: Final = TableKind(
    "stock",
    marked("Reports", "Stock of its convoys"),
    (shared.ORGANISATION, shared.ITEM, shared.UNIT, *ACCOUNT_COLUMNS),
)
REPORT: Final = ReportKind(
    "statement",
    marked("Reports", "Statement for an organisation or donor"),
    marked(
        "Reports",
        "What a contribution became: quantities, places, families and people reached. It names "
        "nobody. The stock is that of convoys with this organisation alone.",
    ),
    (SUMMARY, ITEMS, PLACES, PROGRAMMES, STOCK),
    signatures=(
        marked("Reports", "Prepared by"),
        marked("Reports", "Approved by"),
    ),
    landscape=True,
)


def statement(ask: Ask, scope: Scope) -> Iterator[Table]:
    """The tables in order; of all organisations where the scope names none."""
    inside, initiative = parents(ask), initiatives_of(ask)
    told = ("organisation", "campaign")
    groups = Groups(
        told,
        by_given={
            "giver": lambda given: given.organisation,
            "programme": lambda given: (given.organisation, initiative.get(given.campaign)),
        },
        by_pair={"place": lambda given: given.organisation},
        area=lambda village: inside.get(village, ""),
    ).fill(walk(ask, scope, told))
    items = _item_rows(ask, scope)
    yield _summary(ask, groups, items)
    yield Table(ITEMS, [cells for _, cells in items])
    yield Table(PLACES, _place_rows(ask, groups))
    yield Table(PROGRAMMES, _programme_rows(ask, groups))
    yield Table(STOCK, _stock_rows(ask, scope))


def _summary(ask: Ask, groups: Groups, items: list[tuple[str, Row]]) -> Table:
    worth: dict[str, list[int]] = defaultdict(list)
    for giver, row in items:
        if isinstance(row[-1], int):
            worth[giver].append(row[-1])
    rows: list[Row] = [
        (_giver(ask, giver), *_counts(one), added(worth.get(giver, ())))
        for giver, one in groups["giver"].items()
    ]
    total = ask.words.translate("Reports", "All together")
    value = added(row[-1] for row in rows)
    return Table(SUMMARY, sorted(rows, key=str), (total, *_counts(groups.all_of), value))


def _item_rows(ask: Ask, scope: Scope) -> list[tuple[str, Row]]:
    line = aid_line.c
    # In the order of the index on stock, so that nothing is sorted; there are few desks.
    key = (line.convoy_id, line.item_id, line.desk_id, line.organisation_id)
    query = select(*key, func.count().label("lines"), func.sum(line.quantity).label("quantity"))
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in ask.rows(query.where(given(scope)).group_by(*key)):
        found = sums[row.organisation_id or "", row.item_id]
        found[0] += row.lines
        found[1] += row.quantity
    ordered = sorted(sums, key=lambda one: (_giver(ask, one[0]), ask.item(one[1]).code, one[1]))
    return [
        (
            giver,
            (
                _giver(ask, giver),
                ask.item_name(item_id),
                unit_text(ask.words, ask.item(item_id).unit),
                lines,
                quantity,
                ask.worth(item_id, quantity),
            ),
        )
        for giver, item_id in ordered
        for lines, quantity in (sums[giver, item_id],)
    ]


def _place_rows(ask: Ask, groups: Groups) -> list[Row]:
    chains = chains_of(ask, {district for _, district in groups["place"]})
    rows: list[Row] = []
    for (giver, district), one in groups["place"].items():
        names = chains[district]
        rows.append((_giver(ask, giver), names[1], names[0], *_counts(one)))
    return sorted(rows, key=str)


def _programme_rows(ask: Ask, groups: Groups) -> list[Row]:
    none = ask.words.translate("Reports", "none in particular")
    rows: list[Row] = [
        (_giver(ask, giver), ask.initiatives.get(initiative or "", none), *_counts(one))
        for (giver, initiative), one in groups["programme"].items()
    ]
    return sorted(rows, key=str)


def _stock_rows(ask: Ask, scope: Scope) -> list[Row]:
    """The accounts of each organisation's own convoys, added up by item."""
    givers = {
        row.id: next(iter(row.organisations)) if len(row.organisations) == 1 else None
        for row in ask.rows(select(_CONVOY.c.id, _CONVOY.c.organisations))
    }
    sums: dict[tuple[str | None, str], list[int]] = {}
    for convoy_id, accounts in accounts_of(ask, scope).items():
        giver = givers.get(convoy_id)
        if scope.organisation_id is not None and giver != scope.organisation_id:
            continue
        for account in accounts:
            cells = account_cells(account)
            before = sums.get((giver, account.item_id), [0] * len(cells))
            sums[giver, account.item_id] = [
                one + more for one, more in zip(before, cells, strict=True)
            ]
    ordered = sorted(sums, key=lambda key: (_giver(ask, key[0]), ask.item(key[1]).code, key[1]))
    return [
        (
            _giver(ask, giver),
            ask.item_name(item_id),
            unit_text(ask.words, ask.item(item_id).unit),
            *sums[giver, item_id],
        )
        for giver, item_id in ordered
    ]


def _giver(ask: Ask, organisation_id: str | None) -> str:
    none = ask.words.translate("Reports", "none in particular")
    return ask.organisations.get(organisation_id or "", none)


def _counts(one: Reached) -> tuple[int, int, int]:
    return one.families, one.people, one.hand_overs
