"""The reference data that a workspace starts from: every row can be edited or put out of use."""

import csv
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert

from app.config import resource_path
from app.db.store import Store
from app.db.tables import AidItem, Category, Initiative, Organisation, place
from app.db.tables.replicated import Replicated, spec_of

_NUMBERS = ("code", "value")

_FILES: tuple[tuple[str, type[Replicated]], ...] = (
    ("organisations", Organisation),
    ("initiatives", Initiative),
    ("items", AidItem),
    ("categories", Category),
)


def add_defaults(store: Store) -> None:
    """Egypt's places, and the alliance's organisations, initiatives, items and categories."""
    with store.write() as session:
        add_places(session.connection())
        for name, model in _FILES:
            session.add_all(list(_rows(name, model)))


def add_places(connection: Connection) -> None:
    """Egypt's places, which come with the app and not with the journal."""
    connection.execute(insert(place), list(_places()))


def _places() -> Iterator[dict[str, Any]]:
    with resource_path("data/places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {
                "id": row["pcode"],
                "level": int(row["level"]),
                "parent_id": row["parent_pcode"],
                "name_ar": row["name_ar"],
                "name_en": row["name_en"],
                "selectable": int(row["selectable"]),
                "official": 1,
            }


def _rows(name: str, model: type[Replicated]) -> Iterator[Replicated]:
    spec = spec_of(model)
    with resource_path(f"data/defaults/{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values: dict[str, Any] = {"id": row["id"]}
            for column, text in row.items():
                if column in spec.sets:
                    values[column] = frozenset(part for part in text.split("|") if part)
                elif column in spec.plain and text:
                    values[column] = int(text) if column in _NUMBERS else text
            yield model(**values)
