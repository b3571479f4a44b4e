"""`qafila share-key`, `given` and `read-given`."""

from pathlib import Path

from app.bootstrap import create_workspace, open_store
from app.domain.quantity import ONE
from app.services.hand_over import GivenLine, HandOver, record_hand_over
from app.services.registration import Consent, NewHousehold, NewMember, register_household
from tests.support.commands import Commands
from tests.support.convoys import BOX, BOX_RULE, VILLAGE, small_convoy
from tests.support.sources import seeded_sources
from tests.support.stores import PASSPHRASE, cheap_derivation


def test_two_workspaces_tell_each_other(
    qafila: Commands, closed_store: Path, tmp_path: Path
) -> None:
    there = tmp_path / "orman"
    with cheap_derivation():
        made = create_workspace(there, "الأورمان", "هدى", PASSPHRASE, sources=seeded_sources(9))
    small_convoy(made.store)
    member = NewMember(
        name="سعاد علي",
        relationship="head",
        document_type="national_id",
        document_no="27501012600019",
    )
    family = NewHousehold(VILLAGE, (member,), Consent(sharing=True))
    household_id = register_household(made.store, family).household_id
    record_hand_over(made.store, HandOver(household_id, (GivenLine(BOX, ONE, BOX_RULE),)))
    made.store.close()
    store = open_store(closed_store, PASSPHRASE)
    register_household(store, family)
    store.close()

    key = qafila("share-key", "--store", closed_store, "شتاء", "--json").document
    entered = qafila("share-key", "--store", there, "winter", "--digits", key["digits"], "--json")
    assert entered.document == {"name": "winter", "digits": None}
    out = tmp_path / "o.given"
    written = qafila("given", "--store", there, "--key", "winter", "--out", out, "--json")
    assert written.document == {"file": str(out), "people": 1, "digests": 1}
    read = qafila("read-given", "--store", closed_store, out, "--json").document
    assert (read["organisation"], read["key"], read["ours"]) == ("الأورمان", "شتاء", 1)
    assert "perhaps served 1 person" in qafila("read-given", "--store", closed_store, out).out
    assert qafila("share-key", "--store", closed_store, "شتاء", "--forget").code == 0
    refused = qafila("read-given", "--store", closed_store, out)
    assert refused.code == 1
    late = qafila(
        "given", "--store", there, "--key", "winter", "--out", out, "--from", "2026-01-01"
    )
    assert late.code == 1
    assert qafila("given", "--store", there, "--key", "x", "--out", out, "--from", "now").code == 2
