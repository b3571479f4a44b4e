"""The five parts of the catalogue, each with its words, columns, records and form."""

from typing import TYPE_CHECKING, Any, Final

from app.services.campaigns import campaign, campaigns
from app.services.catalogue import CategoryLine, Item, categories, initiatives, items
from app.services.named import Named
from app.services.organisations import OrganisationLine, organisations
from app.ui.catalogue.campaign_editor import CampaignEditor, CampaignRow
from app.ui.catalogue.item_editor import ItemEditor
from app.ui.catalogue.names import CategoryEditor, InitiativeEditor
from app.ui.catalogue.organisation_editor import OrganisationEditor
from app.ui.catalogue.rule_names import load_offered
from app.ui.catalogue.shelf_view import Loaded, ShelfSpec, Usable
from app.ui.models.paged_table import Column
from app.ui.tr import tr, words
from app.words import dates
from app.words.aid import unit_text
from app.words.catalog import Marked, marked
from app.words.catalogue import item_kind_text, organisation_kind_text
from app.words.named import name_of

if TYPE_CHECKING:
    from app.db.store import Store

_USE: Final = 14


def _name(title: Marked) -> Column[Any]:
    return Column(title, lambda one: name_of(words(), one))


def _use() -> Column[Any]:
    return Column(marked("Catalogue", "Use"), _use_text, width=_USE)


def _use_text(one: Usable) -> str:
    return tr("Catalogue", "in use") if one.active else tr("Catalogue", "out of use")


def _load_campaigns(store: "Store") -> Loaded[CampaignRow]:
    rows = [CampaignRow(one, campaign(store, one.id)) for one in campaigns(store, unused=True)]
    return Loaded(rows, load_offered(store))


def _period(row: CampaignRow) -> str:
    first, last = row.line.starts_on, row.line.ends_on
    if first and last:
        return tr(
            "Catalogue",
            "{first} to {last}",
            first=dates.day(words(), first),
            last=dates.day(words(), last),
        )
    if first:
        return tr("Catalogue", "from {day}", day=dates.day(words(), first))
    if last:
        return tr("Catalogue", "until {day}", day=dates.day(words(), last))
    return tr("Catalogue", "any time")


CAMPAIGNS: Final[ShelfSpec[CampaignRow]] = ShelfSpec(
    title=marked("Catalogue", "Campaigns"),
    new=marked("Catalogue", "New campaign"),
    lesson=marked(
        "Catalogue",
        "A campaign gives an initiative a period and rules: who may receive what, how often. "
        "Choose one, or begin a new one.",
    ),
    columns=(
        Column(marked("Catalogue", "Campaign"), lambda row: row.line.name),
        Column(marked("Catalogue", "Period"), _period, width=24),
        Column(
            marked("Catalogue", "Rules"),
            lambda row: words().number(row.line.rules),
            number=True,
            width=6,
        ),
    ),
    load=_load_campaigns,
    editor=lambda context, row, loaded: CampaignEditor(context, row, loaded.extra),
    record_types=frozenset({"campaign", "entitlement_rule", "initiative", "aid_item", "category"}),
)

ITEMS: Final[ShelfSpec[Item]] = ShelfSpec(
    title=marked("Catalogue", "Items"),
    new=marked("Catalogue", "New item"),
    lesson=marked(
        "Catalogue",
        "Everything that is handed over, with its number on receipts and the words that lists "
        "use for it.",
    ),
    columns=(
        Column(
            marked("Catalogue", "Number"),
            lambda item: words().number(item.code),
            number=True,
            width=6,
        ),
        _name(marked("Catalogue", "Item")),
        Column(
            marked("Catalogue", "Kind"), lambda item: item_kind_text(words(), item.kind), width=14
        ),
        Column(marked("Catalogue", "Unit"), lambda item: unit_text(words(), item.unit), width=9),
    ),
    load=lambda store: Loaded(items(store, unused=True)),
    editor=lambda context, item, _: ItemEditor(context, item),
    record_types=frozenset({"aid_item"}),
)

ORGANISATIONS: Final[ShelfSpec[OrganisationLine]] = ShelfSpec(
    title=marked("Catalogue", "Organisations"),
    new=marked("Catalogue", "New organisation"),
    lesson=marked(
        "Catalogue",
        "The alliance's members and local associations; the logo of the one that gives stands on "
        "its receipts.",
    ),
    columns=(
        _name(marked("Catalogue", "Organisation")),
        Column(
            marked("Catalogue", "What it is"),
            lambda one: organisation_kind_text(words(), one.kind),
            width=15,
        ),
        _use(),
    ),
    load=lambda store: Loaded(organisations(store, unused=True)),
    editor=lambda context, line, loaded: OrganisationEditor(context, line, loaded.rows),
    record_types=frozenset({"organisation"}),
)

INITIATIVES: Final[ShelfSpec[Named]] = ShelfSpec(
    title=marked("Catalogue", "Initiatives"),
    new=marked("Catalogue", "New initiative"),
    lesson=marked(
        "Catalogue", "Lasting programmes of the alliance; each campaign can belong to one."
    ),
    columns=(_name(marked("Catalogue", "Initiative")), _use()),
    load=lambda store: Loaded(initiatives(store, unused=True)),
    editor=lambda context, named, _: InitiativeEditor(context, named),
    record_types=frozenset({"initiative"}),
)

CATEGORIES: Final[ShelfSpec[CategoryLine]] = ShelfSpec(
    title=marked("Catalogue", "Categories"),
    new=marked("Catalogue", "New category"),
    lesson=marked(
        "Catalogue",
        "Reasons for priority, such as a widow or a disability; rules and registration use them.",
    ),
    columns=(_name(marked("Catalogue", "Category")), _use()),
    load=lambda store: Loaded(categories(store, unused=True)),
    editor=lambda context, line, _: CategoryEditor(context, line),
    record_types=frozenset({"category"}),
)

SHELVES: Final[dict[str, ShelfSpec[Any]]] = {
    "campaigns": CAMPAIGNS,
    "items": ITEMS,
    "organisations": ORGANISATIONS,
    "initiatives": INITIATIVES,
    "categories": CATEGORIES,
}
