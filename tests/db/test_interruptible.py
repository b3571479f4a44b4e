"""A statement that runs long is stopped from outside."""

import pytest
from sqlalchemy import text

from app.db.interruptible import stoppable
from app.db.store import Store

_ENDLESS = text(
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
)


class Enough(Exception):
    """Somebody pressed Cancel."""


def test_what_a_look_raises_ends_the_statement(store: Store) -> None:
    looks = 0

    def look() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            raise Enough

    with store.read() as session:
        connection = session.connection()
        with pytest.raises(Enough), stoppable(connection, look):
            connection.execute(_ENDLESS)
        assert connection.scalar(text("SELECT 1")) == 1


def test_without_a_word_it_goes_on(store: Store) -> None:
    with store.read() as session:
        connection = session.connection()
        with stoppable(connection, lambda: None):
            assert connection.scalar(text("SELECT count(*) FROM aid_item"))
