"""Items, categories and initiatives: listing, adding, changing, and putting out of use.

Nothing of the catalogue is deleted: what was given keeps its name for ever. What is out of use is
no longer offered, and can come back.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from sqlalchemy import select
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from app.db.store import Store
from app.db.tables import (
    AidItem,
    Campaign,
    Category,
    Initiative,
    Organisation,
    StockMovement,
    aid_line,
)
from app.domain.names import normalise
from app.domain.permissions import Action
from app.domain.quantity import UNITS
from app.errors import ItemCodeTaken, ItemInUse, RecordNotFound, SynonymTaken, UnitMissing
from app.services.named import Named, check_names, cleaned
from app.services.rights import require_right

HIGHEST_CODE: Final = 9999
"""Item codes are typed and spoken; four digits are enough and keep a receipt's code small."""


class Shelf(StrEnum):
    """The parts of the catalogue."""

    ORGANISATIONS = "organisation"
    INITIATIVES = "initiative"
    CAMPAIGNS = "campaign"
    ITEMS = "aid_item"
    CATEGORIES = "category"


_Usable = Organisation | Initiative | Campaign | AidItem | Category
_Row = TypeVar("_Row", Organisation, Initiative, Campaign, AidItem, Category)

_MODELS: Final[dict[Shelf, type[_Usable]]] = {
    Shelf.ORGANISATIONS: Organisation,
    Shelf.INITIATIVES: Initiative,
    Shelf.CAMPAIGNS: Campaign,
    Shelf.ITEMS: AidItem,
    Shelf.CATEGORIES: Category,
}


@dataclass(frozen=True)
class Item(Named):
    """An aid item. `value` is in piastres per unit; `synonyms` are what lists call it."""

    code: int = 0
    kind: str = ""
    unit: str = ""
    value: int | None = None
    synonyms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ItemForm:
    """What is typed of an item; `code` None takes the next free one."""

    name_ar: str
    unit: str
    name_en: str = ""
    code: int | None = None
    kind: str = ""
    value: int | None = None
    synonyms: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CategoryLine(Named):
    """A reason for priority, with what lists call it."""

    synonyms: frozenset[str] = frozenset()


def put_in_use(store: Store, shelf: Shelf, record_id: str, *, active: bool) -> None:
    """Offers a record again, or no longer. Raises RecordNotFound, RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        row = session.get(_MODELS[shelf], record_id)
        if row is None:
            raise RecordNotFound
        row.active = active


def items(store: Store, *, unused: bool = False) -> tuple[Item, ...]:
    """The items in the order of their codes; with `unused` also those out of use."""
    with store.read() as session:
        query = select_rows(AidItem).order_by(col(AidItem.code), col(AidItem.id))
        return tuple(item_of(row) for row in session.exec(query) if row.active or unused)


def item_of(row: AidItem) -> Item:
    """An item's row as it leaves the services."""
    return Item(
        id=row.id,
        name_ar=row.name_ar,
        name_en=row.name_en,
        active=row.active,
        code=row.code,
        kind=row.kind,
        unit=row.unit,
        value=row.value,
        synonyms=row.synonyms,
    )


def save_item(store: Store, form: ItemForm, item_id: str | None = None) -> str:
    """Adds an item, or changes the one of `item_id`; returns its id.

    Raises LabelMissing, LabelTaken, ItemCodeTaken, UnitMissing, SynonymTaken, RecordNotFound,
    RightMissing, and ItemInUse when the code or the unit of something already given or counted
    would change.
    """
    if form.unit not in UNITS:
        raise UnitMissing
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        others = [row for row in session.exec(select_rows(AidItem)) if row.id != item_id]
        check_names(form.name_ar, form.name_en, others)
        synonyms = _synonyms(form.synonyms)
        _check_synonyms(form, synonyms, others)
        code = form.code or _next_code(others)
        if not 0 < code <= HIGHEST_CODE or any(other.code == code for other in others):
            raise ItemCodeTaken(code=code, highest=HIGHEST_CODE)
        row = row_to_save(session, store, AidItem, item_id)
        if item_id and (row.code, row.unit) != (code, form.unit) and _is_used(session, item_id):
            raise ItemInUse
        row.code = code
        row.name_ar, row.name_en = cleaned(form.name_ar), cleaned(form.name_en)
        row.kind, row.unit, row.value = form.kind, form.unit, form.value
        row.synonyms = synonyms
        return row.id


