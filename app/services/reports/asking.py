"""How a report asks the tables: questions that can be stopped, and names for the ids it gets."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from sqlalchemy import Connection, Executable, Select, select
from sqlmodel import Session

from app.db.interruptible import stoppable
from app.db.queries.places import PlaceName, places_named
from app.db.tables import (
    AidItem,
    Campaign,
    Category,
    Convoy,
    Desk,
    Initiative,
    Organisation,
    User,
    table_of,
)
from app.db.tables.replicated import Replicated
from app.documents.figures import Value
from app.domain.quantity import ONE
from app.services.household_card import ItemName, item_names, unknown_item
from app.services.named import Named
from app.words.catalog import Words
from app.words.named import name_of

_A_POUND: Final = 100
"""Money is worth what it says, in piastres, whether or not somebody wrote that down."""


@dataclass(frozen=True)
class Ask:
    """Questions of one report. `look` is called while they run, and stops them by raising; `walked`
    now and then with the share of the families that were counted, which takes longest. `streamed`
    answers with very many rows (`Store.streamed_beside`)."""

    session: Session
    words: Words
    look: Callable[[], object]
    walked: Callable[[float], object]
    streamed: Callable[[Connection, Select[Any]], Iterator[tuple[Any, ...]]]

    def rows(self, query: Executable) -> Sequence[Any]:
        """All rows of the answer."""
        connection = self.session.connection()
        with stoppable(connection, self.look):
            return connection.execute(query).all()

    def one(self, query: Executable) -> Any:
        """The only row."""
        return self.rows(query)[0]

    @cached_property
    def items(self) -> dict[str, ItemName]:
        """Every item by id."""
        return item_names(self.session)

    def item(self, item_id: str) -> ItemName:
        """An item; a placeholder while its record has not arrived."""
        return self.items.get(item_id) or unknown_item(item_id)

    def item_name(self, item_id: str) -> str:
        """The item in the reader's language."""
        return name_of(self.words, self.item(item_id))

    def worth(self, item_id: str, quantity: int) -> int | None:
        """What a quantity of an item is worth in piastres; None where nobody gave it a value."""
        value = self._values.get(item_id)
        return None if value is None else round(value * quantity / ONE)

    @cached_property
    def _values(self) -> Mapping[str, int | None]:
        table = table_of(AidItem)
        query = select(table.c.id, table.c.value, table.c.unit)
        return {
            row.id: _A_POUND if row.value is None and row.unit == "pound" else row.value
            for row in self.session.connection().execute(query)
        }

    @cached_property
    def organisations(self) -> Mapping[str, str]:
        """Names by id."""
        return self._named(Organisation)

    @cached_property
    def initiatives(self) -> Mapping[str, str]:
        """Names by id."""
        return self._named(Initiative)

    @cached_property
    def categories(self) -> Mapping[str, str]:
        """Names by id."""
        return self._named(Category)

    @cached_property
    def campaigns(self) -> Mapping[str, str]:
        """Names by id."""
        return self._called(Campaign)

    @cached_property
    def convoys(self) -> Mapping[str, str]:
        """Names by id."""
        return self._called(Convoy)

    @cached_property
    def desks(self) -> Mapping[str, str]:
        """Names by id."""
        return self._called(Desk)

    @cached_property
    def users(self) -> Mapping[str, str]:
        """Names by id."""
        return self._called(User)

    def places(self, ids: set[str]) -> dict[str, PlaceName]:
        """Places with what they lie in, by id."""
        return places_named(self.session, ids)

    def place(self, found: PlaceName | None) -> str:
        """A place in the reader's language; empty for None."""
        return name_of(self.words, found) if found else ""

    def _named(self, model: type[Replicated]) -> Mapping[str, str]:
        table = table_of(model)
        query = select(table.c.id, table.c.name_ar, table.c.name_en)
        return {
            row.id: name_of(self.words, Named(row.id, row.name_ar, row.name_en))
            for row in self.session.connection().execute(query)
        }

    def _called(self, model: type[Replicated]) -> Mapping[str, str]:
        table = table_of(model)
        rows = self.session.connection().execute(select(table.c.id, table.c.name))
        return {row.id: row.name for row in rows}


def added(values: Iterable[Value]) -> int | None:
    """The sum of those that are known; None where none is."""
    known = [value for value in values if isinstance(value, int)]
    return sum(known) if known else None
