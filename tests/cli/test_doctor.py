"""`qafila doctor`."""

from pathlib import Path

from app.bootstrap import open_store
from app.db.guard import journalled
from app.db.tables import Household, table_of
from tests.support.commands import Commands
from tests.support.stores import PASSPHRASE


def _break(folder: Path) -> None:
    """Puts a row into a table that no change has written."""
    store = open_store(folder, PASSPHRASE)
    with store.write() as session, journalled(session.connection()):
        session.connection().execute(table_of(Household).insert(), [{"id": "nobody"}])
    store.close()


def test_a_healthy_store_is_called_so(qafila: Commands, closed_store: Path) -> None:
    shown = qafila("doctor", "--store", closed_store)
    assert (shown.code, shown.err) == (0, "")
    assert "The workspace is healthy." in shown.out
    answered = qafila("doctor", "--store", closed_store, "--json").document
    assert answered["healthy"] is True
    assert answered["findings"] == []
    assert answered["changes"] > 50


def test_what_is_wrong_is_said_and_rebuilt(qafila: Commands, closed_store: Path) -> None:
    _break(closed_store)
    sick = qafila("doctor", "--store", closed_store, "--json")
    assert sick.code == 1
    assert {"fault": "table_differs", "count": 1, "where": "household"} in sick.document["findings"]
    assert "doctor --rebuild" in qafila("doctor", "--store", closed_store).out
    mended = qafila("doctor", "--store", closed_store, "--rebuild", "--json")
    assert (mended.code, mended.document["healthy"]) == (0, True)
    assert Path(mended.document["backup"]).exists()
    assert mended.document["rebuilt"] > 50


def test_a_file_that_is_no_store_is_said(qafila: Commands, closed_store: Path) -> None:
    (closed_store / "qafila.db").write_bytes(b"not a database" * 1_000)
    shown = qafila("doctor", "--store", closed_store)
    assert (shown.code, shown.out) == (1, "")
    assert "damaged" in shown.err
