"""`qafila restore`, as somebody types it."""

from app.bootstrap import open_store
from app.db.store import Store
from app.services.doctor import examine
from tests.support.commands import Commands
from tests.support.stores import PASSPHRASE


def test_restoring_says_under_which_number_the_laptop_goes_on(
    store: Store, qafila: Commands
) -> None:
    backup, before = store.back_up("evening.db"), store.device_id
    store.close()
    outcome = qafila("restore", "--store", store.folder, "--backup", backup, "--json")
    assert outcome.code == 0
    document = outcome.document
    assert document["introduced_by"] == before != document["device_id"]
    assert document["last_seq"] > 0
    again = open_store(store.folder, PASSPHRASE)
    assert again.device_id == document["device_id"]
    assert examine(again).healthy
    again.close()


def test_a_file_that_is_no_backup_is_refused(store: Store, qafila: Commands) -> None:
    store.close()
    header = store.folder / "header.json"
    assert qafila("restore", "--store", store.folder, "--backup", header).code == 1