def categories(store: Store, *, unused: bool = False) -> tuple[CategoryLine, ...]:
    """The priority categories by their Arabic names; with `unused` also those out of use."""
    with store.read() as session:
        query = select_rows(Category).order_by(col(Category.name_ar), col(Category.id))
        return tuple(
            CategoryLine(row.id, row.name_ar, row.name_en, row.active, row.synonyms)
            for row in session.exec(query)
            if row.active or unused
        )


def save_category(
    store: Store,
    name_ar: str,
    name_en: str = "",
    synonyms: frozenset[str] = frozenset(),
    category_id: str | None = None,
) -> str:
    """Adds a category, or changes one. Raises LabelMissing, LabelTaken, RecordNotFound,
    RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        others = [row for row in session.exec(select_rows(Category)) if row.id != category_id]
        check_names(name_ar, name_en, others)
        row = row_to_save(session, store, Category, category_id)
        row.name_ar, row.name_en = cleaned(name_ar), cleaned(name_en)
        row.synonyms = _synonyms(synonyms)
        return row.id


def initiatives(store: Store, *, unused: bool = False) -> tuple[Named, ...]:
    """The initiatives by their Arabic names; with `unused` also those out of use."""
    with store.read() as session:
        query = select_rows(Initiative).order_by(col(Initiative.name_ar), col(Initiative.id))
        return tuple(
            Named(row.id, row.name_ar, row.name_en, row.active)
            for row in session.exec(query)
            if row.active or unused
        )


def save_initiative(
    store: Store, name_ar: str, name_en: str = "", initiative_id: str | None = None
) -> str:
    """Adds an initiative, or changes one. Raises LabelMissing, LabelTaken, RecordNotFound,
    RightMissing."""
    with store.write() as session:
        require_right(store, session, Action.PLAN)
        others = [row for row in session.exec(select_rows(Initiative)) if row.id != initiative_id]
        check_names(name_ar, name_en, others)
        row = row_to_save(session, store, Initiative, initiative_id)
        row.name_ar, row.name_en = cleaned(name_ar), cleaned(name_en)
        return row.id


def row_to_save(session: Session, store: Store, model: type[_Row], record_id: str | None) -> _Row:
    """The row to fill: a new one, or the one of `record_id`. Raises RecordNotFound."""
    if record_id is None:
        row = model(id=store.new_id())
        session.add(row)
        return row
    found = session.get(model, record_id)
    if found is None:
        raise RecordNotFound
    return found


def _synonyms(written: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in map(cleaned, written) if normalise(word))


def _check_synonyms(form: ItemForm, synonyms: frozenset[str], others: list[AidItem]) -> None:
    """A word that stands for two items would make every list that uses it a guess."""
    own = {normalise(word): word for word in (*synonyms, form.name_ar, form.name_en) if word}
    for other in others:
        for word in (*other.synonyms, other.name_ar, other.name_en):
            if word and normalise(word) in own:
                raise SynonymTaken(word=own[normalise(word)], item=other.name_ar)


def _next_code(others: list[AidItem]) -> int:
    return max((row.code for row in others), default=0) + 1


def _is_used(session: Session, item_id: str) -> bool:
    given = select(aid_line.c.id).where(aid_line.c.item_id == item_id).limit(1)
    moved = select(col(StockMovement.id)).where(col(StockMovement.item_id) == item_id).limit(1)
    return any(session.connection().execute(query).first() for query in (given, moved))
