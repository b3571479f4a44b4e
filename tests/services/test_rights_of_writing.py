"""Every service that writes records asks for the right first, or is named here with the reason."""

import ast
from pathlib import Path

import pytest

import app.services
from app.db.store import Store
from app.db.tables import ParkedCase
from app.domain.void_reason import VoidReason
from app.errors import RightMissing
from app.services.disclosures import journal_disclosure
from app.services.edit_people import PersonForm, add_person
from app.services.parked import park_case, settle_case
from app.services.registration import NewMember, add_member
from app.services.void import undo_hand_over, void_hand_over
from tests.support.convoys import SmallConvoy, small_convoy
from tests.support.laptops import give_box, register
from tests.support.raw import changes

SERVICES = Path(app.services.__file__).parent
ASKS = {"require_right", "require", "_require"}

NEED_NO_RIGHT = {
    "day.choose_day": "a setting of this laptop; a desk that is made asks",
    "defaults.add_defaults": "founding a workspace",
    "desks.neighbours.exchange_notes": "tells the other desks what is written already",
    "desks.stick.remember_stick": "stays on this laptop",
    "doctor.at_file": "looks",
    "doctor.at_tables": "looks",
    "doctor.rebuild": "makes what follows from the journal",
    "drafts.keep_draft": "stays on this laptop",
    "exchange.export.export_changes": "signs what is there",
    "exchange.join.take_pack": "takes in what others wrote",
    "exchange.merge._written": "takes in what others wrote",
    "exchange.served.write_served": "tells the other desks what is written already",
    "hand_in.wipe": "a laptop lets go of what others keep; whoever holds it may",
    "matching.likely_pairs.find_all": "makes what follows from the journal",
    "matching.likely_pairs.find_new": "makes what follows from the journal",
    "print_queue._set": "stays on this laptop",
    "print_queue.give_up": "stays on this laptop",
    "print_queue.mark_all_printed": "stays on this laptop",
    "print_queue.queue_receipt": "stays on this laptop",
    "restore.go_on_as_new_device": "judged by the old key alone",
    "team.unlocking._count": "stays on this laptop",
    "team.unlocking.set_pin": "stays on this laptop, and asks for the PIN or a higher role",
    "workspace.found_workspace": "founding a workspace",
}


def writing_functions() -> dict[str, set[str]]:
    """Every function with a `write()` of its own, and the names it calls."""
    found = {}
    for path in sorted(SERVICES.rglob("*.py")):
        module = ".".join(path.relative_to(SERVICES).with_suffix("").parts)
        if module.startswith("demo."):
            continue  # plays a coordinator through the services
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                calls = [one.func for one in ast.walk(node) if isinstance(one, ast.Call)]
                names = {one.id for one in calls if isinstance(one, ast.Name)}
                if any(isinstance(one, ast.Attribute) and one.attr == "write" for one in calls):
                    found[f"{module}.{node.name}"] = names
    return found


def writes_to_store(name: str) -> bool:
    """Others write to files."""
    module, _, function = name.rpartition(".")
    text = (SERVICES / (module.replace(".", "/") + ".py")).read_text(encoding="utf-8")
    body = next(
        ast.get_source_segment(text, node) or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.name == function
    )
    return "store.write()" in body


def test_every_service_that_writes_asks_or_says_why_not() -> None:
    silent = {
        name
        for name, calls in writing_functions().items()
        if writes_to_store(name) and not calls & ASKS
    }
    assert silent - set(NEED_NO_RIGHT) == set()
    assert set(NEED_NO_RIGHT) - {"day.choose_day"} <= silent


@pytest.fixture
def day(store: Store) -> SmallConvoy:
    return small_convoy(store)


def test_nobody_without_a_grant_works_at_the_desk(store: Store, day: SmallConvoy) -> None:
    given = give_box(store, day.household_id)
    case = park_case(store, household_id=day.household_id)
    store.act_as("somebody", bytes(32))
    before = len(changes(store))
    for attempt in (
        lambda: register(store, "هدى سعيد حسن"),
        lambda: add_member(store, day.household_id, NewMember("سلمى علي")),
        lambda: add_person(store, day.household_id, PersonForm(name="سلمى علي")),
        lambda: give_box(store, day.household_id),
        lambda: undo_hand_over(store, given),
        lambda: void_hand_over(store, given, VoidReason.TRIAL),
        lambda: park_case(store, household_id=None),
        lambda: settle_case(store, case, "served"),
        lambda: journal_disclosure(store, "dump", 1, ""),
    ):
        with pytest.raises(RightMissing):
            attempt()
    assert len(changes(store)) == before


def test_what_is_written_past_the_services_waits_like_anybodys(store: Store) -> None:
    """A page that forgot to ask makes no store that others would not make."""
    store.act_as("somebody", bytes(32))
    with store.write() as session:
        case = ParkedCase(id=store.new_id(), convoy_id="c")
        session.add(case)
    assert session.put_aside == {("parked_case", case.id)}
    with store.read() as session:
        assert session.get(ParkedCase, case.id) is None
